import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from './stage.ts';
import { assertNoSideways, assertReadable, handIn, nameAll, type Said, sitDown, understood, until, vttOf } from './talks.ts';

const SENT = 'list map keys plan photos phone clock bill lamp report ladder freezer sensor scale radio letter'.split(' ');
const LEAD = 12;

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openStage();
  const desk = await sitDown(stage, 'Maya Okafor');
  ({ page } = desk);
  const told = SENT.flatMap((what): Said[] => [
    ['Maya Okafor', 'What else?'],
    ['Ines Carvalho', `I will send you the ${what} of the depot by Friday.`, 6],
  ]);
  const { conversations } = await handIn(desk, 'depot.vtt', vttOf(told));
  await nameAll(desk, { 'Ines Carvalho': 'new' });
  await understood(desk);
  await doubtAllBut(LEAD);
  await page.goto(`/conversations/${conversations[0]?.id}`);
  await page.locator('[data-finding]').first().waitFor();
});
after(() => stage.close());

/** How sure the engine is differs from one to the next; the story is about what is done with it. */
async function doubtAllBut(surest: number): Promise<void> {
  const db = new pg.Client({ connectionString: stage.server.databaseUrl });
  await db.connect();
  await db.query(
    `update findings f set p = case when told.n <= $1 then 0.9 else 0.2 end
      from (select id, row_number() over (order by id desc) as n from findings) told where told.id = f.id`,
    [surest],
  );
  await db.end();
}

test('what Heed is less sure of waits folded away, and the tray has an end before it', { timeout: 60_000 }, async () => {
  const fold = page.locator('.less-sure');
  const less = Number.parseInt(await fold.innerText(), 10);
  assert.ok(less > 0);
  await page.getByText(`${LEAD} left`).waitFor();
  assert.equal(await page.locator('.rail [data-finding]').count(), LEAD);
  await fold.click();
  await page.getByText(`${LEAD + less} left`).waitFor();
  assert.equal(await page.locator('.rail [data-finding]').count(), LEAD + less);
  await fold.click();
  await page.getByText(`${LEAD} left`).waitFor();

  // Its words are marked faintly; pressed in the margin, it is in hand beside the others.
  await assertReadable(page, 'a fold in the tray');
  await page.locator('.fin.less').first().click();
  await page.getByText(`${LEAD + 1} left`).waitFor();
  await page.keyboard.press('x');
  await page.getByText(`${LEAD} left`).waitFor();

  for (let left = LEAD; left > 0; left--) {
    await page.keyboard.press('c');
    if (left > 1) await page.getByText(`${left - 1} left`).waitFor();
  }
  await page.getByRole('heading', { name: 'That is what Heed is surest of.' }).waitFor();
  await page.getByText(`${LEAD} confirmed, 1 put aside.`).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  assert.equal(await page.locator('.peek').count(), 0);
  await assertNoSideways(page, 'the end of the tray on a phone');
  await assertReadable(page, 'the end of the tray on a phone');
  await fold.click();
  await page
    .locator('.peek')
    .getByText(`1 of ${less - 1}`)
    .waitFor();
  await until(async () => (await page.locator('.peek q').innerText()).includes('depot'), 'the first of them is in hand');
});
