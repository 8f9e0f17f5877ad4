import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, chaptersOf, openSample, openStage, type Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openStage();
  ({ page } = await stage.visitor());
});
after(() => stage.close());

test('somebody walks through the people they know, keeps a promise, takes it back, finds words, and lets a colleague in', {
  timeout: 180_000,
}, async (story) => {
  const chapter = chaptersOf(story, () => page);
  const heading = () => page.locator('.hero h1').innerText();

  await chapter('the list is a table that keys walk through', async () => {
    await openSample(page);
    await page.keyboard.press('2');
    await page.getByRole('link', { name: 'Ines Carvalho' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.locator('tr[aria-selected=true] .nm').innerText();
    assert.equal(second, await page.locator('tbody .nm').nth(1).innerText());
    await assertAccessible(page, 'the list of people');
    await page.keyboard.press('Enter');
    await page.locator('.hero h1').waitFor();
    assert.equal(await heading(), second);
  });

  await chapter('the neighbours are one key away', async () => {
    const here = await heading();
    await page.keyboard.press('k');
    await page.locator('.hero h1').filter({ hasNotText: here }).waitFor();
    assert.match(await page.locator('.crumb').innerText(), /1 of 12/);
    await assertAccessible(page, 'a person');
  });

  await chapter('a kept promise can be taken back with z', async () => {
    const open = page.locator('.owe [role=checkbox][aria-checked=false]');
    const before = await open.count();
    assert.ok(before > 0);
    await open.first().click();
    await page.getByText('Promise kept').waitFor();
    await until(async () => (await open.count()) === before - 1);
    await page.keyboard.press('z');
    await until(async () => (await open.count()) === before);
  });

  await chapter('the sentence over the list is its address', async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: 'everybody' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'investors' }).click();
    await page.keyboard.press('Escape');
    await page.waitForURL(/kinds=.*investor/);
    await until(async () => (await page.locator('tbody .nm').count()) === 1);
    await page.reload();
    await page.getByRole('button', { name: 'investors' }).waitFor();
    await until(async () => (await page.locator('tbody .nm').count()) === 1);
  });

  await chapter('words that were said are found and open in their place', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('all winter');
    const said = page.getByRole('option', { name: /I swim in the harbour/ });
    await said.waitFor();
    await assertAccessible(page, 'find or do');
    await said.click();
    await page.waitForURL(/\/conversations\/.*turn=\d+/);
  });

  await chapter('nothing typed is lost when the server says no, and a name is enough to add somebody', async () => {
    await page.goto('/people');
    await page.locator('tbody .nm').first().waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Name', { exact: true }).fill('Nadia Haddad');
    await page.getByLabel('E-mail').fill('nadia@wexcombe');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Nadia Haddad');
    await page.getByLabel('E-mail').fill('nadia@wexcombe.example');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.waitForURL(/\/people\/[0-9a-f-]{36}/);
    await page.locator('.hero h1').waitFor();
    assert.equal(await heading(), 'Nadia Haddad');
  });

  await chapter('a colleague comes in by the link, and reads Dutch on a phone', async () => {
    await page.goto('/settings/members');
    await page.getByRole('button', { name: /Invite somebody/ }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByLabel('The link').inputValue();
    const { page: phone } = await stage.visitor({ viewport: { width: 390, height: 844 }, locale: 'nl-NL' });
    await phone.goto(new URL(link).pathname);
    await phone.getByText('Je bent uitgenodigd bij').waitFor();
    await assertAccessible(phone, 'an invitation');
    await phone.getByLabel('Je naam').fill('Tom Ashby');
    await phone.getByLabel('E-mail').fill('tom@example.org');
    await phone.getByLabel('Wachtwoord').fill('een lange zin hier');
    await phone.getByRole('button', { name: 'Meedoen' }).click();
    await phone.waitForURL((url) => url.pathname === '/');
    await phone.goto('/people');
    await phone.locator('.plist a').first().waitFor();
    await assertAccessible(phone, 'people on a phone');
  });
});
