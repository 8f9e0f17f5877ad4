import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, chaptersOf, openSample, openSampleStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openSampleStage();
  ({ page } = await stage.visitor());
  await openSample(page);
});
after(() => stage.close());

test('somebody asks for what is kept about them, and to be forgotten', { timeout: 120_000 }, async (story) => {
  const chapter = chaptersOf(story, () => page);
  const more = () => page.getByRole('button', { name: 'More', exact: true });
  const item = (name: string) => page.getByRole('menuitem', { name });
  const savedBy = async (act: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };

  await chapter('her card and all that is kept come as files', async () => {
    await page.goto('/people');
    await page.getByRole('link', { name: 'Ines Carvalho' }).first().click();
    await page.locator('.hero h1').waitFor();
    await more().click();
    const card = await savedBy(() => item('Card for an address book').click());
    assert.equal(card.name, 'Ines Carvalho.vcf');
    assert.match(card.text, /FN:Ines Carvalho/);
    await more().click();
    const all = await savedBy(() => item('Everything we keep about her').click());
    assert.match(all.text, /If the cold chain breaks once more in July/);
  });

  await chapter('a slip erases nobody; her name does, and the proof stands there', async () => {
    await more().click();
    await item('Erase for good…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Daniel Brandt');
    await assertAccessible(page, 'erasing somebody');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await dialog.getByText('write their name as it stands here').waitFor();
    await dialog.getByRole('textbox').fill('ines carvalho');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await dialog.getByText('nothing found').waitFor();
    await dialog.getByRole('button', { name: 'Back to People' }).click();
    await page.getByRole('link', { name: 'Daniel Brandt' }).first().waitFor();
    await page.getByRole('link', { name: 'Ines Carvalho' }).waitFor({ state: 'detached' });
  });

  await chapter('the talks of others stand, with blanks where she spoke', async () => {
    await page.goto('/conversations');
    await page.getByRole('link', { name: 'Harbour Foods, second call' }).click();
    await page.getByText('Daniel Brandt').first().waitFor();
    assert.equal(await page.getByText('it is my name on the letter').count(), 0);
  });

  await chapter('the numbers stay in the settings, and everything else can be taken along', async () => {
    await page.goto('/settings/data');
    await page.getByText(/records and traces, by Maya Okafor/).waitFor();
    await assertAccessible(page, 'the settings of your data');
    const zip = await savedBy(() => page.getByRole('link', { name: 'Take everything out' }).click());
    assert.match(zip.name, /^heed-\d{4}-\d\d-\d\d\.zip$/);
    assert.equal(zip.text.slice(0, 2), 'PK');
  });
});
