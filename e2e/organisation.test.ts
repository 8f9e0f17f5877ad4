import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, chaptersOf, openSample, openSampleStage, type Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openSampleStage();
  ({ page } = await stage.visitor());
  await openSample(page);
});
after(() => stage.close());

test('somebody opens an organisation, says who decides, draws a line by keyboard, and sees a person move on', async (story) => {
  const chapter = chaptersOf(story, () => page);
  const row = (name: string) => page.locator('.w-out tbody tr').filter({ hasText: name });
  const part = (name: string) => page.getByRole('button', { name: new RegExp(`The part of ${name}`) });
  const line = (name: RegExp) => page.locator('.w-map').getByRole('button', { name });

  await chapter('from a person one comes to where they are: its people drawn and told, what they need, what is between us', async () => {
    await page.goto('/people');
    await page.getByRole('link', { name: 'Ines Carvalho' }).click();
    await page.locator('.hero').getByRole('link', { name: 'Harbour Foods' }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour Foods' }).waitFor();
    await page.locator('.w-map .person').filter({ hasText: 'Ines Carvalho' }).waitFor();
    assert.equal(await row('Ines Carvalho').locator('q').count(), 1);
    for (const says of ['What they need, together', 'What you owe each other', 'Conversations', 'Facts'])
      await page.getByRole('heading', { name: says }).waitFor();
  });

  await chapter('a line opens onto the conversations it rests on, and gives the focus back', async () => {
    await line(/You and Ines Carvalho/).focus();
    await page.keyboard.press('Enter');
    const evidence = page.getByRole('region', { name: 'You and Ines Carvalho' });
    await evidence.getByRole('link', { name: 'Harbour Foods, second call' }).waitFor();
    await page.keyboard.press('Escape');
    await until(async () => (await evidence.count()) === 0);
    assert.match((await page.evaluate<string>('document.activeElement.getAttribute("aria-label")')) ?? '', /You and Ines/);
  });

  await chapter('somebody not met yet is added by key, and stands there with a dashed ring', async () => {
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('Mateus Leal');
    await dialog.getByLabel('What do they do there?').fill('Transport planner');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await page.locator('.w-map .person').filter({ hasText: 'Mateus Leal' }).locator('circle.unmet').waitFor();
  });

  await chapter('who decides and who lives with it is said in the table, drawn above, and taken back', async () => {
    await part('Ines Carvalho').click();
    await page.getByRole('menuitemradio', { name: 'advises' }).click();
    await row('Ines Carvalho').getByText('advises').waitFor();
    await page.keyboard.press('z');
    await row('Ines Carvalho').getByText('decides').waitFor();
    await page.locator('.w-map .person').filter({ hasText: 'Ines Carvalho' }).locator('circle.ring').waitFor();
    await part('Mateus Leal').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: 'affected' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.w-map .person').filter({ hasText: 'Mateus Leal' }).locator('circle.dots').waitFor();
    await page.getByText('Who lives with it').waitFor();
  });

  await chapter('a line is drawn by keyboard alone, says what it rests on, and is taken away and brought back', async () => {
    await page.keyboard.press('l');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Who', exact: true }).waitFor();
    await page.keyboard.type('Daniel');
    await dialog.getByRole('option', { name: /Daniel Brandt/ }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('combobox', { name: 'And whom' }).focus();
    await page.keyboard.type('Mateus');
    await dialog.getByRole('option', { name: /Mateus Leal/ }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('What it rests on').focus();
    await page.keyboard.type('at the depot');
    await page.keyboard.press('Enter');
    await line(/Daniel Brandt and Mateus Leal/).focus();
    await page.keyboard.press('Enter');
    const evidence = page.getByRole('region', { name: /Daniel Brandt and Mateus Leal/ });
    await evidence.getByText('at the depot').waitFor();
    await evidence.getByRole('button', { name: 'Take this line away' }).click();
    await until(async () => (await line(/Daniel Brandt and Mateus Leal/).count()) === 0);
    await page.keyboard.press('z');
    await line(/Daniel Brandt and Mateus Leal/).waitFor();
    await row('Mateus Leal').getByText('Daniel could introduce you').waitFor();
  });

  await chapter('he left for somewhere else: both times stand in his history, and he is drawn here no more', async () => {
    await page.getByRole('button', { name: 'More about Mateus Leal here' }).click();
    await page.getByRole('menuitem', { name: 'They moved on' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Where?').fill('Field & Fold');
    await dialog.getByLabel('What do they do there?').fill('Planner');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row('Mateus Leal').getByText(/left/).waitFor();
    await row('Mateus Leal').getByRole('link', { name: 'Mateus Leal' }).click();
    await page.locator('.hero').getByText('Planner at').waitFor();
    const places = page.locator('.sec').filter({ hasText: 'Where they belong' }).locator('.w-place');
    await until(async () => (await places.count()) === 2);
    assert.match(await places.nth(0).innerText(), /Field & Fold\s+Planner · since/);
    assert.match(await places.nth(1).innerText(), /Harbour Foods\s+Transport planner · affected · until/);
    await page.locator('.sec').filter({ hasText: 'Close to' }).getByRole('link', { name: 'Daniel Brandt' }).waitFor();
  });

  await chapter('organisations are found, sorted, walked through and opened by keys, and one is added', async () => {
    await page.goto('/people');
    await page.getByRole('link', { name: 'Organisations' }).first().click();
    await page.getByLabel('Find by name').fill('harb');
    await page.waitForURL(/find=harb/);
    await until(async () => (await page.locator('tbody tr').count()) === 1);
    await page.getByLabel('Find by name').fill('');
    await until(async () => !page.url().includes('find='));
    await page.getByLabel('In order of').selectOption('people');
    await page.waitForURL(/sort=people/);
    await until(async () => (await page.locator('tbody tr').count()) > 5);
    const [first = '', second = ''] = await page.locator('tbody .nm').allInnerTexts();
    await page.locator('.crumb').click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 1, name: second }).waitFor();
    await page.goto('/organisations?add=true');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Harbour Foods Ltd');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.getByText('Harbour Foods is here already.').waitFor();
    await dialog.getByLabel('Name', { exact: true }).fill('Saltmouth Council');
    await dialog.getByLabel('Domains of its e-mail').fill('gmail.com');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.getByText(/Anybody can have an address at gmail.com/).waitFor();
    await dialog.getByLabel('Domains of its e-mail').fill('saltmouth.example');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('heading', { level: 1, name: 'Saltmouth Council' }).waitFor();
    await page.getByText('@saltmouth.example').waitFor();
  });

  await chapter('two that are one are merged, and made two again', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Merge with another' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Which one is the same?').first().fill('Knopf');
    await dialog.getByRole('radio', { name: /Knopf Logistik/ }).check();
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await row('Walter').waitFor();
    await page.keyboard.press('z');
    await until(async () => (await row('Walter').count()) === 0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Knopf Logistik');
    await page.getByRole('option', { name: /^Knopf Logistik, a short call/ }).waitFor();
    await page.getByRole('option', { name: /^Knopf Logistik Walter/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Knopf Logistik' }).waitFor();
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`an organisation and its list can be used by everybody, ${colorScheme}, on a desk and on a phone`, async () => {
    const { rows } = (await (await page.request.get('/api/v1/organisations?sort=people')).json()) as { rows: { id: string }[] };
    await page.emulateMedia({ colorScheme });
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      for (const [address, ready] of [
        [`/organisations/${rows[0]?.id}`, '.w-map .person'],
        ['/organisations', 'tbody .nm'],
      ] as const) {
        await page.goto(address);
        await page.locator(ready).first().waitFor();
        await assertAccessible(
          page,
          `${address}, ${colorScheme}, ${viewport.width}`,
          colorScheme === 'dark' ? ['color-contrast'] : undefined,
        );
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        assert.equal(over, 0, `${address} at ${viewport.width}`);
      }
    }
  });
