import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { HUBSPOT } from './moving.ts';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import { type Desk, handIn, nameAll, sitDown, understood } from './talks.ts';

const CALL = `WEBVTT

00:00:01.000 --> 00:00:06.000
<v Nora Lind>What happens on a Monday when the lists are late?

00:00:07.000 --> 00:00:15.000
<v Grace Oyelaran>Two hundred children with allergies, that is my Monday. If a list is wrong, a child cannot breathe.

00:00:16.000 --> 00:00:22.000
<v Nora Lind>So what you need is to sign the list and know that it is right.

00:00:23.000 --> 00:00:25.000
<v Grace Oyelaran>Yes. Exactly that.
`;

let stage: Stage;
let nora: Desk;
let page: Page;

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  page = nora.page;
});
after(() => stage.close());

const rung = (words: string) => page.locator('.rung').filter({ hasText: words });

test('a team leaves its CRM on a Friday and knows somebody on Monday', { timeout: 120_000 }, async (story) => {
  const chapter = chaptersOf(story, () => page);

  await chapter('three files of a HubSpot are dropped, tried and brought in', async () => {
    await page.goto('/people/import');
    await page
      .locator('[data-choose=imports]')
      .setInputFiles(HUBSPOT.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
    await page.getByRole('heading', { name: 'This is your whole HubSpot.' }).waitFor();
    await page.getByRole('button', { name: /Try it, writing nothing/ }).click();
    await page.locator('.w-tally').waitFor();
    await page.getByRole('button', { name: /^Bring in 5 people/ }).click();
    await page.getByRole('heading', { name: 'Everyone is here.' }).waitFor({ timeout: 30_000 });
  });

  await chapter('Gracie is found by a name that is spelt wrong', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('gracie oyelarna');
    await page
      .getByRole('option', { name: /Gracie Oyelaran/ })
      .first()
      .click();
    await page.locator('.hero h1').filter({ hasText: 'Gracie Oyelaran' }).waitFor();
  });

  await chapter('a call names a Grace; the two are made one, and two again, and one', async () => {
    await handIn(nora, 'monday.vtt', CALL);
    await nameAll(nora, { 'Nora Lind': 'me', 'Grace Oyelaran': 'new' });
    await understood(nora);
    const { rows } = await nora.ask<{ rows: { id: string; name: string }[] }>('GET', '/api/v1/people?sort=name');
    const grace = rows.find(({ name }) => name === 'Grace Oyelaran');
    await page.goto(`/people/${grace?.id}`);
    const together = async () => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'May be the same as…' }).click();
      await page.getByLabel('Find somebody by name').fill('gracie');
      await page.getByRole('button', { name: /Gracie Oyelaran/ }).click();
      await page.getByRole('button', { name: 'Make them one' }).click();
      await page.getByText('are one person').waitFor();
    };
    await together();
    await page.keyboard.press('z');
    await page.getByText('Both are back').waitFor();
    await page.goto(`/people/${grace?.id}`);
    await together();
    await page.goto(`/people/${grace?.id}`);
    await page.getByRole('link', { name: 'g.oyelaran@eastmere.example' }).waitFor();
  });

  await chapter('a ladder is built from what happens to what is at stake, and is understood from her own words', async () => {
    const add = async (statement: string, more: { depth?: string; under?: string } = {}) => {
      await page.getByRole('button', { name: 'Add a need' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What do they need, in your words?').fill(statement);
      if (more.under) await dialog.getByLabel('What does it hang under?').selectOption({ label: more.under });
      if (more.depth) await dialog.getByLabel('How deep is it?').selectOption({ label: more.depth });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await rung(statement).waitFor();
    };
    await add('The lists come late');
    await add('To sign it and know it is right', { under: 'The lists come late', depth: 'At stake: a value or a feeling' });
    await rung('To sign it and know')
      .getByRole('button', { name: /What to do with/ })
      .click();
    await page.getByRole('menuitem', { name: 'Where did they confirm it?' }).click();
    await page.getByRole('button', { name: /They confirmed it here: Yes. Exactly that/ }).click();
    await rung('To sign it and know').getByText('understood since').waitFor();
  });

  await chapter('the brief is one page to take along', async () => {
    await page.keyboard.press('b');
    await page.getByRole('heading', { name: /Before you walk in to Grac/ }).waitFor();
    await page.locator('.w-b3 li').first().waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, 1);
  });
});
