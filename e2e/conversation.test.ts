import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import { assertReadable, colleague, type Desk, handIn, measured, nameAll, sitDown, understood, until, vttOf } from './talks.ts';

const CALL = vttOf([
  ['Nora Lind', 'Thanks for making time, Tom. What made you take this call?', 6],
  ['Tom Baker', 'Honestly, the reports are late every Monday. We need the numbers before eight, and we never have them.', 13],
  ['Nora Lind', 'And what happens on a Monday when they are late?', 4],
  ['Tom Baker', 'I phone the depot myself. We lost a customer over it in March, and I am worried that my boss will ask me why.', 17],
  ['Nora Lind', 'So it lands on your desk, and on you.', 4],
  ['Tom Baker', 'Exactly. I will send you our timetable by Friday.', 5],
  ['Nora Lind', 'Good. I will send you a plan by Thursday.', 4],
  ['Tom Baker', 'Please do. Does it work without a signal? In the tunnel we lose everything.', 6],
  ['Nora Lind', 'Anyway, before that I would like to show you our dashboard. It has forty charts.', 5],
]);

let stage: Stage;
let nora: Desk;
let address = '';

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  await handIn(nora, 'before.vtt', vttOf([['Tom Baker', 'We need a second van on Tuesdays.']]), '&lastModified=2026-11-02T09:00:00Z');
  const received = await handIn(nora, 'monday.vtt', CALL, '&lastModified=2026-11-16T09:00:00Z');
  await nameAll(nora, { 'Tom Baker': 'new' });
  await understood(nora);
  address = `/conversations/${received.conversations[0]?.id}`;
});
after(() => stage.close());

test('somebody reads a call closely', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  const turn = (n: number) => page.locator(`[data-turn="${n}"]`);
  const inHand = page.locator('[data-finding][aria-current=true]');
  const left = async () => Number(/\d+/.exec(await page.locator('.tray-head [role=status]').innerText())?.[0]);

  await chapter('a click on a lane goes to the words of that moment', async () => {
    await page.goto(address);
    await inHand.waitFor();
    await page.setViewportSize({ width: 1440, height: 420 });
    const lane = page.locator('.lane').first();
    const box = await lane.boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
    await page.locator('.turn.on[data-turn="7"]').waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await chapter('zooming by keys, and a jump outside of what is in view takes the lanes along', async () => {
    const start = page.locator('.axis span').first();
    await page.keyboard.press('0');
    for (let n = 0; n < 3; n++) await page.keyboard.press('+');
    await page.locator('.window').waitFor();
    const middle = await start.innerText();
    assert.notEqual(middle, '0');
    await page.keyboard.press('ArrowRight');
    await until(async () => (await start.innerText()) !== middle, 'the lanes moved on');
    await page.locator('.fig', { hasText: 'left open' }).locator('summary').click();
    await page.locator('[data-finding]', { hasText: 'numbers before eight' }).getByRole('button').first().click();
    await page.locator('[data-finding][aria-current=true] .jump', { hasText: 'numbers before eight' }).click();
    await page.locator('.turn.on[data-turn="1"]').waitFor();
    await until(async () => /^0:0\d$/.test(await start.innerText()), 'the lanes followed to the beginning');
    await page.keyboard.press('0');
    await page.locator('.window').waitFor({ state: 'detached' });
  });

  await chapter('the legend keeps only the turns that ask', async () => {
    const asking = page.locator('.legend').getByRole('button', { name: 'Asking', exact: true });
    await asking.click();
    await page.getByRole('button', { name: /of 9 turns/ }).waitFor();
    assert.equal(await turn(6).count(), 0);
    assert.equal(await asking.getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: /Show everything/ }).click();
    await turn(6).waitFor();
  });

  await chapter('their question that stayed open is one press away', async () => {
    const open = page.locator('.left-open button', { hasText: 'Does it work without a signal' });
    await open.click();
    await page.locator('.turn.on[data-turn="7"]').waitFor();
    await turn(7).getByText('Not answered').waitFor();
  });

  await chapter('keys walk the tray, put aside, take back, and say what happened', async () => {
    await page.locator('.rail [data-finding]').first().getByRole('button').first().click();
    const first = await inHand.getAttribute('data-finding');
    await page.keyboard.press('j');
    const second = await inHand.getAttribute('data-finding');
    assert.notEqual(second, first);
    await page.keyboard.press('k');
    assert.equal(await inHand.getAttribute('data-finding'), first);
    const before = await left();
    await page.keyboard.press('x');
    await page.locator('.toasts[aria-live=polite]').getByText('Put aside').waitFor();
    assert.equal(await left(), before - 1);
    assert.equal(await inHand.getAttribute('data-finding'), second);
    await page.keyboard.press('z');
    await page.locator(`[data-finding="${first}"][aria-current=true]`).waitFor();
    assert.equal(await left(), before);
  });

  await chapter('what it was heard as says why, by mouse, by key and in the tray, and Escape puts it away', async () => {
    const said = page.locator('.why-said');
    await turn(5).getByRole('button', { name: 'Promise', exact: true }).hover();
    await said.getByText('I will send').waitFor();
    assert.equal(await measured(page, 'CSS.highlights.get("why")?.size ?? 0'), await said.locator('li').count());
    await page.mouse.move(720, 4);
    await said.waitFor({ state: 'detached' });
    await turn(5).getByRole('button', { name: 'Promise', exact: true }).focus();
    await page.keyboard.press('w');
    await said.getByText('These words say so').waitFor();
    await assertReadable(page, 'why something was heard');
    await page.keyboard.press('Escape');
    await said.waitFor({ state: 'detached' });
    await page.locator('.sug.on').getByRole('button', { name: 'Why?' }).click();
    await said.locator('p').first().waitFor();
    await page.keyboard.press('j');
    await said.waitFor({ state: 'detached' });
    assert.equal(await measured(page, 'CSS.highlights.has("why") ? 1 : 0'), 0, 'nothing stays marked');
    await page.keyboard.press('k');
  });

  await chapter('a press on Confirm leaves the focus on the next, not nowhere', async () => {
    const second = await page.locator('[data-finding]').nth(1).getAttribute('data-finding');
    await page.locator('[data-finding]').first().getByRole('button').first().click();
    await inHand.getByRole('button', { name: /Not this/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator(`[data-finding="${second}"][aria-current=true] .jump:focus`).waitFor();
    await page.keyboard.press('z');
    const first = page.locator('[data-finding]').first();
    await first.and(page.locator('[aria-current=true]')).waitFor();
    assert.notEqual(await first.getAttribute('data-finding'), second);
    await until(async () => {
      const { findings } = await nora.ask<{ findings: { rejectedBy: unknown }[] }>('GET', `/api/v1${address}`);
      return findings.every((finding) => finding.rejectedBy === null);
    }, 'nothing is put aside');
  });

  await chapter('a suggestion is put right: what it is, how deep, by when; and it is kept', async () => {
    const need = page.locator('[data-finding]', { hasText: 'numbers before eight' });
    await need.getByRole('button').first().click();
    await page.keyboard.press('e');
    await need.getByLabel('In our words').fill('Numbers on the desk before eight');
    await need.getByLabel('How deep it goes').selectOption({ label: 'what it costs the business' });
    await page.reload();
    await need.getByRole('button').first().click();
    await page.keyboard.press('e');
    assert.equal(await need.getByLabel('In our words').inputValue(), 'Numbers on the desk before eight', 'the draft outlives a reload');
    await need.getByRole('button', { name: 'Save and confirm' }).click();
    await need.waitFor({ state: 'detached' });
    const note = turn(1).locator('.fin', { hasText: 'Numbers on the desk before eight' });
    await note.getByText('A need · what it costs the business').waitFor();
    const promise = page.locator('[data-finding]', { hasText: /timetable/ });
    await promise.getByRole('button').first().click();
    await page.keyboard.press('e');
    await promise.getByLabel('What it is').selectOption({ label: 'A request' });
    await promise.getByLabel('What', { exact: true }).fill('our address for the timetable');
    await promise.getByLabel('By when').fill('2026-12-04');
    await page.keyboard.press('Enter');
    await promise.waitFor({ state: 'detached' });
    await page.getByText('Confirmed').first().waitFor();
    await page.reload();
    await turn(5).getByText('Our address for the timetable, by Fri 4 Dec').waitFor();
    await note.getByText('A need · what it costs the business').waitFor();
  });
});

test('somebody puts the whole right: its name, its day, its place', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  const act = async (name: string) => {
    await page.getByRole('button', { name: 'Rename, date, file, remove' }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  await chapter('another title, taken back with z', async () => {
    await page.goto(address);
    await act('Rename');
    await page.getByLabel('Rename', { exact: true }).fill('Mondays at Harbour Foods');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mondays at Harbour Foods' }).waitFor();
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: 'monday' }).waitFor();
  });

  await chapter('another day moves the days that were counted from it', async () => {
    const ours = page.locator('[data-finding]', { hasText: /plan/ });
    await ours.waitFor();
    const before = await ours.innerText();
    await act('Change the date');
    await page.getByLabel('Change the date').fill('2026-11-04T10:00');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Date changed. The days you confirmed stay as they are.').waitFor();
    await page.locator('.bar').getByText(/4 Nov/).waitFor();
    await until(async () => (await ours.innerText()) !== before, 'the due day moved along');
  });

  await chapter('the file comes back as it came, to the byte', async () => {
    const download = page.waitForEvent('download');
    await act('Download the file as it came');
    const file = await (await download).path();
    assert.equal(readFileSync(file, 'utf8'), CALL);
    assert.equal((await download).suggestedFilename(), 'monday.vtt');
  });

  await chapter('the neighbours are a key away', async () => {
    const here = new URL(page.url()).pathname;
    await page.keyboard.press(']');
    await page.waitForURL((url) => url.pathname !== here);
    await page.getByRole('heading', { name: 'before' }).waitFor();
    await page.keyboard.press('[');
    await page.waitForURL((url) => url.pathname === here);
  });

  await chapter('removed, gone from the list, and back with z', async () => {
    await act('Remove');
    await page.getByText('Conversation removed').waitFor();
    await page.waitForURL(/\/conversations$/);
    await page.getByRole('link', { name: 'before' }).first().waitFor();
    assert.equal(await page.getByRole('link', { name: 'monday' }).count(), 0);
    await page.keyboard.press('z');
    await page.waitForURL((url) => url.pathname === address);
    await page.locator('[data-turn="8"]').waitFor();
  });
});

test('how one listened is for oneself, until one shares it', { timeout: 60_000 }, async () => {
  const ben = await colleague(stage, nora, 'Ben Cole');
  await ben.page.goto(address);
  await ben.page.getByText('Was Nora Lind listening?').waitFor();
  await ben.page.getByText(/These figures belong to Nora Lind/).waitFor();
  assert.equal(await ben.page.locator('.rail .figs').count(), 0, 'not a figure of hers is shown');
  const page = await ben.ask<{ listening: unknown }>('GET', `/api/v1${address}`);
  assert.equal(page.listening, null);
  await nora.ask('PUT', '/api/v1/members/me/listening', { shared: true });
  await ben.page.reload();
  await ben.page.locator('.rail .figs').waitFor();
  await nora.ask('PUT', '/api/v1/members/me/listening', { shared: false });
});
