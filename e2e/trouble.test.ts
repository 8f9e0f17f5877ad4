import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { assertAccessible, chaptersOf, openSample, openSampleStage, type Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let page: Page;
let context: BrowserContext;

before(async () => {
  stage = await openSampleStage();
  ({ page, context } = await stage.visitor());
  await openSample(page);
});
after(() => stage.close());

test('what goes wrong is told in plain words, and once it is right again one goes on', async (story) => {
  const chapter = chaptersOf(story, () => page);

  await chapter('an address that leads nowhere says so, and leads on', async () => {
    await page.goto('/nowhere/at/all');
    await page.getByRole('heading', { name: 'There is nothing here.' }).waitFor();
    await assertAccessible(page, 'an address that leads nowhere');
    await page.goto('/people/0199aaaa-0000-7000-8000-000000000000');
    await page.getByRole('heading', { name: 'There is nothing here.' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
    await page.getByRole('link', { name: 'Go to Today' }).click();
    await page.waitForURL((url) => url.pathname === '/');
  });

  await chapter('without a connection it is said, and goes when it is back', async () => {
    await context.setOffline(true);
    await page.getByText('No connection to Heed just now.').waitFor();
    await context.setOffline(false);
    await until(async () => (await page.getByText('No connection to Heed just now.').count()) === 0);
  });

  await chapter('a page that could not be had is asked for again by hand', async () => {
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
    await page.route('**/rpc/people/list', (route) => route.fulfill({ status: 500, body: '{"json":{"code":"INTERNAL_SERVER_ERROR"}}' }));
    await page.keyboard.press('2');
    await page.getByRole('heading', { name: 'This page could not be shown.' }).waitFor();
    await page.getByText('Something went wrong on our side.').waitFor();
    await assertAccessible(page, 'a page that could not be had');
    await page.unroute('**/rpc/people/list');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('tbody .nm').first().waitFor();
  });

  await chapter('a change that did not reach the server is told, and what was typed stays', async () => {
    await page.route('**/rpc/people/add', (route) => route.abort());
    await page.keyboard.press('n');
    await page.getByLabel('Name', { exact: true }).fill('Nadia Haddad');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Heed did not answer.').waitFor();
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Nadia Haddad');
    await page.unroute('**/rpc/people/add');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Nadia Haddad' }).waitFor();
  });

  await chapter('what could not be taken back is told too', async () => {
    await page.goto('/people');
    await page.getByRole('link', { name: 'Ines Carvalho' }).click();
    await page.locator('.owe [role=checkbox][aria-checked=false]').first().click();
    await page.getByText('Promise kept').waitFor();
    await page.route('**/rpc/promises/reopen', (route) => route.abort());
    await page.keyboard.press('z');
    await page.getByText('Heed did not answer.').waitFor();
    await page.unroute('**/rpc/promises/reopen');
  });

  await chapter('a screen that breaks leaves the rest standing', async () => {
    const { page: other } = await stage.visitor({ storageState: await context.storageState() });
    // Of a shape no screen expects: the screen breaks while it is drawn.
    await other.route('**/rpc/people/open', (route) => route.fulfill({ contentType: 'application/json', body: '{"json":{"name":7}}' }));
    other.removeAllListeners('console');
    other.removeAllListeners('pageerror');
    await other.goto('/people/0199aaaa-0000-7000-8000-000000000000');
    await other.getByRole('heading', { name: 'This page could not be shown.' }).waitFor();
    await other
      .getByRole('navigation', { name: 'Main' })
      .first()
      .getByRole('link', { name: /People/ })
      .click();
    await other.locator('tbody .nm').first().waitFor();
    await other.close();
  });

  await chapter('who was signed out meanwhile stands at the door, and comes back to the same page', async () => {
    await page.goto('/people?sort=name');
    await page.locator('tbody .nm').first().waitFor();
    await context.clearCookies();
    await page.getByRole('columnheader', { name: 'Really spoke' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.getByLabel('E-mail').fill('maya@example.org');
    await page.getByLabel('Password').fill('a calm reading room');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('tbody .nm').first().waitFor();
    assert.match(page.url(), /\/people\?sort=spoke/);
  });
});
