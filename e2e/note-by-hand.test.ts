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

const NUMBERS = 'We need the numbers before eight every Monday. By now my Sundays are gone. My wife says so too.';

let stage: Stage;
let nora: Desk;
let page: Page;

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  ({ page } = nora);
  const call = vttOf([
    ['Nora Lind', 'Good to hear you. How was the weekend?'],
    ['Tom Baker', NUMBERS, 9],
    ['Nora Lind', 'Two of us can stand in for you on the ninth.', 5],
    ['Tom Baker', 'That is kind of you.'],
  ]);
  const { conversations } = await handIn(nora, 'sundays.vtt', call);
  await nameAll(nora, { 'Tom Baker': 'new' });
  await understood(nora);
  const id = conversations[0]?.id ?? '';
  await setAsideAllBut(nora, id, 'the numbers before eight');
  await page.goto(`/conversations/${id}`);
  await page.locator('.turn mark').first().waitFor();
});
after(() => stage.close());

const bar = () => page.getByRole('group', { name: 'What are these words?' });
const form = () => page.getByRole('dialog', { name: 'Note these words' });
const note = (words: string) => page.locator('.fin', { hasText: words });

test('what Heed did not see, somebody marks: words selected, said to be a need, on the person’s page, and taken back', {
  timeout: 90_000,
}, async (story) => {
  const chapter = chaptersOf(story, () => page);

  await chapter('selects words behind a mark with the mouse, and is asked what they are', async () => {
    assert.doesNotMatch((await page.locator('.turn mark').allInnerTexts()).join(' '), /Sundays/, 'nobody has seen it yet');
    await drag('my Sundays', 'are gone');
    await bar().waitFor();
    await assertReadable(page, 'the bar by the words');
    await page.keyboard.press('Escape');
    await bar().waitFor({ state: 'detached' });
  });

  await chapter('says it is a need, and how deep', async () => {
    await drag('my Sundays', 'are gone');
    await bar().getByRole('button', { name: /^Need/ }).click();
    await form().waitFor();
    assert.equal(await form().locator('q').innerText(), 'my Sundays are gone');
    assert.equal(await form().getByLabel('Whose it is').inputValue(), '1');
    await assertReadable(page, 'the form by the words');
    await form().getByLabel('In our words').fill('Have the Sunday to himself');
    await form().getByLabel('How deep it goes').selectOption({ label: 'what it means for them' });
    await page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' });
    await drag('my Sundays', 'are gone');
    await page.keyboard.press('n');
    await form().getByLabel('In our words').fill('Have the Sunday to himself');
    await form().getByLabel('How deep it goes').selectOption({ label: 'what it means for them' });
    await form().getByRole('button', { name: 'Save' }).click();
    await form().waitFor({ state: 'detached' });
  });

  await chapter('it is marked at once, with a note in the margin and a way back', async () => {
    await page.locator('.turn mark', { hasText: /^my Sundays are gone$/ }).waitFor();
    assert.match(await note('Have the Sunday to himself').innerText(), /Nora Lind confirmed it/);
    await page.locator('.toast', { hasText: 'Noted: a need, Tom' }).waitFor();
  });

  await chapter('it stands on his page, in his words', async () => {
    const beside = await nora.context.newPage();
    await beside.goto('/people');
    await beside.getByRole('link', { name: 'Tom Baker' }).click();
    await beside.getByText('Have the Sunday to himself').first().waitFor();
    await beside.getByText('my Sundays are gone').first().waitFor();
    await beside.close();
  });

  await chapter('one key takes it back, and nothing of it is left', async () => {
    await page.keyboard.press('z');
    await note('Have the Sunday to himself').waitFor({ state: 'detached' });
    assert.equal(await page.locator('.turn mark', { hasText: 'Sundays' }).count(), 0);
    await until(async () => {
      const { rows } = await nora.ask<{ rows: { id: string }[] }>('GET', '/api/v1/people');
      const { needs } = await nora.ask<{ needs: unknown[] }>('GET', `/api/v1/people/${rows[0]?.id}`);
      return needs.length === 0;
    }, 'the need is gone from his page');
  });

  await chapter('over two turns, the words in the first one are taken, and it says so', async () => {
    await drag('My wife', 'stand in');
    await bar().getByText('Only the words in the first turn are taken.').waitFor();
    await page.keyboard.press('b');
    assert.equal(await form().locator('q').innerText(), 'My wife says so too.');
    await form().getByRole('button', { name: 'Cancel' }).click();
    await form().waitFor({ state: 'detached' });
  });

  await chapter('by keyboard alone: to the turn, the sentence, the promise and its day', async () => {
    await page.goto(`${page.url().split('?')[0]}?turn=1`);
    await page.locator('.turn.on[data-turn="1"]').waitFor();
    await page.keyboard.press('m');
    await bar().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('t');
    assert.equal(await form().locator('q').innerText(), 'My wife says so too.');
    await page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' });
    await page.keyboard.press('J');
    await page.locator('.turn.on[data-turn="2"]').waitFor();
    await page.keyboard.press('m');
    await bar().waitFor();
    await page.keyboard.press('p');
    await form().getByLabel('What', { exact: true }).fill('Stand in for him');
    await form().getByLabel('By when').fill('2026-12-09');
    await page.keyboard.press('Enter');
    await form().waitFor({ state: 'detached' });
    await note('Stand in for him').waitFor();
    const { promises } = await nora.ask<{ promises: { what: string; dueOn: string }[] }>('GET', '/api/v1/promises?whose=ours');
    assert.ok(promises.some((one) => one.what === 'Stand in for him' && one.dueOn === '2026-12-09'));
  });

  await chapter('what is noted already is not noted twice, and what was typed stays', async () => {
    await page.keyboard.press('m');
    await bar().waitFor();
    await page.keyboard.press('p');
    await form().getByLabel('What', { exact: true }).fill('Stand in for him, again');
    await page.keyboard.press('Enter');
    await form().getByRole('alert').getByText('That is noted already').waitFor();
    assert.equal(await form().getByLabel('What', { exact: true }).inputValue(), 'Stand in for him, again');
    await page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' });
  });

  await chapter('on another day its note still takes it back, and puts it there again', async () => {
    await page.reload();
    await note('Stand in for him').click();
    const standing = page.getByRole('group', { name: 'This stands confirmed' });
    await standing.waitFor();
    await assertReadable(page, 'a note that was pressed');
    await standing.getByRole('button', { name: 'Take it back' }).click();
    await note('Stand in for him').waitFor({ state: 'detached' });
    await page.locator('.toast', { hasText: 'Taken back' }).getByRole('button').click();
    await note('Stand in for him').waitFor();
  });

  await chapter('on a phone the bar stands at the foot of the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(`(() => {
      const line = document.querySelector('.turn[data-turn="3"] .say');
      line.scrollIntoView({ block: 'center' });
      document.getSelection().selectAllChildren(line);
    })()`);
    await bar().waitFor();
    const box = await bar().boundingBox();
    assert.ok(box && box.y + box.height > 770 && box.width > 380, JSON.stringify(box));
    await assertNoSideways(page, 'the transcript with the bar');
    await assertReadable(page, 'the bar on a phone');
    await bar()
      .getByRole('button', { name: /^Matters/ })
      .click();
    assert.equal(await form().locator('q').innerText(), 'That is kind of you.');
    await assertNoSideways(page, 'the form');
    await assertReadable(page, 'the form on a phone');
    await form().getByLabel('In our words').fill('Kindness');
    await form().getByRole('button', { name: 'Save' }).click();
    await note('Kindness').waitFor();
  });
});

/** From the beginning of some words to the end of others, as a hand does it; each stands within one piece of text. */
async function drag(from: string, to: string): Promise<void> {
  const [start, end] = [await pointAt(from, 0), await pointAt(to, to.length)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
  await bar().waitFor();
}

/** Where a letter of these words stands on the screen, in the middle of its line. */
async function pointAt(words: string, letter: number): Promise<{ x: number; y: number }> {
  // A text, because these names are the browser's and not ours.
  const point = await page.evaluate(`(() => {
    const walk = document.createTreeWalker(document.querySelector('.tr'), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.nodeValue.indexOf(${JSON.stringify(words)});
      if (at < 0 || !node.parentElement.closest('.say')) continue;
      const range = document.createRange();
      range.setStart(node, at + ${letter});
      range.setEnd(node, at + ${letter});
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left, y: top + height / 2 };
    }
    return null;
  })()`);
  assert.ok(point, words);
  return point as { x: number; y: number };
}
