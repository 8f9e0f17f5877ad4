import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import { assertNoSideways, assertReadable, type Desk, handIn, nameAll, sitDown, understood, until, vttOf } from './talks.ts';

const CALL = vttOf([
  ['Nora Lind', 'How do you see us?', 4],
  ['Tom Baker', 'You sell sensors, as far as I know.', 6],
  ['Nora Lind', 'Somebody picks up the phone at night.', 4],
]);

let stage: Stage;
let nora: Desk;
let page: Page;

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  page = nora.page;
  await handIn(nora, 'call.vtt', CALL);
  await nameAll(nora, { 'Nora Lind': 'me', 'Tom Baker': 'new' });
  await understood(nora);
  const offering = await nora.ask<{ id: string }>('POST', '/api/v1/offerings', { name: 'The night desk' });
  await nora.ask('POST', `/api/v1/offerings/${offering.id}/claims`, { statement: 'Somebody picks up at night' });
  const { rows } = await nora.ask<{ rows: { id: string }[] }>('GET', '/api/v1/people');
  await page.goto(`/people/${rows[0]?.id}`);
});
after(() => stage.close());

const item = () => page.locator('.item').filter({ hasText: 'That we only sell sensors' });
const details = () => page.getByRole('button', { name: 'More about: That we only sell sensors' });

test('what somebody holds about us is noted, repaired by something we did, and opened again', async (story) => {
  const chapter = chaptersOf(story, () => page);

  await chapter('it is noted against a claim, with what would repair it; what is not said is asked for', async () => {
    await page.getByRole('button', { name: 'Add a belief' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Write what they hold, in a sentence.').waitFor();
    await dialog.getByLabel('In your words').fill('That we only sell sensors');
    await dialog.getByLabel('What would repair it, or fill the hole?').fill('let him speak with Priya');
    const claims = dialog.getByRole('combobox');
    await until(async () => (await claims.locator('option').count()) > 1, 'the claims are there');
    await claims.selectOption({ label: 'Somebody picks up at night' });
    await assertReadable(page, 'noting a belief');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await item().getByText('Repair: let him speak with Priya').waitFor();
    await item().getByText('Not so').waitFor();
  });

  await chapter('it is closed by a conversation and a line, and says by what', async () => {
    await details().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'It is repaired' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close it' }).click();
    await dialog.getByText('Choose the conversation, or write a line.').waitFor();
    await dialog.getByLabel('Which conversation?').selectOption({ index: 1 });
    await dialog.getByLabel('A line about it').fill('He heard who answers.');
    await dialog.getByRole('button', { name: 'Close it' }).click();
    await item().getByText('He heard who answers.').waitFor();
    await item()
      .getByText(/^repaired/)
      .waitFor();
    await until(
      async () => /That we only sell sensors/.test(await page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""')),
      'one goes on where one was',
    );
  });

  await chapter('z opens it again, by hand too, and each step stays in its history', async () => {
    await page.keyboard.press('z');
    await page.getByRole('button', { name: 'It is repaired' }).waitFor();
    await page.getByRole('button', { name: 'It is repaired' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'A demo' }).click();
    await page.getByRole('dialog').getByLabel('A line about it').fill('He saw the desk.');
    await page.getByRole('dialog').getByRole('button', { name: 'Close it' }).click();
    await page.getByRole('button', { name: 'They hold it after all' }).click();
    await item().getByText('Opened again').waitFor();
    assert.equal(await item().locator('.step-of').count(), 2);
    await assertReadable(page, 'a belief that is open');
  });

  await chapter('on a phone all of it is there, and what was a mistake is set aside and brought back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await assertNoSideways(page, 'beliefs on a phone');
    await page.getByRole('button', { name: 'They hold no such thing' }).click();
    await until(async () => (await item().count()) === 0, 'it is set aside');
    await page.keyboard.press('z');
    await item().waitFor();
  });
});
