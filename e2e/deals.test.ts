import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, chaptersOf, openSample, openStage, type Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openStage();
  ({ page } = await stage.visitor());
  await openSample(page);
});
after(() => stage.close());

test('somebody adds a deal with Ines, moves it by keyboard and by hand, ends it, and ticks what is to be done', async (story) => {
  const chapter = chaptersOf(story, () => page);
  const column = (name: string) => page.locator('.w-board').getByRole('region', { name });
  const card = (title: string) => page.locator('.w-card').filter({ hasText: title });
  const stands = (title: string, stageName: string) => column(stageName).locator('.w-card').filter({ hasText: title }).waitFor();

  await chapter('the board has a person on each card, what they said and the step agreed, and no amount', async () => {
    await page.getByRole('link', { name: /Deals/ }).first().click();
    await stands('Cold watch for fourteen vans', 'Understanding their needs');
    const ines = card('Cold watch for fourteen vans');
    assert.match(await ines.innerText(), /Ines Carvalho\s+Harbour Foods[\s\S]*Your July report/);
    assert.equal(await ines.locator('q').count(), 1);
    assert.doesNotMatch(await page.locator('.w-board').innerText(), /186/);
  });

  await chapter('n adds a deal with somebody we know, and its page opens', async () => {
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What is it about?').fill('A call for every door');
    await dialog.getByRole('combobox', { name: 'With whom?' }).fill('Ruth');
    await dialog.getByRole('option', { name: /Ruth Adeyemi/ }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Organisation').fill('No such place');
    await dialog.getByLabel('Amount').fill('a lot');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await dialog.getByText('That is no amount').waitFor();
    await dialog.getByLabel('Amount').fill('9.600,50');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await dialog.getByText('No organisation here is called “No such place”.').waitFor();
    await dialog.getByLabel('Organisation').fill('Field & Fold');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('heading', { level: 1, name: 'A call for every door' }).waitFor();
    await page.getByText('€9,600.50').waitFor();
    assert.match(await page.locator('.w-partrow').innerText(), /Ruth Adeyemi/);
  });

  await chapter('by keys it walks to the next stage, keeps the focus, and goes back with z', async () => {
    await page.getByRole('link', { name: 'Deals', exact: true }).last().click();
    await card('A call for every door').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await stands('A call for every door', 'Understanding their needs');
    await page.getByText('“A call for every door” now stands in “Understanding their needs”').waitFor();
    await until(async () => (await page.evaluate<string>('document.activeElement.textContent')).includes('A call for every door'));
    await page.keyboard.press('Shift+ArrowRight');
    await stands('A call for every door', 'Right for each other?');
    await page.keyboard.press('z');
    await stands('A call for every door', 'Understanding their needs');
    await page.keyboard.press('ArrowDown');
    await until(async () => (await page.evaluate<string>('document.activeElement.textContent')).includes('Cold watch'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Cold watch for fourteen vans' }).waitFor();
    await page.goBack();
  });

  await chapter('by hand it is carried to another stage, and a drag that is let go moves nothing', async () => {
    const carry = async (to: string, letGo = false) => {
      const from = await card('A call for every door').boundingBox();
      const there = await column(to).boundingBox();
      assert.ok(from && there);
      await page.mouse.move(from.x + 60, from.y + 20);
      await page.mouse.down();
      await page.mouse.move(from.x + 90, from.y + 40, { steps: 3 });
      await page.mouse.move(there.x + 80, there.y + 200, { steps: 6 });
      if (letGo) await page.keyboard.press('Escape');
      await page.mouse.up();
    };
    await card('A call for every door').waitFor();
    await carry('Deciding', true);
    await stands('A call for every door', 'Understanding their needs');
    await page.goto('/deals');
    await card('A call for every door').waitFor();
    await carry('Deciding');
    await stands('A call for every door', 'Deciding');
    const kept = async () => {
      const { rows } = (await (await page.request.get('/api/v1/deals?find=every%20door')).json()) as {
        rows: { stage: { name: string } }[];
      };
      return rows[0]?.stage.name === 'Deciding';
    };
    await until(kept);
    await page.reload();
    await stands('A call for every door', 'Deciding');
  });

  await chapter('who decides is said on its page; it ends with why, goes on with undo, and is found among those that ended', async () => {
    await card('A call for every door').click();
    await page.getByRole('button', { name: /The part of Ruth Adeyemi/ }).click();
    await page.getByRole('menuitemradio', { name: 'decides' }).click();
    await page.getByRole('button', { name: 'The part of Ruth Adeyemi: decides' }).waitFor();
    const end = async () => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'It ended' }).click();
      await page.getByLabel('Why, in a sentence').fill('A phone list will do for them.');
      await page.getByRole('dialog').getByRole('button', { name: 'It ended' }).click();
      await page.locator('p.note').getByText('A phone list will do for them.').waitFor();
      await until(async () => (await page.getByRole('dialog').count()) === 0);
    };
    await end();
    await page.keyboard.press('z');
    await page.getByRole('button', { name: 'They said yes' }).waitFor();
    await end();
    await page.goto('/deals?state=lost');
    await page.getByRole('row', { name: /A call for every door/ }).waitFor();
    await page.getByLabel('Find by title').fill('nothing like it');
    await page.getByText('No deal is like that').waitFor();
  });

  await chapter('tasks: added with a day in words, ticked by key, taken back, given to a colleague', async () => {
    await page.goto('/promises');
    await page.getByRole('link', { name: 'Tasks' }).first().click();
    const row = (what: string) => page.locator('.trow').filter({ hasText: what });
    await row('Find somebody with the same work').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Ring Ruth tomorrow');
    await page.keyboard.press('Enter');
    await row('Ring Ruth').getByText('tomorrow').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    const first = await page.locator('.trow.on .t').innerText();
    await page.keyboard.press('x');
    await until(async () => (await row(first).count()) === 0);
    await page.keyboard.press('z');
    await row(first).waitFor();
    await page.getByRole('button', { name: 'More for: Ring Ruth' }).click();
    await page.getByRole('menuitem', { name: 'Give it to Priya Nair' }).click();
    await until(async () => (await row('Ring Ruth').count()) === 0);
    await page.getByRole('link', { name: 'Everyone' }).first().click();
    await row('Ring Ruth').getByText('Priya Nair').waitFor();
  });

  await chapter('from the box a sentence sets a task for somebody, and a deal is found', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('remind me to ask Ruth about the fair today');
    await page.locator('.w-would').getByText('Ruth Adeyemi').waitFor();
    await page.locator('.w-would').getByRole('button', { name: 'Add a task' }).click();
    await page.goto('/');
    const today = page.locator('aside .trow').filter({ hasText: 'Ask Ruth about the fair' });
    await today.getByRole('checkbox').click();
    await until(async () => (await today.count()) === 0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('December auction');
    await page
      .getByRole('option', { name: /The watch over the December auction/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'The watch over the December auction' }).waitFor();
  });

  await chapter('the stages are named and ordered under Settings, each with a way back', async () => {
    await page.goto('/settings/pipelines');
    await page.getByRole('button', { name: 'Move “Deciding” up' }).click();
    const names = () => page.locator('.w-stages li > span:first-child').allInnerTexts();
    await until(async () => (await names())[2] === 'Deciding');
    await page.keyboard.press('z');
    await until(async () => (await names())[3] === 'Deciding');
    await page.getByRole('button', { name: 'More for “Getting to know”' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByText('Deals stand in it. Move them first.').waitFor();
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`deals and tasks can be used by everybody, ${colorScheme}, on a desk and on a phone`, async () => {
    const { rows } = (await (await page.request.get('/api/v1/deals?find=vans')).json()) as { rows: { id: string }[] };
    await page.emulateMedia({ colorScheme });
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      for (const [address, ready] of [
        ['/deals', '.w-card'],
        ['/deals?as=list', 'tbody .nm'],
        ['/deals?add=true', 'dialog input'],
        [`/deals/${rows[0]?.id}`, '.w-partrow'],
        ['/tasks?whose=all', '.trow'],
        ['/settings/pipelines', '.w-stages li'],
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
