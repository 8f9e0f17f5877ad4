import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import { assertNoSideways, assertReadable, type Desk, handIn, nameAll, sitDown, understood, until, vttOf } from './talks.ts';

const CALL = vttOf([
  ['Nora Lind', 'What does an ordinary Monday look like?', 4],
  ['Grace Oyelaran', 'Two hundred children with allergies, that is my Monday.', 6],
]);
const MAIL = `From: Gracie Oyelaran <gracie@eastmere.example>\nTo: Nora Lind <nora@example.org>\nSubject: Mondays\nDate: Fri, 6 Feb 2026 09:00:00 +0100
Message-ID: <m1@eastmere.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nMondays are allergy lists. Call me Tuesday?\n`;

let stage: Stage;
let nora: Desk;
let page: Page;
let graceId = '';

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  page = nora.page;
  await handIn(nora, 'monday.vtt', CALL);
  await nameAll(nora, { 'Grace Oyelaran': 'new', 'Nora Lind': 'me' });
  await understood(nora);
  const { rows } = await nora.ask<{ rows: { id: string }[] }>('GET', '/api/v1/people');
  graceId = rows[0]?.id ?? '';
  const more = { organisation: 'Eastmere Schools', roleTitle: 'Head of catering', emails: ['g.oyelaran@eastmere.example'] };
  await nora.ask('PATCH', `/api/v1/people/${graceId}`, more);
});
after(() => stage.close());

test('a second Gracie is told from the first, made one with her, found under her old address, and is two again', async (story) => {
  const chapter = chaptersOf(story, () => page);
  let gracieId = '';

  await chapter('while the name is typed, who it may be is said', async () => {
    await page.goto('/people?add=true');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Gracie Oyelaran');
    await dialog.getByLabel('Where?').fill('Eastmere Schools');
    await dialog.getByText('May be Grace Oyelaran').waitFor();
    await dialog.getByLabel('What do they do?').fill('Catering mgr');
    await dialog.getByLabel('E-mail').fill('gracie@eastmere.example');
    await assertReadable(page, 'who it may be');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('Gracie Oyelaran is here now.').waitFor();
    await dialog.getByRole('link', { name: 'Look at both' }).click();
    await page.getByRole('heading', { name: 'Are Grace and Gracie one person?' }).waitFor();
    gracieId = new URL(page.url()).searchParams.get('other')?.replaceAll('"', '') ?? '';
    assert.match(gracieId, /^[0-9a-f-]{36}$/);
  });

  await chapter('why, what comes together, and words of each stand beside the choice', async () => {
    await handIn(nora, 'mail.eml', MAIL);
    await understood(nora);
    await page.reload();
    await page.getByText('Two hundred children with allergies').waitFor();
    await page.getByText('Call me Tuesday?').waitFor();
    assert.match(await page.locator('.w-why').innerText(), /Both at Eastmere Schools[\s\S]*are forms of one name/);
    assert.match(await page.locator('aside .kv').innerText(), /1 and 1/);
    const name = page.getByRole('group', { name: 'Name' });
    assert.ok(await name.getByRole('radio').nth(1).isChecked(), 'her mails are signed so');
    await name.getByText('Grace Oyelaran').click();
    await page.getByRole('group', { name: 'What they do' }).getByText('Catering mgr').click();
    await assertReadable(page, 'two side by side');
    for (const width of [320, 390, 720, 1000, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      await assertNoSideways(page, `two side by side at ${width}`);
    }
  });

  await chapter('they are made one with a key, and her old address leads to her', async () => {
    await page.keyboard.press('Enter');
    await page.getByText('Grace Oyelaran and Gracie Oyelaran are one person').waitFor();
    await page.getByText('Nobody stands here twice.').waitFor();
    await assertReadable(page, 'no pair waits');
    await page.goto(`/people/${gracieId}`);
    await page.waitForURL(`**/people/${graceId}`);
    await page.locator('.hero h1').filter({ hasText: 'Grace Oyelaran' }).waitFor();
    await page.getByRole('link', { name: 'gracie@eastmere.example' }).waitFor();
    await page.getByRole('definition').filter({ hasText: 'gracie oyelaran' }).first().waitFor();
  });

  await chapter('from her page she is made one with somebody chosen by name, and one key brings both back', async () => {
    await nora.ask('POST', '/api/v1/people', { name: 'Zadie Smith' });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'May be the same as…' }).click();
    await page.getByLabel('Find somebody by name').fill('zad');
    await page.getByRole('button', { name: /Zadie Smith/ }).click();
    await page.getByText('You chose them.').waitFor();
    await page.getByRole('button', { name: 'Make them one' }).click();
    await page.waitForURL(`**/people/${graceId}`);
    await page.getByText('are one person').waitFor();
    await page.keyboard.press('z');
    await page.getByText('Both are back').waitFor();
    const { rows } = await nora.ask<{ rows: { name: string }[] }>('GET', '/api/v1/people?sort=name');
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Grace Oyelaran', 'Zadie Smith'],
    );
  });

  await chapter('several wait in a list; each decision shows the next pair', async () => {
    for (const name of ['Tom Baker', 'Thomas Baker', 'Ada Byron', 'Ada Byron']) await nora.ask('POST', '/api/v1/people', { name });
    await page.goto('/people');
    await page.getByRole('link', { name: '2 pairs may be the same person' }).click();
    await page.getByRole('heading', { name: '2 pairs may be the same person' }).waitFor();
    await assertReadable(page, 'the pairs that wait');
    await page.keyboard.press('Enter');
    const first = await page.getByRole('heading', { level: 1 }).innerText();
    assert.match(await page.locator('.crumb').innerText(), /1 of 2/);
    await page.keyboard.press('l');
    await page.getByText('Put off').waitFor();
    await until(async () => (await page.getByRole('heading', { level: 1 }).innerText()) !== first, 'the next pair is there');
    await page.locator('.w-mrow').first().waitFor();
    await page.keyboard.press('n');
    await page
      .getByText(/stays? two people/)
      .last()
      .waitFor();
    await page.getByText('Nobody stands here twice.').waitFor();
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: '1 pair may be the same person' }).waitFor();
    await page.getByRole('link', { name: 'Show the one you put off' }).click();
    await page.getByRole('heading', { name: 'Put off' }).waitFor();
  });

  await chapter('everybody is looked over, and how far that is is said', async () => {
    await page.getByRole('button', { name: 'Look over everybody' }).click();
    await page.getByText('Everybody was looked over today.').waitFor();
  });
});

test('what was made one is two again, with all that was theirs', async () => {
  const { rows } = await nora.ask<{ rows: { id: string; name: string }[] }>('GET', '/api/v1/people?sort=name');
  const [grace] = rows.filter(({ name }) => name === 'Grace Oyelaran');
  const second = await nora.ask<{ id: string }>('POST', '/api/v1/people', { name: 'G. Oyelaran', organisation: 'Eastmere Schools' });
  await page.goto(`/people/duplicates?one=${grace?.id}&other=${second.id}`);
  await page.getByRole('button', { name: 'Make them one' }).click();
  await page.getByText('are one person').waitFor();
  await page.getByRole('button', { name: /Undo/ }).click();
  await page.getByText('Both are back').waitFor();
  await page.goto(`/people/${second.id}`);
  await page.locator('.hero h1').filter({ hasText: 'G. Oyelaran' }).waitFor();
  assert.ok(page.url().endsWith(second.id));
});
