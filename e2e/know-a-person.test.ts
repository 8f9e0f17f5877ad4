import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPool } from '#db/pool.ts';
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

/** What two years do to a note that somebody made. */
async function grewOld(statement: string): Promise<void> {
  const pool = openPool(stage.server.databaseUrl, () => undefined, 1);
  await pool.query(`update traits set created_at = created_at - interval '2 years' where statement = $1`, [statement]);
  await pool.end();
}

/** One of the suggestions in her words becomes one of what she enjoys. */
async function suggestsInterest(): Promise<void> {
  const pool = openPool(stage.server.databaseUrl, () => undefined, 1);
  const { rowCount } = await pool.query(`update findings set kind = 'trait.interest', fields = '{}' where id = (
    select f.id from findings f join speakers s on s.id = f.speaker_id join people p on p.id = s.person_id
    where p.name = 'Ines Carvalho' and f.kind = 'feeling' and f.confirmed_at is null and f.rejected_at is null limit 1)`);
  await pool.end();
  assert.equal(rowCount, 1);
}

const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;

test('somebody gets to know a person: what matters, what is on their card, what they asked for, and the brief', {
  timeout: 120_000,
}, async (story) => {
  const chapter = chaptersOf(story, () => page);
  const trait = (words: string) => page.locator('.trait').filter({ hasText: words });
  const menu = (name: string) => page.getByRole('menuitem', { name, exact: true });

  await chapter('what matters is noted by hand, and says who noted it and when', async () => {
    await page.goto('/people');
    await page.getByRole('link', { name: 'Ines Carvalho' }).click();
    await page.getByRole('button', { name: 'Note what matters' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What sort of thing is it?').selectOption('goal');
    await dialog.getByLabel('In a few words').fill('To lead the whole region');
    await dialog.getByRole('button', { name: 'Note it' }).click();
    await trait('To lead the whole region').waitFor();
    assert.match(await trait('To lead the whole region').innerText(), /She wants to grow into[\s\S]*Noted by Maya Okafor, today/);
    await page.keyboard.press('z');
    await until(async () => (await trait('To lead the whole region').count()) === 0);
    await page.getByRole('button', { name: 'Note what matters' }).click();
    await dialog.getByLabel('What sort of thing is it?').selectOption('goal');
    await dialog.getByLabel('In a few words').fill('To lead the region');
    await dialog.getByRole('button', { name: 'Note it' }).click();
    await trait('To lead the region').waitFor();
  });

  await chapter('what we did for it stands below it, and in what we did for her', async () => {
    await trait('To lead the region').getByRole('button', { name: 'We did something for this' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What was it?').fill('Named her to the harbour council');
    await dialog.getByRole('button', { name: 'Note it' }).click();
    await trait('To lead the region').getByText('Named her to the harbour council').waitFor();
    await page.locator('.deed').filter({ hasText: 'Named her to the harbour council' }).waitFor();
  });

  await chapter('one that grew old asks whether it is still so; a word renews it, and what no longer holds stands aside', async () => {
    await grewOld('To lead the region');
    await page.reload();
    await trait('To lead the region')
      .getByText(/Still so\?/)
      .waitFor();
    await trait('To lead the region').getByRole('button', { name: 'Still so' }).click();
    await trait('To lead the region').getByText('still so, said Maya Okafor, today').waitFor();
    assert.equal(
      await trait('To lead the region')
        .getByText(/Still so\?/)
        .count(),
      0,
    );
    await trait('Cold water').hover();
    await trait('Cold water').getByRole('button', { name: 'More about: Cold water' }).click();
    await menu('No longer').click();
    await page.getByRole('button', { name: 'What no longer holds (1)' }).click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await trait('Cold water').waitFor();
  });

  await chapter('what is only suggested stands among it and says so; it is confirmed in place, and taken back', async () => {
    await suggestsInterest();
    await page.reload();
    const suggested = trait('It makes me angry');
    await suggested.getByText('still a suggestion').waitFor();
    await suggested.getByRole('button', { name: 'Confirm' }).click();
    await suggested.getByText(/confirmed it/).waitFor();
    await page.keyboard.press('z');
    await suggested.getByRole('button', { name: 'Not this' }).click();
    await until(async () => (await suggested.count()) === 0);
  });

  await chapter(
    'two numbers, a birthday without its year, how close, and a name that friends use: all on the card, all taken back at once',
    async () => {
      await page.keyboard.press('e');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Called').fill('Nes');
      await dialog.getByLabel('Phone 1', { exact: true }).fill('+44 1632 960417');
      await dialog.getByLabel('What Phone 1 is for').fill('work');
      await dialog.getByRole('button', { name: 'Another number' }).click();
      await dialog.getByLabel('Phone 2', { exact: true }).fill('07700 900123');
      await dialog.getByRole('button', { name: 'Move Phone 2 up' }).click();
      await dialog.getByRole('button', { name: 'Another day' }).click();
      await dialog.getByLabel('Day', { exact: true }).fill('12');
      await dialog.getByLabel('Month', { exact: true }).selectOption('March');
      await dialog.getByLabel('How close are you?').selectOption({ index: 2 });
      await dialog.getByLabel('When, or how?').fill('after two');
      await dialog.getByRole('button', { name: 'Save' }).click();
      const reach = page.locator('.sec').filter({ has: page.getByRole('heading', { name: 'Reach her' }) });
      await reach.getByRole('link', { name: '07700 900123' }).waitFor();
      assert.deepEqual(await reach.locator('a[href^="tel:"]').evaluateAll((all) => all.map((one) => one.getAttribute('href'))), [
        'tel:+447700900123',
        'tel:+441632960417',
      ]);
      await page.getByText('12 March', { exact: true }).waitFor();
      await page.keyboard.press('z');
      await until(async () => (await reach.locator('a[href^="tel:"]').count()) === 0);
      await page.keyboard.press('e');
      assert.equal(await page.getByRole('dialog').getByLabel('Called').inputValue(), '');
      await page.getByRole('dialog').getByLabel('Phone 1', { exact: true }).fill('+44 1632 960417');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await reach.getByRole('link', { name: '+44 1632 960417' }).waitFor();
    },
  );

  await chapter('who asked not to be contacted is offered no mail and no call, until it is lifted; and that is taken back', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await menu('Asked not to be contacted').click();
    await page.getByRole('dialog').getByLabel('What did they say?').fill('Please leave me be until the summer is over.');
    await page.getByRole('dialog').getByRole('button', { name: 'Do not contact' }).click();
    const banner = page.getByRole('note');
    await banner.getByText('She asked not to be contacted.').waitFor();
    assert.match(await banner.innerText(), /Set by Maya Okafor on .*until the summer is over/);
    assert.equal(await page.locator('.page a[href^="tel:"], .page a[href^="mailto:"]').count(), 0);
    await assertAccessible(page, 'a person who asked not to be contacted');
    await banner.getByRole('button', { name: 'May be contacted again' }).click();
    await page.locator('.page a[href^="tel:"]').first().waitFor({ state: 'attached' });
    await page.keyboard.press('z');
    await banner.waitFor();
  });

  await chapter('b opens the brief: three questions with their why, what not to bring up, and what is owed', async () => {
    await page.keyboard.press('b');
    await page.waitForURL(/\/people\/[0-9a-f-]{36}\/brief$/);
    await page.getByRole('heading', { name: 'Before you walk in to Ines' }).waitFor();
    assert.equal(await page.locator('.w-b3 > li').count(), 3);
    for (const why of await page.locator('.w-b3 > li .m').allInnerTexts()) assert.ok(why.trim().length > 10, why);
    assert.match(await page.locator('.w-no').innerText(), /asked not to be contacted[\s\S]*another dashboard/);
    assert.match(await page.locator('.w-brief').innerText(), /A July report from a company her size/);
  });

  await chapter('it prints on one A4 page, in days that keep, also from a dark screen; p asks for it', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate('globalThis.print = () => { globalThis.printed = true; }');
    await page.keyboard.press('p');
    assert.equal(await page.evaluate('globalThis.printed'), true);
    assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), 1);
    // As wide as the paper is within its margins: what is for phones must not come along.
    await page.setViewportSize({ width: 680, height: 1016 });
    await page.emulateMedia({ media: 'print' });
    const due = page.locator('.owe').filter({ hasText: 'A July report' }).locator('.nw');
    assert.match(await due.innerText(), /^\w{3} \d+ \w{3}( \d{4})?$/);
    assert.match(await page.locator('.w-print').innerText(), /Lantern · for Maya Okafor/);
    assert.equal(await page.locator('.side, .bar, .tabs').filter({ visible: true }).count(), 0);
    const ink = String(await page.evaluate("getComputedStyle(document.querySelector('.w-brief h1')).color"));
    assert.match(ink, /^(lab\([0-3]?\d[.\s]|oklch\(0\.[0-3])/, 'dark on white');
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  await chapter('on a phone it reads down the page, with a way back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await assertAccessible(page, `the brief on a phone, ${colorScheme}`);
    }
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.equal(over, 0);
    await page.locator('.w-back').click();
    await page.locator('.hero h1').waitFor();
    await assertAccessible(page, 'a person on a phone');
  });
});

test('a person of whom there is much to say still fits on one page', async () => {
  const { rows } = (await (await page.request.get('/api/v1/people')).json()) as { rows: { id: string; name: string }[] };
  const ines = rows.find(({ name }) => name === 'Ines Carvalho')?.id ?? '';
  const long =
    'A long remark that somebody wrote down in haste, and that goes on about loading in the mornings and calls at night. '.repeat(4);
  for (const kind of ['value', 'risk', 'interest', 'irritant', 'irritant', 'preference', 'goal', 'value'])
    await page.request.post('/api/v1/traits', { data: { personId: ines, kind, statement: `${kind}: ${long}`.slice(0, 480) } });
  for (let i = 0; i < 6; i++) {
    const by = i % 2 ? 'us' : 'them';
    await page.request.post('/api/v1/promises', { data: { by, personId: ines, what: `${i} ${long}`, due: '2026-11-20' } });
    const colleague = { name: `Colleague Number ${i} of Harbour`, organisation: 'Harbour Foods', roleTitle: long.slice(0, 190) };
    await page.request.post('/api/v1/people', { data: colleague });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/people/${ines}/brief`);
  await page.locator('.w-b3 li').first().waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(await page.locator('.w-brief .trait').count(), 6);
  assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), 1);
});
