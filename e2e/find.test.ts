import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, chaptersOf, openSample, openSampleStage, type Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openSampleStage();
  ({ page } = await stage.visitor());
  await openSample(page);
});
after(() => stage.close());

test('somebody finds and does without touching the mouse', async (story) => {
  const chapter = chaptersOf(story, () => page);
  const option = (name: string | RegExp) => page.getByRole('option', { name });
  const chosen = () => page.locator('[role=option][aria-selected=true]');
  const look = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(words);
  };

  await chapter('a person is found by where they work, and Enter opens them', async () => {
    await page.goto('/people');
    await page.locator('tbody .nm').first().waitFor();
    await look('harbour');
    await option(/Ines Carvalho/)
      .first()
      .waitFor();
    await option(/Daniel Brandt/)
      .first()
      .waitFor();
    await option(/Harbour Foods Daniel Brandt, Ines Carvalho/).waitFor();
    await assertAccessible(page, 'what was found');
    const first = await chosen().locator('b').innerText();
    await page.keyboard.press('ArrowDown');
    await until(async () => (await chosen().locator('b').innerText()) !== first);
    const second = await chosen().locator('b').innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: second }).waitFor();
  });

  await chapter('Tab keeps one kind, Escape leaves and gives the focus back', async () => {
    await look('harbour');
    await option(/Ines Carvalho/)
      .first()
      .waitFor();
    await page.keyboard.press('Tab');
    await until(async () => (await page.locator('.w-grp').count()) === 1);
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('combobox').count(), 0);
  });

  await chapter('a slip is mended and said; it can be refused', async () => {
    await look('harbuor');
    await page.getByText('Showing harbour.').waitFor();
    await option(/Ines Carvalho/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Only what I typed' }).click();
    await page.getByText(/Nobody and nothing is called “harbuor”/).waitFor();
    await page.keyboard.press('Escape');
  });

  await chapter('words that were said open in their place, with the turn before them', async () => {
    await look('all winter');
    const said = option(/I swim in the harbour/);
    await said.waitFor();
    assert.ok((await said.locator('mark').allInnerTexts()).includes('winter'));
    await until(async () => (await chosen().innerText()).includes('harbour'));
    await page.locator('.w-near').getByText('opens there').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/conversations\/.*turn=\d+/);
    await page.locator('.turn').filter({ hasText: 'all winter' }).first().waitFor();
  });

  await chapter('a sentence notes a promise, part by part, and z takes it back', async () => {
    await page.goto('/people');
    await page.locator('tbody .nm').first().waitFor();
    await look('promise Ines the tunnel answer by tomorrow');
    const would = page.locator('.w-would');
    await would.getByText('Ines Carvalho').waitFor();
    assert.match(await would.innerText(), /What\s+the tunnel answer/);
    await assertAccessible(page, 'what would be noted');
    await option(/Note a promise to Ines Carvalho/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Promise to Ines Carvalho noted').waitFor();
    const noted = async () => JSON.stringify(await (await page.request.get('/api/v1/promises')).json()).includes('the tunnel answer');
    await until(noted);
    await page.keyboard.press('z');
    await until(async () => !(await noted()));
  });

  await chapter('a promise to nobody we know is not noted', async () => {
    await look('promise Zebedee a call');
    await page.getByText('Nobody here is called “Zebedee”.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Note the promise' }).count(), 0);
    await page.keyboard.press('Escape');
  });

  await chapter('“add Tom Baker” and “log a call with Ines” open their forms, filled in', async () => {
    await look('add tom baker');
    await option('Add Tom Baker as a person').waitFor();
    await page.keyboard.press('Enter');
    const name = page.getByRole('dialog').getByLabel('Name', { exact: true });
    await name.waitFor();
    assert.equal(await name.inputValue(), 'Tom Baker');
    await page.keyboard.press('Escape');
    await until(async () => (await page.getByRole('dialog').count()) === 0);
    await look('log a call with ines');
    await option('Log a talk with Ines Carvalho').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Ines Carvalho').first().waitFor();
    await page.keyboard.press('Escape');
  });

  await chapter('on a phone it fills the screen and closes by touch', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/more');
    await page.getByRole('button', { name: 'Find or do' }).last().click();
    await page.getByRole('combobox').fill('ruth');
    await option(/Ruth Adeyemi/)
      .first()
      .waitFor();
    await assertAccessible(page, 'find on a phone');
    await page.getByRole('button', { name: 'Close' }).click();
    assert.equal(await page.getByRole('combobox').count(), 0);
  });
});
