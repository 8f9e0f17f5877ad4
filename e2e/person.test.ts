import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chaptersOf, openSample, openSampleStage, type Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openSampleStage();
  ({ page } = await stage.visitor());
  await openSample(page);
});
after(() => stage.close());

test('somebody reads about one person, keeps what they promised, corrects what is wrong, and walks on', async (story) => {
  const chapter = chaptersOf(story, () => page);
  const heading = () => page.locator('.hero h1').innerText();

  await chapter('what weighs most stands on top, in their words, and opens where it was said', async () => {
    await page.goto('/people');
    await page.getByRole('link', { name: 'Ines Carvalho' }).click();
    const quote = await page.locator('.lead q').innerText();
    await page.locator('.lead .src a').click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}\?turn=\d+/);
    await page
      .locator('.turn')
      .filter({ hasText: quote.replaceAll(/[“”]/g, '').slice(0, 40) })
      .first()
      .waitFor();
    await page.goBack();
    await page.locator('.hero h1').waitFor();
  });

  await chapter('a tick keeps a promise, z takes it back', async () => {
    const open = page.locator('.owe [role=checkbox][aria-checked=false]');
    const before = await open.count();
    assert.ok(before > 0);
    await open.first().click();
    await page.getByText('Promise kept').waitFor();
    await until(async () => (await open.count()) === before - 1);
    await page.keyboard.press('z');
    await until(async () => (await open.count()) === before);
    await page.reload();
    await page.locator('.owe').first().waitFor();
    assert.equal(await open.count(), before);
  });

  await chapter('a suggestion is confirmed here as well, and taken back', async () => {
    const waiting = page.getByRole('button', { name: 'Confirm' });
    const count = page.locator('.sec').filter({ hasText: 'Waits for you' }).locator('.hd .sp');
    const before = Number(await count.innerText());
    await waiting.first().click();
    await until(async () => Number(await count.innerText()) === before - 1);
    await page.keyboard.press('z');
    await until(async () => Number(await count.innerText()) === before);
  });

  await chapter('what is wrong is mended in a dialog that gives the focus back, and all of it can be taken back', async () => {
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Where?').fill('Harbour & Daughters');
    await dialog.getByLabel('E-mail 1', { exact: true }).fill('not-an-address@nowhere');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').waitFor();
    assert.equal(await dialog.getByLabel('Where?').inputValue(), 'Harbour & Daughters');
    await dialog.getByLabel('E-mail 1', { exact: true }).fill('ines@harbour.example');
    await dialog.getByRole('button', { name: 'Another e-mail' }).click();
    await dialog.getByLabel('E-mail 2', { exact: true }).fill('ines.c@home.example');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.locator('.hero').getByRole('link', { name: 'Harbour & Daughters' }).waitFor();
    await page.getByRole('link', { name: 'ines.c@home.example' }).waitFor();
    await page.keyboard.press('z');
    await page.locator('.hero').getByRole('link', { name: 'Harbour Foods', exact: true }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'ines.c@home.example' }).count(), 0);
  });

  await chapter('where they work opens that place with its people, and from there the way leads back', async () => {
    await page.locator('.hero').getByRole('link', { name: 'Harbour Foods', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour Foods' }).waitFor();
    await until(async () => (await page.locator('tbody .nm').count()) === 2);
    await page.locator('.crumb').getByRole('link', { name: 'People' }).click();
    await until(async () => (await page.locator('tbody .nm').count()) === 12);
  });

  await chapter('j and k walk on in the list one came from, and stop at its ends', async () => {
    await page.getByRole('button', { name: 'those who need us' }).click();
    await page.getByRole('menuitemradio', { name: 'by name' }).click();
    await page.waitForURL(/sort=name/);
    await page.reload();
    await page.locator('tbody .nm').first().waitFor();
    const names = await page.locator('tbody .nm').allInnerTexts();
    assert.deepEqual(
      names,
      [...names].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())),
    );
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.hero h1').waitFor();
    assert.equal(await heading(), names[0]);
    assert.ok(await page.getByRole('button', { name: 'Previous person' }).isDisabled());
    await page.keyboard.press('j');
    await page
      .locator('.hero h1')
      .filter({ hasText: names[1] ?? '' })
      .waitFor();
    assert.match(await page.locator('.crumb').innerText(), /2 of 12/);
    await page.keyboard.press('k');
    await page
      .locator('.hero h1')
      .filter({ hasText: names[0] ?? '' })
      .waitFor();
  });

  await chapter('on a phone all of it is there, the promises too, and Change is one touch away', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Change' }).waitFor();
    await page.locator('.owe').first().scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Next person' }).click();
    await page.locator('.crumb').filter({ hasText: '2 of 12' }).waitFor();
  });
});
