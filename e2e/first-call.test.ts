import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, chaptersOf, makeWorkspace, openStage, type Stage, signUp } from './stage.ts';

const CALL = path.join(import.meta.dirname, 'first-call.vtt');

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openStage();
  ({ page } = await stage.visitor());
});
after(() => stage.close());

test('somebody new signs up, drops yesterday’s call, says who is who, confirms a need, and finds it on the person', {
  timeout: 120_000,
}, async (story) => {
  const chapter = chaptersOf(story, () => page);
  await chapter('makes the first account and a workspace', async () => {
    await signUp(page, 'Nora Lind', 'nora@example.org');
    await page.getByLabel('What is it called?').waitFor();
    await assertAccessible(page, 'the new workspace');
    await makeWorkspace(page, 'Lindwater');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Conversations' }).click();
    await page.getByText('Start with one real conversation.').waitFor();
    await assertAccessible(page, 'the empty conversations');
  });

  await chapter('drops a Zoom transcript on the page', async () => {
    await dropFile(page, CALL);
    await page.getByText(/Zoom transcript, 9 turns/).waitFor();
    await page
      .getByRole('link', { name: /first-call/ })
      .first()
      .click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}/);
    await page.getByText('One speaker here is not known yet.').waitFor();
  });

  await chapter('says who Tom is; Nora was known by her name', async () => {
    const tom = page.locator('[data-speaker]', { hasText: 'Tom Baker' });
    await tom.getByRole('button', { name: /A new person/ }).click();
    await tom.getByLabel('Where they work').fill('Harbour Foods');
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.locator('[data-finding]').first().waitFor();
    await tom.waitFor({ state: 'detached' });
  });

  await chapter('sees who spoke how much and what was left open', async () => {
    const report = page.locator('.rail');
    await report.getByText('Were you listening?').waitFor();
    assert.match(await report.innerText(), /You\s+3\d%/);
    assert.match(await report.innerText(), /by time/);
    assert.match(await report.innerText(), /1 of \d/);
    await assertAccessible(page, 'a conversation');
  });

  await chapter('confirms a need with one key', async () => {
    const need = page.locator('[data-finding]', { hasText: 'We need the numbers before eight' });
    await need.getByRole('button').first().click();
    await page.locator('[data-finding][aria-current="true"]', { hasText: 'We need the numbers before eight' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('status').or(page.locator('.toast')).filter({ hasText: /Undo/ }).first().waitFor();
    assert.equal(await page.locator('[data-finding]', { hasText: 'We need the numbers before eight' }).count(), 0);
  });

  await chapter('takes it back with z and confirms it again', async () => {
    await page.keyboard.press('z');
    const need = page.locator('[data-finding]', { hasText: 'We need the numbers before eight' });
    await need.waitFor();
    await need.getByRole('button').first().click();
    await page.keyboard.press('c');
    await need.waitFor({ state: 'detached' });
  });

  await chapter('finds it on Tom’s page, and the quote opens the call at that turn', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
    await page.getByRole('link', { name: 'Tom Baker' }).click();
    await page.getByRole('heading', { name: 'Tom Baker' }).waitFor();
    const main = page.locator('main');
    await main.getByText('We need the numbers before eight').first().waitFor();
    // The word may still be on its way: the page is asked again once it is kept.
    await main
      .getByText(/confirmed it/)
      .first()
      .waitFor();
    assert.match(await main.innerText(), /Harbour Foods/);
    await assertAccessible(page, 'a person');
    await main.locator('.src a').first().click();
    await page.waitForURL(/turn=1/);
    await page.locator('mark', { hasText: 'We need the numbers before eight' }).waitFor();
  });

  await chapter('the same file again adds nothing', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Conversations' }).click();
    await dropFile(page, CALL);
    await page
      .getByText(/already/i)
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByRole('link', { name: /first-call/ })
      .first()
      .waitFor();
    assert.equal(await page.getByRole('link', { name: /first-call/ }).count(), 1);
  });

  await chapter('signs out, and nothing answers any more', async () => {
    await page.goto('/settings/me');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await assertAccessible(page, 'sign-in');
    const answer = await page.request.get('/api/v1/people');
    assert.equal(answer.status(), 401);
  });
});

/** A file let go over the page, as a mouse does it. */
async function dropFile(on: Page, file: string): Promise<void> {
  const [name, text] = [JSON.stringify(path.basename(file)), JSON.stringify(readFileSync(file, 'utf8'))];
  // A text, because these names are the browser's and not ours.
  const dataTransfer = await on.evaluateHandle(
    `(() => { const made = new DataTransfer(); made.items.add(new File([${text}], ${name}, { type: 'text/vtt' })); return made; })()`,
  );
  for (const type of ['dragenter', 'dragover', 'drop']) await on.dispatchEvent('main', type, { dataTransfer });
}
