import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import { assertNoSideways, assertReadable, type Desk, handIn, nameAll, sitDown, understood, until, vttOf } from './talks.ts';

const CALL = vttOf([
  ['Nora Lind', 'How do you see us?', 4],
  ['Tom Baker', 'I thought you only come during the day.', 6],
  ['Nora Lind', 'Actually, no. Somebody does.', 4],
]);
const CLAIM = 'A visit within four hours, at night too';

let stage: Stage;
let nora: Desk;
let page: Page;

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  page = nora.page;
});
after(() => stage.close());

const typed = async (label: string) => page.getByLabel(label).inputValue();
const focused = () =>
  page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""');

test('what is offered is written down, and what somebody believes is held against it', async (story) => {
  const chapter = chaptersOf(story, () => page);

  await chapter('an empty place teaches, and takes the first by keyboard alone', async () => {
    await page.goto('/settings/offerings');
    await page.getByRole('heading', { name: 'What do you offer?' }).waitFor();
    await page.getByText('Nobody comes out at night anyway').waitFor();
    await assertReadable(page, 'nothing offered yet');
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.getByText('Everything has a name.').waitFor();
    await page.keyboard.type('Harbourline');
    // Nothing typed is lost: not by leaving the form, nor by leaving the page.
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('button', { name: 'Write down the first' }).click();
    assert.equal(await typed('What is it called?'), 'Harbourline');
    await page.getByLabel('Whom does it not serve?').fill('Dry goods');
    await page.keyboard.press('Enter');
    await page.getByText('Harbourline is written down').waitFor();
    await page.getByRole('heading', { name: 'You offer one thing.' }).waitFor();
  });

  await chapter('claims are typed one after the other; a sentence is asked for in plain words', async () => {
    await until(async () => (await page.getByLabel('What do you say of it?').count()) === 1, 'there is room for the first claim');
    await page.getByLabel('What do you say of it?').fill(CLAIM);
    await page.keyboard.press('Enter');
    await page.getByText('Claim added.').waitFor();
    await until(async () => (await typed('What do you say of it?')) === '', 'there is room for the next');
    await page.keyboard.press('Enter');
    await page.getByText('Write what you say of it, in a sentence.').waitFor();
    await page.keyboard.type('The battery lasts for ever');
    await page.keyboard.press('Enter');
    await until(async () => (await page.getByRole('listitem').filter({ hasText: 'battery' }).count()) === 1, 'both stand there');
    await page.keyboard.press('Escape');
    await until(async () => (await focused()) === 'Add a claim of Harbourline', 'one goes on where one was');
  });

  await chapter('it is said better, no longer, and again', async () => {
    await page.getByRole('button', { name: 'Reword: The battery lasts for ever' }).click();
    await page.getByLabel('What do you say of it?').fill('The battery lasts five years');
    await page.keyboard.press('Enter');
    await page.getByText('Claim reworded').waitFor();
    await page.getByRole('button', { name: 'Withdraw: The battery lasts five years' }).click();
    await page.getByText('Claim withdrawn').waitFor();
    await until(async () => (await page.getByText('The battery lasts five years').count()) === 0, 'it is gone');
    await page.keyboard.press('z');
    await page.getByText('The battery lasts five years').waitFor();
    await page.getByRole('button', { name: 'Withdraw: The battery lasts five years' }).click();
    await page.getByRole('button', { name: 'Show the one you no longer say' }).click();
    await page.getByRole('button', { name: 'Say it again: The battery lasts five years' }).waitFor();
    await assertReadable(page, 'what is offered');
    for (const width of [320, 390, 720, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      await assertNoSideways(page, `what is offered at ${width}`);
    }
  });

  await chapter('a misbelief is held against the claim, in the tray, in the margin and on their page', async () => {
    const { conversations } = await handIn(nora, 'call.vtt', CALL);
    await nameAll(nora, { 'Tom Baker': 'new', 'Nora Lind': 'me' });
    await understood(nora);
    const id = conversations[0]?.id ?? '';
    const { findings } = await nora.ask<{ findings: { id: string; kind: string }[] }>('GET', `/api/v1/conversations/${id}`);
    const belief = findings.find(({ kind }) => kind === 'belief.false');
    assert.ok(belief);
    await page.goto(`/conversations/${id}?finding=${belief.id}`);
    await page.locator(`[data-finding="${belief.id}"]`).waitFor();
    await page.keyboard.press('e');
    const tray = page.locator('.rail');
    await tray.getByLabel('In our words').fill('That nobody comes at night');
    await tray.getByLabel('Held against').selectOption({ label: CLAIM });
    await assertReadable(page, 'choosing a claim');
    await tray.getByRole('button', { name: 'Save and confirm' }).click();
    const said = `against: «${CLAIM}» · Harbourline`;
    await page.locator('.fin', { hasText: said }).waitFor();
    const { rows } = await nora.ask<{ rows: { id: string }[] }>('GET', '/api/v1/people');
    await page.goto(`/people/${rows[0]?.id}`);
    await page.getByText(said, { exact: true }).waitFor();
    await page.goto('/settings/offerings');
    await page.getByRole('button', { name: `Withdraw: ${CLAIM}` }).click();
    await page.getByText('Claim withdrawn').waitFor();
    await page.goto(`/people/${rows[0]?.id}`);
    await page.getByText(`${said}, no longer said`, { exact: true }).waitFor();
  });
});
