import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chaptersOf, makeWorkspace, openStage, type Stage, signUp } from './stage.ts';
import { until } from './until.ts';

const MANY = 230;

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openStage();
  ({ page } = await stage.visitor());
  await signUp(page, 'Maya Okafor', 'maya@example.org');
  await makeWorkspace(page, 'Cold Watch');
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  for (let from = 0; from < MANY; from += 10)
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => {
        const n = from + i;
        const kinds = [n % 2 ? 'customer' : 'prospect'];
        const email = n === 7 ? 'seven@example.org' : undefined;
        return page.request.post('/api/v1/people', {
          data: { name: `Person ${String(n).padStart(3, '0')}`, kinds, ...(email && { email }) },
        });
      }),
    );
});
after(() => stage.close());

test('somebody with more than two hundred people scrolls, sorts, filters and adds', async (story) => {
  const chapter = chaptersOf(story, () => page);
  const names = () => page.locator('tbody .nm').allInnerTexts();

  await chapter('the list goes on as one scrolls, and what one was looking at stays where it was', async () => {
    await page.goto('/people?sort=name');
    await page.getByRole('link', { name: 'Person 000' }).waitFor();
    await page.getByText(`1–100 of ${MANY}`).waitFor();
    assert.ok((await names()).length < 80, 'only the rows in sight are in the page');
    const row = page.getByRole('link', { name: 'Person 085' });
    await page.evaluate('window.scrollTo(0, 80 * 32)');
    await row.waitFor();
    const before = await row.boundingBox();
    await page.getByText(`1–200 of ${MANY}`).waitFor();
    assert.equal((await row.boundingBox())?.y, before?.y);
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
    await page.getByText(`1–${MANY} of ${MANY}`).waitFor();
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
    await page.getByRole('link', { name: `Person ${MANY - 1}` }).waitFor();
    assert.equal(new Set(await names()).size, (await names()).length);
  });

  await chapter('keys walk down past what was loaded, and the row walked to is in sight', async () => {
    await page.goto('/people?sort=name');
    await page.getByRole('link', { name: 'Person 000' }).waitFor();
    for (let i = 0; i < 60; i++) await page.keyboard.press('j');
    await page.locator('tr[aria-selected=true]').filter({ hasText: 'Person 059' }).waitFor();
    await until(async () => {
      const box = await page.locator('tr[aria-selected=true]').boundingBox();
      return box !== null && box.y > 90 && box.y + box.height < 900;
    }, 'the row walked to is out of sight');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Person 059' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Person 059' }).waitFor();
  });

  await chapter('the sentence is the address: it survives a reload and a colleague opens it by link', async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: 'everybody' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'prospects' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'at any time' }).click();
    await page.getByRole('menuitemradio', { name: 'more than a month ago' }).click();
    await page.getByText('Nobody fits that sentence.').waitFor();
    await page.waitForURL(/kinds=.*prospect/);
    await page.reload();
    await page.getByRole('button', { name: 'prospects' }).waitFor();
    await page.getByRole('button', { name: 'more than a month ago' }).waitFor();
    await page.getByRole('button', { name: 'more than a month ago' }).click();
    await page.getByRole('menuitemradio', { name: 'at any time' }).click();
    await page.getByText(`of ${MANY / 2}`).waitFor();
    await page.goto('/people?spoke=nonsense&kinds=["martian"]&sort=up');
    await page.getByRole('button', { name: 'everybody' }).waitFor();
    await page.getByText(`of ${MANY}`).waitFor();
  });

  await chapter('a heading sorts, and says so to who listens', async () => {
    await page.goto('/people');
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await page.waitForURL(/sort=name/);
    await page.getByRole('link', { name: 'Person 000' }).waitFor();
    assert.equal(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'), 'ascending');
  });

  await chapter('an address that somebody has already is told, and nothing typed is lost', async () => {
    await page.keyboard.press('n');
    await page.getByLabel('Name', { exact: true }).fill('Person Seven');
    await page.getByLabel('E-mail').fill('seven@example.org');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    assert.match(await page.getByRole('alert').innerText(), /Person 007|address/);
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Person Seven');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.waitForURL((url) => !url.search.includes('add'));
  });

  await chapter('on a phone it is the same list, a hundred at a time', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/people?sort=name');
    await page.locator('.plist').getByText('Person 000').waitFor();
    assert.ok((await page.locator('.plist li').count()) < 60);
    await page.evaluate('window.scrollTo(0, 95 * 60)');
    await page.locator('.plist').getByText('Person 095').waitFor();
    // What is not loaded yet has no height to scroll to: one comes as far as it goes, and then on.
    await until(async () => {
      await page.evaluate('window.scrollTo(0, 150 * 60)');
      return (await page.locator('.plist').getByText('Person 150').count()) > 0;
    }, 'the second hundred does not come');
    await page.locator('.plist').getByText('Person 150').waitFor();
    await page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: 'Quiet' }).click();
    await page.waitForURL(/spoke=quiet-month/);
  });
});
