import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import { assertNoSideways, assertReadable, type Desk, handIn, nameAll, sitDown, understood, until, vttOf } from './talks.ts';

const CALL = vttOf([
  ['Nora Lind', 'What made you take this call?', 4],
  ['Tom Baker', 'The reports are late every Monday. We need the numbers before eight, and I am worried that my boss will ask me why.', 13],
  ['Nora Lind', 'I will send you an example by Friday.', 4],
  ['Tom Baker', 'Please do. I hate being called at night. Does it work without a signal?', 7],
  ['Nora Lind', 'Anyway, before that I would like to show you our dashboard. It has forty charts.', 5],
]);
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

let stage: Stage;
let nora: Desk;
let talk = '';

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  await nora.ask('POST', '/api/v1/conversations/by-hand', {
    ...{ who: ['Ines Reyes'], kind: 'visit', lines: 'She showed the cold room.', happenedAt: '2026-11-12T09:00:00Z' },
    promised: [
      { by: 'us', what: 'Teken een koelcel met twee deuren', due: '2026-11-20' },
      { by: 'them', what: 'Stuur de dienstregeling' },
    ],
  });
  const { conversations } = await handIn(nora, 'monday.vtt', CALL);
  await nameAll(nora, { 'Tom Baker': 'new' });
  await handIn(
    nora,
    'een-heel-lange-naam-zonder-spatie-van-een-bestand-dat-maar-doorgaat.vtt',
    vttOf([['Vera Quist', 'We need a crane.']]),
  );
  await understood(nora);
  talk = `/conversations/${conversations[0]?.id}`;
});
after(() => stage.close());

/** Every screen of listening, with what is there once it is drawn. */
const SCREENS: { name: string; path: () => string; there: (page: Page) => Promise<unknown> }[] = [
  { name: 'Today', path: () => '/', there: (page) => page.locator('.end').waitFor() },
  { name: 'the list', path: () => '/conversations', there: (page) => page.locator('.foot').waitFor({ state: 'attached' }) },
  { name: 'a conversation', path: () => talk, there: (page) => page.locator('.turn').first().waitFor() },
  { name: 'who is who', path: () => '/speakers', there: (page) => page.locator('.speaker').first().waitFor() },
  { name: 'promises', path: () => '/promises', there: (page) => page.locator('.prow').first().waitFor() },
  { name: 'kept promises', path: () => '/promises?kept=true', there: (page) => page.locator('h1').waitFor() },
  { name: 'pasting', path: () => '/conversations?add=paste', there: (page) => page.getByRole('dialog').waitFor() },
  { name: 'logging', path: () => '/conversations?add=log', there: (page) => page.getByRole('dialog').waitFor() },
];

for (const [where, size] of [
  ['at a desk', DESK],
  ['on a phone', PHONE],
] as const)
  test(`every screen can be read by day and by night, ${where}`, { timeout: 120_000 }, async (story) => {
    const { page } = nora;
    const chapter = chaptersOf(story, () => page);
    await page.setViewportSize(size);
    for (const screen of SCREENS)
      await chapter(screen.name, async () => {
        await page.goto(screen.path());
        await screen.there(page);
        await assertReadable(page, `${screen.name} ${where}`);
      });
  });

test('no screen must be pushed aside, from the smallest phone to the widest desk', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  for (const screen of SCREENS)
    await chapter(screen.name, async () => {
      await page.setViewportSize(DESK);
      await page.goto(screen.path());
      await screen.there(page);
      for (const width of [320, 390, 600, 719, 720, 900, 1024, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        await assertNoSideways(page, `${screen.name} at ${width}`);
      }
    });
});

test('on a phone: tabs, one suggestion in hand, and a thumb to confirm it', { timeout: 60_000 }, async (story) => {
  const { page } = await stage.visitor({
    storageState: await nora.context.storageState(),
    viewport: PHONE,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const chapter = chaptersOf(story, () => page);
  const peek = page.locator('.peek');

  await chapter('the tabs lead to the list and from there to the talk', async () => {
    await page.goto('/');
    await page.locator('.end').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Listen' }).tap();
    await page.locator('.plist a', { hasText: 'monday' }).tap();
    await page.locator('[data-turn="0"]').waitFor();
    await peek.waitFor();
  });

  await chapter('what is in hand can be seen where it was said, and confirmed', async () => {
    const before = await peek.locator('.k').innerText();
    await peek.locator('.jump').tap();
    await page.locator('.turn.on').waitFor();
    const on = await page.locator('.turn.on').boundingBox();
    const tray = await peek.boundingBox();
    assert.ok(on && tray && on.y < tray.y, 'the words stand above the tray');
    for (const name of ['Confirm', 'Edit', 'Not this']) {
      const box = await peek.getByRole('button', { name }).boundingBox();
      assert.ok(box && box.height >= 44, `${name} is ${box?.height} pixels high`);
    }
    await peek.getByRole('button', { name: 'Confirm' }).tap();
    await page.locator('.toast', { hasText: 'Confirmed' }).waitFor();
    await until(async () => (await peek.locator('.k').innerText()) !== before, 'the next one is in hand');
    await page.locator('.toast').getByRole('button', { name: /Undo/ }).tap();
    await until(async () => (await peek.locator('.k').innerText()) === before, 'it is back in hand');
  });

  await chapter('the last one done, the tray is gone and the page says so', async () => {
    const done = page.locator('.tray-end', { hasText: 'That is everything.' });
    const left = async () => Number(/of (\d+)/.exec((await peek.textContent({ timeout: 500 }).catch(() => '')) ?? '')?.[1] ?? 0);
    const all = await left();
    for (let now = all; now > 0; now--) {
      await peek.getByRole('button', { name: 'Not this' }).tap();
      await until(async () => (await left()) === now - 1, 'it went on');
    }
    await done.waitFor();
    for (let n = 0; n < all; n++) await page.keyboard.press('z');
    await peek.waitFor();
  });
});

test('the page of keys tells what works here', { timeout: 30_000 }, async () => {
  const { page } = nora;
  await page.setViewportSize(DESK);
  const told = async (path: string, there: (on: Page) => Promise<unknown>) => {
    await page.goto(path);
    await there(page);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    const words = await dialog.innerText();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    return words;
  };
  const list = await told('/conversations', (on) => on.locator('tbody tr').first().waitFor());
  for (const says of ['Paste text', 'Log a talk by hand', 'Choose files', 'Next conversation']) assert.match(list, new RegExp(says));
  const one = await told(talk, (on) => on.locator('.turn').first().waitFor());
  for (const says of ['Confirm', 'Not this', 'Edit', 'Zoom in', 'Whole conversation', 'Go to where it was said'])
    assert.match(one, new RegExp(says));
  const who = await told('/speakers', (on) => on.locator('.speaker').first().waitFor());
  for (const says of ['It is me', 'A new person', 'Not a person']) assert.match(who, new RegExp(says));
});

test('in Dutch nothing is left in English, whichever screen', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  await page.goto('/settings/me');
  await page.getByRole('button', { name: 'Nederlands' }).click();
  await page.locator('html[lang=nl]').waitFor();
  for (const screen of SCREENS)
    await chapter(screen.name, async () => {
      await page.goto(screen.path());
      await screen.there(page);
      assert.deepEqual(english(await ours(page)), []);
    });
  await chapter('a suggestion being put right, and how it is counted', async () => {
    await page.goto(talk);
    await page.locator('[data-finding]').first().getByRole('button').first().click();
    await page.keyboard.press('e');
    await page.locator('.rail .edit').waitFor();
    for (const summary of await page.locator('.fig summary').all()) await summary.click();
    const words = await ours(page);
    assert.deepEqual(english(words), []);
    assert.doesNotMatch(words, /\b(undefined|NaN|\[object)\b/);
  });
  await page.goto('/settings/me');
  await page.getByRole('button', { name: 'English' }).click();
});

/** What a page says in its own words: not what was really said, not names and titles, nor where a measure comes from. */
function ours(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const copy = document.body.cloneNode(true);
    const theirs = 'q, .say, mark, .nm, .crumb b, .places, [data-row] td:nth-child(2), h1.sr, .fin, .own, .prow .t, .owe a, .where, dd, script, style, b.b, .lanes .b, textarea, .meta, .toast, .sr';
    for (const one of copy.querySelectorAll(theirs)) one.remove();
    const said = [...copy.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((one) => ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) || ''));
    document.body.append(copy);
    const shown = copy.innerText;
    copy.remove();
    return [shown, ...said].join('\\n');
  })()`) as Promise<string>;
}

/** Words that are English and never Dutch. */
function english(words: string): string[] {
  const found =
    words.match(
      /\b(the|you|your|they|and|with|what|who|where|conversation|promise|said|by when|nothing|everyone|left|need|late|waits?)\b/gi,
    ) ?? [];
  return [...new Set(found)].map((word) => `${word}: ${new RegExp(`.{0,30}\\b${word}\\b.{0,30}`, 'i').exec(words)?.[0]}`);
}
