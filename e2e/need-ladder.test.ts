import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import {
  assertNoSideways,
  assertReadable,
  type Desk,
  handIn,
  nameAll,
  setAsideAllBut,
  sitDown,
  understood,
  until,
  vttOf,
} from './talks.ts';

const CALL = vttOf([
  ['Nora Lind', 'What happens when a fridge fails at night?', 4],
  ['Tom Baker', 'We need to know it before the morning, nobody acts on the alarms.', 6],
  ['Nora Lind', 'So it is your name on the letter when it goes wrong.', 4],
  ['Tom Baker', 'Yes. Exactly that.', 3],
]);

let stage: Stage;
let nora: Desk;
let page: Page;
let tom: string;
let link = '';

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  page = nora.page;
  const received = await handIn(nora, 'call.vtt', CALL);
  await nameAll(nora, { 'Nora Lind': 'me', 'Tom Baker': 'new' });
  await understood(nora);
  await setAsideAllBut(nora, received.conversations[0]?.id ?? '', 'We need to know');
  tom = (await nora.ask<{ rows: { id: string }[] }>('GET', '/api/v1/people')).rows[0]?.id ?? '';
});
after(() => stage.close());

const rung = (words: string) => page.locator('.rung').filter({ hasText: words });
const depthOf = (words: string) => rung(words).locator('.k').innerText();
const grip = (words: string) => rung(words).locator('.grip');
const menu = (words: string) => rung(words).getByRole('button', { name: /What to do with/ });

async function add(statement: string, more: { depth?: string; under?: string } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Add a need' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What do they need, in your words?').fill(statement);
  if (more.under) await dialog.getByLabel('What does it hang under?').selectOption({ label: more.under });
  if (more.depth) await dialog.getByLabel('How deep is it?').selectOption({ label: more.depth });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await rung(statement).waitFor();
}

async function drag(from: string, onto: ReturnType<typeof rung>): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  const [start, end] = [await grip(from).boundingBox(), await onto.boundingBox()];
  assert.ok(start && end);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 160, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

test('a need is dug from what happens to what is at stake, said back, and understood in their words', async (story) => {
  const chapter = chaptersOf(story, () => page);

  await chapter('needs are written by hand, and an empty form says what it asks for', async () => {
    await page.goto(`/people/${tom}`);
    await page.getByRole('button', { name: 'Add a need' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write what they need, in a sentence.').waitFor();
    await page.keyboard.press('Escape');
    await add('Alarms reach nobody');
    await page.getByText('Only the surface so far.').waitFor();
    await add('His name on the letter', { depth: 'What it means: for them as a person' });
  });

  await chapter('dragged onto another it hangs under it, the rungs between are there to be asked about, and z takes it back', async () => {
    await drag('His name on the letter', rung('Alarms reach nobody').first());
    await until(async () => (await page.locator('.rungs').count()) === 1, 'it is one ladder');
    assert.equal(await page.getByText('We never asked.').count(), 2);
    await page.getByText('When that happens, what does the week after look like for you?').waitFor();
    await page.keyboard.press('z');
    await until(async () => (await page.locator('.rungs').count()) === 2, 'it stands on its own again');
    await drag('His name on the letter', rung('Alarms reach nobody').first());
    await until(async () => (await page.locator('.rungs').count()) === 1, 'it is one ladder again');
  });

  await chapter('all of it goes by keys: walking, deeper, out, under the one before, and into the form', async () => {
    await grip('Alarms reach nobody').focus();
    await page.keyboard.press('ArrowDown');
    await until(
      async () => /His name/.test(await page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""')),
      'the next has the focus',
    );
    await page.keyboard.press('Shift+ArrowDown');
    await until(async () => (await depthOf('His name on the letter')) === 'At stake', 'it is one deeper');
    await until(
      async () => /His name/.test(await page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""')),
      'the focus stayed',
    );
    await page.keyboard.press('Shift+ArrowLeft');
    await until(async () => (await page.locator('.rungs').count()) === 2, 'it is out');
    await page.keyboard.press('z');
    await until(async () => (await page.locator('.rungs').count()) === 1, 'it is back');
    await grip('His name on the letter').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('What does it touch?').selectOption({ label: 'A good name' });
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await rung('His name on the letter').getByText('A good name').waitFor();
  });

  await chapter('what was heard is confirmed where Heed would hang it, or where one says', async () => {
    const choice = page.getByLabel('Where does it go?');
    await choice.selectOption({ label: 'The same as: Alarms reach nobody' });
    await page.getByRole('button', { name: 'Confirm' }).click();
    await rung('Alarms reach nobody').locator('q').waitFor();
    assert.match(await rung('Alarms reach nobody').locator('q').innerText(), /We need to know/);
  });

  await chapter('understood is what they confirmed: the turn is chosen, and it can be taken back', async () => {
    await assertReadable(page, 'the ladder');
    await menu('His name on the letter').click();
    await page.getByRole('menuitem', { name: 'Where did they confirm it?' }).click();
    await page.getByRole('button', { name: /They confirmed it here: Yes. Exactly that/ }).click();
    await rung('His name on the letter').getByText('understood since').waitFor();
    assert.doesNotMatch((await rung('His name on the letter').getAttribute('class')) ?? '', /heard|open/);
    await page.keyboard.press('z');
    await until(async () => /heard/.test((await rung('His name on the letter').getAttribute('class')) ?? ''), 'it is not understood');
  });

  await chapter('our words go on a page of their own; the link is shown once', async () => {
    await page.getByRole('button', { name: 'Did I get this right?' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    await dialog.getByText('Choose a need, and say in your words what you understood.').waitFor();
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('checkbox').nth(1).check();
    await dialog.getByLabel('Your words for need 1').fill('When an alarm rings at night, nobody picks it up.');
    await dialog.getByLabel('Your words for need 2').fill('It is your name on the letter.');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    link = new URL(await dialog.getByLabel('Link', { exact: true }).inputValue()).pathname;
    await assertReadable(page, 'the link');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  await chapter('Tom answers on his phone, in his language, without an account, and may think again', async () => {
    const { page: his } = await stage.visitor({ locale: 'nl-NL', viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    await his.goto(link);
    await his.getByRole('heading', { name: 'Heeft Nora dit goed begrepen?' }).waitFor();
    await his.getByRole('button', { name: 'English' }).click();
    await his.getByRole('heading', { name: 'Did Nora get this right?' }).waitFor();
    const asked = (words: string) => his.locator('.asked').filter({ hasText: words });
    await asked('alarm rings').getByText('No', { exact: true }).click();
    await asked('alarm rings').getByText('Received').waitFor();
    await asked('your name').getByText('Yes, that is it').click();
    await asked('your name').getByLabel('In your own words').fill('Mine, and my daughter eats there.');
    await asked('your name').getByRole('button', { name: 'Send these words' }).click();
    await his.getByText('Thank you. That is everything.').waitFor();
    await assertNoSideways(his, 'the page of Tom');
    await assertReadable(his, 'the page of Tom');
    await his.reload();
    assert.equal(await asked('your name').getByLabel('In your own words').inputValue(), 'Mine, and my daughter eats there.');
    await asked('alarm rings').getByText('Partly', { exact: true }).click();
    await asked('alarm rings').getByLabel('In your own words').fill('Somebody does, but too late.');
    await asked('alarm rings').getByRole('button', { name: 'Send these words' }).click();
    await asked('alarm rings').getByText('Received').waitFor();
  });

  await chapter('it is understood, in his words; what is only partly so is there to be looked at, also on a phone', async () => {
    await page.reload();
    await rung('His name on the letter').getByText('Mine, and my daughter eats there.').waitFor();
    await rung('His name on the letter').getByText('understood since').waitFor();
    await rung('Alarms reach nobody').getByText('They said partly').waitFor();
    await rung('Alarms reach nobody').getByText('Somebody does, but too late.').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await assertNoSideways(page, 'the ladder on a phone');
    await assertReadable(page, 'the ladder on a phone');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await chapter('a link that is taken back leads nowhere', async () => {
    await page.getByRole('button', { name: 'Did I get this right?' }).click();
    await page.getByRole('dialog').getByText('They said partly').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Take the link back' }).click();
    await page.getByRole('dialog').getByText('taken back').waitFor();
    const { page: his } = await stage.visitor();
    await his.goto(link);
    await his.getByRole('heading', { name: 'There is nothing at this link any more.' }).waitFor();
  });
});
