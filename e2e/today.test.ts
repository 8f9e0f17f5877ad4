import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, chaptersOf, openSample, openStage, type Stage } from './stage.ts';
import { until } from './talks.ts';

let stage: Stage;

before(async () => {
  stage = await openStage();
});
after(() => stage.close());

test('a morning: who waits, what is owed, and an end to it', { timeout: 90_000 }, async (story) => {
  const { page } = await stage.visitor({ reducedMotion: 'reduce' });
  const chapter = chaptersOf(story, () => page);
  const people = page.locator('main li:has(.act)');
  let first = '';

  await chapter('the one who needs to be heard most stands on top, and opens where it was said', async () => {
    await openSample(page);
    await page.keyboard.press('1');
    await people.first().waitFor();
    const waiting = await people.count();
    assert.match(await page.locator('h1').innerText(), /wait(s)? to be heard/);
    first = await people.first().locator('b').first().innerText();
    await people.first().getByRole('link', { name: 'Look at it' }).click();
    await page.waitForURL(/\/conversations\/.*finding=/);
    await page.locator('[data-finding][aria-current=true]').waitFor();
    await page.locator('.turn.on').waitFor();
    await page.keyboard.press('1');
    await people.first().waitFor();
    assert.equal(await people.count(), waiting);
  });

  await chapter('Later puts somebody off for today, z brings them back', async () => {
    const before = await people.count();
    await people.first().getByRole('button', { name: 'Later' }).click();
    await page.getByText(`${first} comes back tomorrow`).waitFor();
    assert.equal(await people.count(), before - 1);
    await page.keyboard.press('z');
    await until(async () => (await people.count()) === before, 'everybody is back');
    assert.equal(await people.first().locator('b').first().innerText(), first);
  });

  await chapter('when all are put off the day ends calmly, and a reload does not forget it', async () => {
    for (let left = await people.count(); left > 0; left--) {
      await people.first().getByRole('button', { name: 'Later' }).click();
      await until(async () => (await people.count()) === left - 1, 'one fewer');
    }
    await page.getByRole('heading', { name: 'Nobody waits today.' }).waitFor();
    await page.getByText('That is everyone.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Nobody waits today.' }).waitFor();
    await assertAccessible(page, 'a day that is done');
    await page.getByRole('button', { name: 'Show them after all' }).click();
    await people.first().waitFor();
  });

  await chapter('a promise is ticked beside the day, and open again with z', async () => {
    const box = page.locator('aside [role=checkbox]').first();
    const what = (await box.getAttribute('aria-label')) ?? '';
    assert.match(what, /^Mark as kept: /);
    const open = page.locator('aside [role=checkbox][aria-checked=false]');
    const before = await open.count();
    await box.click();
    await page.getByText('Promise kept').waitFor();
    await until(async () => (await open.count()) < before || (await page.getByLabel(what).count()) === 0, 'it is off the list');
    await page.keyboard.press('z');
    await page.getByLabel(what).waitFor();
    await until(async () => (await open.count()) === before, 'it is owed again');
  });
});
