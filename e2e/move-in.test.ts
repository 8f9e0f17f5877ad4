import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { FAIR_LIST, HUBSPOT } from './moving.ts';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import { assertNoSideways, assertReadable, type Desk, sitDown, until } from './talks.ts';

let stage: Stage;
let nora: Desk;
let page: Page;

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  page = nora.page;
});
after(() => stage.close());

const choose = (files: { name: string; text: string }[]) =>
  page
    .locator('[data-choose=imports]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
const file = (name: string) => page.getByRole('row', { name: new RegExp(name.replace('.', '\\.')) });

test('a HubSpot is dropped, tried, brought in, found by a name that is spelt wrong, and taken back', {
  timeout: 120_000,
}, async (story) => {
  const chapter = chaptersOf(story, () => page);

  await chapter('a place with nobody in it offers to move in', async () => {
    await page.goto('/people');
    await page.getByRole('link', { name: 'Move in from another CRM' }).click();
    await page.getByRole('heading', { name: 'Bring everybody with you.' }).waitFor();
    await assertReadable(page, 'where moving in begins');
  });

  await chapter('three files say what they are, and ask only what they cannot tell', async () => {
    await choose(HUBSPOT);
    await page.getByRole('heading', { name: 'This is your whole HubSpot.' }).waitFor();
    await file('all-contacts.csv').getByText('known', { exact: true }).waitFor();
    assert.match(await file('all-companies.csv').innerText(), /Organisations[\s\S]*4[\s\S]*All 8 headings/);
    await page.getByText('Who is M. Osei?').waitFor();
    await page.getByRole('button', { name: 'Nobody here' }).click();
    await page.getByRole('menuitemradio', { name: 'Nora Lind' }).click();
    await page.locator('.w-ask').first().getByRole('button', { name: 'Nora Lind' }).waitFor();
    await assertReadable(page, 'what the files are');
    for (const width of [320, 390, 720, 1000, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      await assertNoSideways(page, `what the files are, at ${width}`);
    }
  });

  await chapter('a list of one’s own says what its columns are by hand', async () => {
    await choose([FAIR_LIST]);
    await page.getByRole('button', { name: 'Say what they are' }).click();
    await page.getByLabel('What Wer means').selectOption('name');
    await page.getByLabel('What Halle means').selectOption('nothing');
    await assertReadable(page, 'what its columns mean');
    await page.getByRole('button', { name: 'Use these columns' }).click();
    await page.getByText('Read again with those columns').waitFor();
    await file('messe_liste.csv')
      .getByRole('button', { name: /More for/ })
      .click();
    await page.getByRole('menuitem', { name: 'Look at its columns' }).click();
    await until(async () => (await page.getByLabel('What Wer means').inputValue()) === 'name', 'the column is read as a name');
    await page.getByRole('button', { name: 'Close' }).click();
  });

  await chapter('the dry run is a list; a row opens, and one stays out by a key', async () => {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Enter');
    await page.locator('.w-tally').waitFor();
    await page.getByRole('button', { name: '7 new people' }).waitFor();
    assert.match(await page.locator('.w-rows').innerText(), /The organisation 90441 is in none of the files/);
    await page.getByRole('button', { name: 'Ines Carvalho' }).click();
    await page.getByRole('table', { name: 'Row 1, Ines Carvalho' }).getByText('Operations director').first().waitFor();
    await assertReadable(page, 'the dry run');
    for (const width of [320, 390, 720, 1000, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      await assertNoSideways(page, `the dry run at ${width}`);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Hana Kimura' }).click();
    await page.keyboard.press('x');
    await page.getByText('Hana Kimura is left out').waitFor();
    await page.getByRole('button', { name: '6 new people' }).waitFor();
    await page.keyboard.press('z');
    await page.getByRole('button', { name: '7 new people' }).waitFor();
    await page.getByRole('button', { name: 'left out' }).click();
    await page.getByText('“n/a” in Email is not an e-mail address').waitFor();
    assert.equal(await page.locator('.w-rows tbody tr').count(), 1);
    await page.getByRole('button', { name: 'organisations 4' }).click();
    await page.getByText('No row is like that.').waitFor();
  });

  await chapter('all rows and reasons can be had as a file', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download all rows and reasons' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, /person,all-contacts\.csv,3,create,Lars Brandvold/);
  });

  await chapter('one button brings them in, and the page says what came and how to go back', async () => {
    await page.getByRole('button', { name: 'Bring in 7 people and 6 more' }).click();
    await page.getByRole('heading', { name: 'Everyone is here.' }).waitFor({ timeout: 30_000 });
    await page.getByText('You had nobody; now you have 7 people.').waitFor();
    await page.getByText(/You can take all of it back until/).waitFor();
    await assertReadable(page, 'everyone is here');
    await page.getByRole('definition').getByRole('link', { name: '7' }).click();
    await page.getByRole('link', { name: 'Oluwaseun Adebayo' }).waitFor();
    await page.getByText('1–7 of 7').waitFor();
  });

  await chapter('somebody who came is found by a name that is spelt wrong', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Oluwaseum Adebajo');
    await page
      .getByRole('option', { name: /Oluwaseun Adebayo/ })
      .first()
      .click();
    await page.locator('.hero h1').filter({ hasText: 'Oluwaseun Adebayo' }).waitFor();
    await page.getByText('Tarrow Cold Store').first().waitFor();
  });

  await chapter('what was changed since is shown first, and stays when the rest is taken back', async () => {
    const { rows } = await nora.ask<{ rows: { id: string; name: string }[] }>('GET', '/api/v1/people?sort=name');
    const hana = rows.find(({ name }) => name === 'Hana Kimura');
    await nora.ask('PATCH', `/api/v1/people/${hana?.id}`, { roleTitle: 'Founder, and on the water' });
    await page.goto('/people/import');
    await page.getByRole('link', { name: 'From HubSpot' }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('One stays, because somebody changed it since:').waitFor();
    await page.getByRole('link', { name: 'Hana Kimura' }).waitFor();
    await assertReadable(page, 'what stays');
    await page.getByRole('button', { name: 'Take it back' }).last().click();
    await page.getByRole('heading', { name: 'It is as it was before.' }).waitFor({ timeout: 30_000 });
    const left = await nora.ask<{ rows: { name: string }[] }>('GET', '/api/v1/people?sort=name');
    assert.deepEqual(
      left.rows.map(({ name }) => name),
      ['Hana Kimura'],
    );
  });
});

test('a file that does not arrive says so and goes when it is tried again; a list among conversations is shown the way', async () => {
  await page.goto('/people/import');
  await page.getByRole('heading', { name: 'Bring everybody with you.' }).waitFor();
  await page.route('**/api/v1/imports/*/files*', (route) => route.abort());
  await choose([FAIR_LIST]);
  await page.getByText('The line is dead.').waitFor();
  await page.unroute('**/api/v1/imports/*/files*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await file('messe_liste.csv').waitFor();
  await page.goto('/conversations');
  await page
    .locator('[data-choose=files]')
    .setInputFiles(HUBSPOT.slice(0, 1).map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
  await page.getByRole('link', { name: /comes in by moving in/ }).click();
  await page.waitForURL('**/people/import');
  await page.getByText(/is under way/).waitFor();
});
