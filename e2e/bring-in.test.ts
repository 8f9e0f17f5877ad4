import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { assertAccessible, chaptersOf, openStage, type Stage } from './stage.ts';
import { chooseFiles, colleague, type Desk, handIn, sitDown, until, vttOf } from './talks.ts';

const CALL = vttOf([
  ['Nora Lind', 'What happened with the last delivery?'],
  ['Tom Baker', 'The fish came in warm, and we need somebody who calls us before it does.', 8],
  ['Nora Lind', 'So nobody told you in time.'],
  ['Tom Baker', 'Nobody. Can you tell me what it would cost?', 5],
]);

let stage: Stage;
let nora: Desk;

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
});
after(() => stage.close());

test('somebody brings in what they have, whole and broken', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  const panel = page.locator('.uploads');
  const line = (name: string) => panel.locator('li', { hasText: name });

  await chapter('five files at once: each says its own thing', async () => {
    await handIn(nora, 'depot.vtt', CALL);
    await page.goto('/conversations');
    await page.getByRole('link', { name: /depot/ }).first().waitFor();
    await chooseFiles(page, [
      {
        name: 'monday.vtt',
        text: vttOf([
          ['Nora Lind', 'How was Monday?'],
          ['Ida Moss', 'Loud, and we lost a pallet.', 6],
        ]),
      },
      { name: 'picture.vtt', text: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 0xff, 0xfe]) },
      { name: 'empty.vtt', text: '' },
      { name: 'half.vtt', text: `${CALL}\n5\n00:00:30.000 --> 00:0` },
      { name: 'depot-again.vtt', text: CALL },
    ]);
    await panel.getByText('5 of 5 done').waitFor();
    await line('monday.vtt')
      .getByText(/2 turns/)
      .waitFor();
    await line('monday.vtt').getByRole('link', { name: '1 speaker to name' }).waitFor();
    await line('depot-again').getByText('Already here').waitFor();
    await line('half.vtt')
      .getByText(/could not be read/)
      .waitFor();
    for (const name of ['picture.vtt', 'empty.vtt']) {
      assert.match((await line(name).locator('.harm').innerText()).trim(), /\S.{12,}/);
      await line(name).getByRole('button', { name: 'Try again' }).waitFor();
    }
    assert.notEqual(await line('picture.vtt').locator('.harm').innerText(), await line('empty.vtt').locator('.harm').innerText());
    await panel.getByText('2 files did not come in.').waitFor();
    await assertAccessible(page, 'the panel of what comes in');
  });

  await chapter('a line that was lost on the way is sent again with one press', async () => {
    await panel.getByRole('button', { name: 'Close' }).click();
    await page.route('**/api/v1/conversations/files?*', (route) => route.abort());
    await chooseFiles(page, [{ name: 'tuesday.vtt', text: vttOf([['Ida Moss', 'I would like a quiet week.']]) }]);
    await line('tuesday.vtt').getByText('The connection was lost').waitFor();
    await page.unroute('**/api/v1/conversations/files?*');
    await line('tuesday.vtt').getByRole('button', { name: 'Try again' }).click();
    await line('tuesday.vtt')
      .getByRole('link', { name: /Open tuesday/ })
      .waitFor();
    await panel.getByText('Everything is in.').waitFor();
  });

  await chapter('it goes on while one looks at something else, and steps aside once one reads', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/v1/conversations/files?*', async (route) => {
      await held;
      await route.continue();
    });
    await chooseFiles(page, [{ name: 'slow.vtt', text: vttOf([['Ida Moss', 'Nobody hurries here.']]) }]);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
    await page.waitForURL(/\/people/);
    await panel.getByText('It goes on by itself').waitFor();
    release();
    await line('slow.vtt')
      .getByRole('link', { name: /Open slow/ })
      .click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}/);
    await panel.locator('li').first().waitFor({ state: 'detached' });
    await panel.getByText('Everything is in.').waitFor();
    await panel.getByRole('button', { name: 'Show all' }).click();
    await line('slow.vtt').waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.unroute('**/api/v1/conversations/files?*');
  });

  await chapter('a folder brings what can be read of it, however deep', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'heed-folder-'));
    mkdirSync(path.join(folder, 'calls', 'march'), { recursive: true });
    writeFileSync(path.join(folder, 'calls', 'march', 'deep.vtt'), vttOf([['Ida Moss', 'We moved the depot.']]));
    writeFileSync(path.join(folder, 'notes.txt'), 'Ida Moss: We sold the old vans.\nNora Lind: To whom?\n');
    writeFileSync(path.join(folder, 'photo.jpg'), 'not a talk');
    writeFileSync(path.join(folder, '.hidden.txt'), 'not for us');
    await page.goto('/conversations');
    await page.locator('[data-choose=folder]').setInputFiles(folder);
    await page.getByText('2 files of other kinds were left where they were.').waitFor();
    await panel.getByText('2 of 2 done').waitFor();
    await line('deep.vtt')
      .getByRole('link', { name: /Open deep/ })
      .waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    rmSync(folder, { recursive: true });
  });
});

test('what is typed is kept until it is handed in', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  const form = page.getByRole('dialog');

  await chapter('a pasted talk stands there again after a reload, and becomes a conversation', async () => {
    await page.goto('/conversations');
    await page.getByRole('button', { name: 'Bring in' }).waitFor();
    await page.keyboard.press('p');
    await form.getByRole('button', { name: 'Bring it in' }).click();
    await form.getByText('There is nothing here yet.').waitFor();
    await form.getByLabel('The text').fill('Joan Reed: The alarm goes off every night.\nNora Lind: And who wakes up?\nJoan Reed: I do.');
    await form.getByLabel('Title').fill('The alarm at Reed’s');
    await page.reload();
    await form.getByLabel('The text').waitFor();
    assert.match(await form.getByLabel('The text').inputValue(), /every night/);
    assert.equal(await form.getByLabel('Title').inputValue(), 'The alarm at Reed’s');
    await assertAccessible(page, 'pasting a talk');
    await form.getByRole('button', { name: 'Bring it in' }).click();
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { name: 'The alarm at Reed’s' }).waitFor();
    await page.locator('[data-turn="2"]', { hasText: 'I do.' }).waitFor();
    await page.getByText('Drawn by words: this one has no times.').waitFor();
    await page.keyboard.press('3');
    await page.waitForURL(/\/conversations$/);
    await page.keyboard.press('p');
    assert.equal(await form.getByLabel('The text').inputValue(), '');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  await chapter('a talk without a recording is written down with the keyboard alone', async () => {
    await page.keyboard.press('l');
    await page.keyboard.type('Rosa Diaz');
    await page.getByRole('option', { name: /Rosa Diaz, someone new/ }).waitFor();
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Take Rosa Diaz off' }).waitFor();
    await tabTo(page, 'What was said, in two lines');
    await page.keyboard.type('She opens a second kitchen in May.');
    await tabTo(page, 'Add a promise');
    await page.keyboard.press('Enter');
    await tabTo(page, 'What');
    await page.keyboard.type('send the price of two loggers');
    await tabTo(page, 'By when');
    await page.keyboard.type('12122027');
    assert.equal(await form.getByLabel('By when').inputValue(), '2027-12-12');
    await assertAccessible(page, 'a talk by hand');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}/);
    await page.getByText('The talk is written down').waitFor();
    await page.getByText('She opens a second kitchen in May.').first().waitFor();
  });

  await chapter('the promise stands on her page and among the promises', async () => {
    await page.keyboard.press('4');
    await page.locator('.prow', { hasText: 'Send the price of two loggers' }).waitFor();
    assert.match(await page.locator('.prow').innerText(), /To Rosa Diaz/);
    await page.locator('.prow').getByRole('link', { name: 'Rosa Diaz', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Rosa Diaz' }).waitFor();
    await page
      .locator('main')
      .getByText(/price of two loggers/i)
      .first()
      .waitFor();
  });
});

test('what only I may read is nowhere for a colleague', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const ben = await colleague(stage, nora, 'Ben Cole');
  const chapter = chaptersOf(story, () => ben.page);
  let secret = '';

  await chapter('it is brought in for oneself alone', async () => {
    await page.goto('/conversations');
    await page.getByRole('button', { name: 'Bring in' }).click();
    await page.getByRole('menuitemradio', { name: 'Only I may read this' }).click();
    await page.keyboard.press('Escape');
    await chooseFiles(page, [
      { name: 'secret.vtt', text: vttOf([['Vera Quist', 'I am leaving the company in June, and I need a job near the harbour.', 6]]) },
    ]);
    await page
      .locator('.uploads')
      .getByRole('link', { name: /Open secret/ })
      .click();
    await page.locator('.bar').getByText('Only you').waitFor();
    await page.locator('.uploads').waitFor({ state: 'detached' });
    secret = new URL(page.url()).pathname;
  });

  await chapter('the colleague sees the others, and of this one not a word', async () => {
    await ben.page.goto('/conversations');
    await ben.page.getByRole('link', { name: /depot/ }).first().waitFor();
    assert.equal(await ben.page.getByText(/secret/).count(), 0);
    await ben.page.goto(secret);
    await ben.page
      .getByText(/not here/)
      .first()
      .waitFor();
    assert.equal(await ben.page.getByText(/harbour/).count(), 0);
    assert.equal((await ben.page.request.get(`/api/v1${secret}`)).status(), 404);
    assert.equal((await ben.page.request.get(`/api/v1${secret}/file`)).status(), 404);
    await ben.page.goto('/speakers');
    await ben.page.getByRole('heading', { name: /Heed does not know/ }).waitFor();
    assert.equal(await ben.page.getByText('Vera Quist').count(), 0);
    await ben.page.goto('/');
    await ben.page.getByText('That is everyone.').waitFor();
    assert.equal(await ben.page.getByText(/Vera/).count(), 0);
  });
});

/** Presses Tab until what is called so has the focus. */
async function tabTo(page: Desk['page'], name: string): Promise<void> {
  const has = `(() => { const on = document.activeElement; const named = on && (on.getAttribute('aria-label') || (on.labels && on.labels[0] && on.labels[0].textContent) || on.textContent); return (named || '').trim() === ${JSON.stringify(name)}; })()`;
  let presses = 0;
  await until(async () => {
    if (await page.evaluate(has)) return true;
    assert.ok(presses++ < 30, `Tab does not reach “${name}”`);
    await page.keyboard.press('Tab');
    return Boolean(await page.evaluate(has));
  }, `“${name}” has the focus`);
}
