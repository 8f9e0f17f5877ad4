import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import {
  assertNoSideways,
  assertReadable,
  type Desk,
  handIn,
  measured,
  nameAll,
  type Said,
  sitDown,
  understood,
  until,
  vttOf,
} from './talks.ts';

const OPENING: Said[] = [
  ['Maya Okafor', 'What happens in your kitchens when the fridges fail at night?', 5],
  ['Ines Carvalho', 'We need to know it before the morning, because last week we threw away two hundred meals.', 10],
  ['Maya Okafor', 'So you found out too late, and that hurt.'],
  ['Ines Carvalho', 'Yes, at the café in town. I am worried that it happens again, I hate it when nobody tells me anything.', 8],
  ['Maya Okafor', 'I see.'],
];
// Far below what is drawn: the browser's own find would not see it.
const LONG: Said[] = Array.from({ length: 240 }, (_, i) => [
  i % 2 === 0 ? 'Ines Carvalho' : 'Maya Okafor',
  `This is what we said about van number ${i + 1}.`,
]);
const CLOSING: Said[] = [
  ['Ines Carvalho', 'And the cafe in the harbour has no fridge at all.'],
  ['Maya Okafor', 'A Café without one, I see.'],
];

let stage: Stage;
let desk: Desk;
let page: Page;

before(async () => {
  stage = await openStage();
  desk = await sitDown(stage, 'Maya Okafor', { permissions: ['clipboard-read', 'clipboard-write'] });
  page = desk.page;
});
after(() => stage.close());

test('somebody finds words far down a conversation, quotes them, sees that a speaker was taken for the wrong person, and mends it', {
  timeout: 150_000,
}, async (story) => {
  const chapter = chaptersOf(story, () => page);
  let talk = '';
  await chapter('two calls with Ines, and a need that was confirmed', async () => {
    const first = await handIn(desk, 'harbour.vtt', vttOf([...OPENING, ...LONG, ...CLOSING]), '&lastModified=2026-11-17T13:02:00Z');
    await handIn(desk, 'second.vtt', vttOf([...OPENING, ['Ines Carvalho', 'Thank you for calling again.']]));
    await nameAll(desk, { 'Ines Carvalho': 'new' });
    await understood(desk);
    talk = first.conversations[0]?.id ?? '';
    await page.goto(`/conversations/${talk}`);
    const need = page.locator('[data-finding]', { hasText: 'We need to know it before the morning' }).filter({ hasText: /^A need/ });
    await need.getByRole('button').first().click();
    await page.keyboard.press('c');
    await page.locator('.toast', { hasText: /Confirmed/ }).waitFor();
  });

  await chapter('/ finds what is far below, whatever the accents, and walks through it', async () => {
    // What comes to lie under the mouse would be asked why it was heard.
    await page.mouse.move(720, 4);
    await page.keyboard.press('/');
    const field = page.getByRole('textbox', { name: 'Find in this conversation' });
    await field.fill('CAFE');
    await page.getByText('1 of 3', { exact: true }).waitFor();
    assert.equal(await page.locator('mark.hit.now').innerText(), 'café');
    await page.locator('.lane .ticks').nth(1).waitFor();
    await field.press('Enter');
    await page.getByText('2 of 3', { exact: true }).waitFor();
    await page.locator('mark.hit.now', { hasText: /^cafe$/ }).waitFor();
    await field.press('Enter');
    await page.locator('mark.hit.now', { hasText: /^Café$/ }).waitFor();
    await field.press('Shift+Enter');
    await page.getByText('2 of 3', { exact: true }).waitFor();
    await assertReadable(page, 'finding in a conversation');
    await page.setViewportSize({ width: 390, height: 844 });
    await assertNoSideways(page, 'finding on a phone');
    // From the top, where no name lies half under what is docked at the foot.
    await field.press('Shift+Enter');
    await page.getByText('1 of 3', { exact: true }).waitFor();
    await measured(page, 'window.scrollTo(0, 0)');
    await assertReadable(page, 'finding on a phone');
    await field.press('Enter');
    await page.locator('mark.hit.now', { hasText: /^cafe$/ }).waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
    await field.press('Escape');
    await field.waitFor({ state: 'detached' });
    assert.equal(await page.locator('mark.hit').count(), 0);
    assert.ok((await measured(page, 'window.scrollY')) > 3000, 'the place is kept');
    await page.keyboard.press('Control+f');
    await field.waitFor();
    await field.press('Escape');
  });

  await chapter('y copies the words with who said them and when, the menu of a turn its address', async () => {
    await page.keyboard.press('y');
    await page.locator('.toast', { hasText: /Copied/ }).waitFor();
    const quoted = await clipboard(page);
    assert.match(quoted, /^“And the cafe in the harbour has no fridge at all\.” Ines Carvalho, harbour, /);
    await page
      .locator('.turn.on')
      .getByRole('button', { name: /Copy from the turn/ })
      .click();
    await page.getByRole('menuitem', { name: 'Copy a link to this turn' }).click();
    await page.locator('.toast', { hasText: 'Link copied' }).waitFor();
    const link = await clipboard(page);
    assert.equal(new URL(link).search, `?turn=${OPENING.length + LONG.length}`);
    await page.goto(link);
    await page.locator('.turn.on', { hasText: 'And the cafe in the harbour' }).waitFor();
  });

  await chapter('a click on her name says whom she is taken for and why, and that it was somebody else', async () => {
    await page.locator('.ln').getByRole('button', { name: 'Ines Carvalho' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Heed takes this speaker for Ines Carvalho.').waitFor();
    await sheet.getByText(/Maya Okafor said so on/).waitFor();
    await assertReadable(page, 'who a speaker is');
    await sheet.getByRole('button', { name: 'This is somebody else' }).click();
    await sheet.getByRole('button', { name: 'A new person' }).click();
    await sheet.getByLabel('Name', { exact: true }).fill('Inez Prado');
    await sheet.getByLabel(/in 2 conversations/).waitFor();
    await assertReadable(page, 'mending who a speaker is');
    await page.setViewportSize({ width: 390, height: 844 });
    await assertNoSideways(page, 'mending on a phone');
    await assertReadable(page, 'mending on a phone');
    await page.setViewportSize({ width: 1440, height: 900 });
    await sheet.getByLabel('Only in this conversation').check();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await page.locator('.toast', { hasText: 'Changed in 1 conversation. 1 confirmed thing went along' }).waitFor();
    await page.locator('.ln').getByRole('button', { name: 'Inez Prado' }).waitFor();
  });

  await chapter('the need stands on the right page now; undo brings it back', async () => {
    const people = await desk.ask<{ rows: { id: string; name: string }[] }>('GET', '/api/v1/people');
    const id = (name: string) => people.rows.find((row) => row.name === name)?.id ?? '';
    const needs = async (name: string) => (await desk.ask<{ needs: unknown[] }>('GET', `/api/v1/people/${id(name)}`)).needs.length;
    assert.deepEqual([await needs('Inez Prado'), await needs('Ines Carvalho')], [1, 0]);
    await page.locator('.toast', { hasText: 'Changed in' }).getByRole('button', { name: /Undo/ }).click();
    await page.locator('.ln').getByRole('button', { name: 'Ines Carvalho' }).waitFor();
    await until(async () => (await needs('Ines Carvalho')) === 1, 'the need is back');
  });

  await chapter('from her own page it is mended for every conversation', async () => {
    await page.locator('.ln').getByRole('button', { name: 'Ines Carvalho' }).click();
    await page.getByRole('link', { name: 'Open their page' }).click();
    const names = page.locator('section', { has: page.getByRole('heading', { name: 'Speaks as' }) });
    await names.getByText('in 2 conversations').waitFor();
    await assertReadable(page, 'the names of a person');
    await names.getByRole('button', { name: 'Ines Carvalho' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'This is somebody else' }).click();
    await sheet.getByRole('button', { name: 'It is me' }).click();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await page.locator('.toast', { hasText: 'Changed in 2 conversations. 1 waits as a suggestion again' }).waitFor();
    await names.waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await names.waitFor();
  });
});

function clipboard(of: Page): Promise<string> {
  return of.evaluate('navigator.clipboard.readText()') as Promise<string>;
}
