import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, chaptersOf, openStage, type Stage } from './stage.ts';
import { type Desk, handIn, measured, type Said, sitDown, understood, until, vttOf } from './talks.ts';

const TURNS = 1500;
/** Three tenths of a second after the words are here; three times that where other work runs beside it. */
const OPENS_MS = 900;

let stage: Stage;
let nora: Desk;
let long = '';
let chat = '';
let mail = '';
let plain = '';

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  const lines = Array.from({ length: TURNS }, (_, n): Said => [n % 2 ? 'Tom Baker' : 'Nora Lind', sentence(n), 3]);
  const open = async (name: string, text: string) => `/conversations/${(await handIn(nora, name, text)).conversations[0]?.id}`;
  long = await open('long.vtt', vttOf(lines));
  chat = await open('WhatsApp Chat with Ada Brook.txt', CHAT);
  mail = await open('thread.eml', MAIL);
  plain = await open(
    'notes.txt',
    'Joan Reed: The alarm goes off every night.\nNora Lind: And who wakes up?\nJoan Reed: I do, and then I drive there.\n',
  );
  await understood(nora);
});
after(() => stage.close());

test('a day-long conversation reads like a short one', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  const turns = page.locator('.turn');

  await chapter('it stands there soon after its words have come', async () => {
    await page.goto('/conversations');
    await page.getByRole('link', { name: /long/ }).first().waitFor();
    await page.evaluate(WATCH);
    const answered = page.waitForResponse((response) => /conversations[./]open/.test(response.url()));
    await page.getByRole('link', { name: /long/ }).first().click();
    await (await answered).finished();
    await turns.first().waitFor();
    const took = await measured(
      page,
      'window.drawnAt - performance.getEntriesByType("resource").filter((one) => /conversations[./]open/.test(one.name)).at(-1).responseEnd',
    );
    assert.ok(took < OPENS_MS, `${Math.round(took)} ms`);
  });

  await chapter('only what is seen is drawn', async () => {
    assert.ok((await turns.count()) < 60, `${await turns.count()} turns are drawn`);
    assert.ok((await page.locator('.lane path').count()) <= 22, 'a lane is a path a family');
  });

  await chapter('the end is reached, and is the end', async () => {
    await until(async () => {
      await page.keyboard.press('End');
      return page.locator(`[data-turn="${TURNS - 1}"]`).isVisible();
    }, 'the last turn is there');
    assert.ok((await turns.count()) < 60);
    await page.locator(`[data-turn="${TURNS - 1}"]`, { hasText: sentence(TURNS - 1) }).waitFor();
  });

  await chapter('an address with a turn opens there, with the lanes beside it', async () => {
    await page.goto(`${long}?turn=1200`);
    await page.locator('.turn.on[data-turn="1200"]').waitFor();
    const box = await page.locator('[data-turn="1200"]').boundingBox();
    assert.ok(box && box.y > 0 && box.y < 900, `it stands at ${box?.y}`);
    for (let n = 0; n < 8; n++) await page.keyboard.press('+');
    await page.locator('.window').waitFor();
    await page.locator('[data-finding]').first().getByRole('button').first().click();
    await page.locator('[data-finding][aria-current=true] .jump').click();
    const reached = Number(await page.locator('.turn.on').getAttribute('data-turn'));
    const now = () => measured(page, 'parseFloat(document.querySelector(".lanes").style.getPropertyValue("--now"))');
    await until(async () => (await now()) >= -1 && (await now()) <= 101, `the lanes show turn ${reached}`);
  });
});

test('what was written looks written', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);

  await chapter('a chat has its days, and no clock of talking', async () => {
    await page.goto(chat);
    await page.locator('.talk-day').first().waitFor();
    assert.equal(await page.locator('.talk-day').count(), 2);
    assert.equal(await page.getByText('Drawn by words').count(), 0);
    assert.match(await page.locator('.bar').innerText(), /\d+ words/);
    assert.doesNotMatch(await page.locator('.bar').innerText(), /\d+ (h|min)\b/);
    assert.match(await page.locator('[data-turn="0"] .ts').innerText(), /09:12/);
    await assertAccessible(page, 'a chat');
  });

  await chapter('a mail is one turn of theirs, whole', async () => {
    await page.goto(mail);
    await page.locator('[data-turn="0"]', { hasText: 'The cold room hums' }).waitFor();
    await page.getByRole('heading', { name: 'The cold room', level: 1 }).waitFor();
    assert.doesNotMatch(await page.locator('.bar').innerText(), /exact times|no times/);
  });

  await chapter('notes without times are drawn by words, and say so', async () => {
    await page.goto(plain);
    await page.getByText('Drawn by words: this one has no times.').waitFor();
    assert.match(await page.locator('.axis').innerText(), /words/);
    assert.match(await page.locator('[data-turn="1"] .ts').innerText(), /^2$/);
    await page.keyboard.press('+');
    assert.equal(await page.locator('.window').count(), 0, 'so few words are never zoomed');
  });

  await chapter('Today gives what was written no length', async () => {
    await page.goto('/');
    const talk = page.locator('aside a', { hasText: 'Ada Brook' });
    await talk.waitFor();
    assert.match(await talk.innerText(), /Chat · /);
    assert.doesNotMatch(await talk.innerText(), /\d+ (h|min|s)\b/);
    await page.goto('/conversations');
    const row = page.locator('tr', { hasText: 'Ada Brook' }).first();
    assert.equal((await row.locator('td.num').innerText()).trim(), '–');
  });
});

/** Notes when the first turn has been drawn, by the clock of the page. */
const WATCH = `new MutationObserver((_, watch) => {
  if (!document.querySelector('.turn')) return;
  watch.disconnect();
  requestAnimationFrame(() => { window.drawnAt = performance.now(); });
}).observe(document.body, { childList: true, subtree: true })`;

const THINGS = ['the lorries', 'the cold room', 'the night shift', 'the north depot', 'the Monday report'];

function sentence(n: number): string {
  const thing = THINGS[n % THINGS.length];
  if (n % 11 === 0) return `What happened with ${thing} in week ${n}?`;
  if (n % 7 === 1) return `We need somebody who looks after ${thing} before hour ${n}.`;
  return `On day ${n} ${thing} went the way it went, and we wrote it down.`;
}

const CHAT = [
  '16/11/2026, 09:12 - Ada Brook: The cooler is at nine degrees again.',
  '16/11/2026, 09:14 - Nora Lind: Since when?',
  '16/11/2026, 09:15 - Ada Brook: Since six, and nobody called me.',
  '17/11/2026, 00:20 - Ada Brook: We need somebody who is awake at night.',
  '17/11/2026, 08:02 - Nora Lind: I will look into it today.',
].join('\n');

const MAIL = [
  'From: Pim Vos <pim@vos.example>',
  'To: Nora Lind <nora.lind@example.org>',
  'Subject: The cold room',
  'Date: Tue, 17 Nov 2026 09:12:00 +0100',
  'Message-ID: <one@vos.example>',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'The cold room hums at night and my neighbours complain. What can be done about it?',
].join('\r\n');
