import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, chaptersOf, openStage, type Stage } from './stage.ts';
import { type Desk, sitDown } from './talks.ts';

let stage: Stage;
let nora: Desk;

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  await promiseThree(nora);
});
after(() => stage.close());

test('promises of both sides, each where it was said', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  const row = (what: string) => page.locator('.prow', { hasText: what });
  const headings = () => page.locator('h1').innerText();

  await chapter('the late and the near come first, ours apart from theirs', async () => {
    await page.goto('/promises');
    await row('Call the carrier').waitFor();
    assert.equal(await headings(), 'One promise is late, one is due tomorrow.');
    await page.getByText('Two you made, one was made to you.').waitFor();
    const ours = page.locator('section', { hasText: 'We said we would' }).locator('.prow');
    assert.match(await ours.first().innerText(), /Send the price/);
    assert.equal(await ours.count(), 2);
    await row('Send the price')
      .getByText(/days late/)
      .waitFor();
    await row('Send the price').getByText('If it cannot be done now').waitFor();
    await row('their floor plan').getByText('no day given').waitFor();
    await assertAccessible(page, 'promises');
  });

  await chapter('a tick by the keyboard, its way to Kept, and back', async () => {
    await page.getByLabel(/Mark as kept: Call the carrier/i).focus();
    await page.keyboard.press('Space');
    await page.getByText('Promise kept').waitFor();
    await row('Call the carrier').waitFor({ state: 'detached' });
    await page.locator('.views').getByRole('link', { name: 'Kept' }).click();
    await page.waitForURL(/kept=true/);
    await row('Call the carrier')
      .getByText(/^kept /)
      .waitFor();
    assert.equal(await headings(), 'One promise was kept.');
    await page.getByLabel(/Open again: Call the carrier/i).click();
    await page
      .getByRole('heading', { name: /promises were kept|promise was kept|No/ })
      .first()
      .waitFor();
    await row('Call the carrier').waitFor({ state: 'detached' });
    await page.locator('.views').getByRole('link', { name: 'Open' }).click();
    await row('Call the carrier').waitFor();
  });

  await chapter('a promise opens the talk it was made in', async () => {
    await row('their floor plan').locator('a.where').or(row('their floor plan').getByRole('link').last()).first().click();
    await page.waitForURL(/\/(conversations|people)\//);
  });

  await chapter('when the server cannot keep it, it stands as it was and says so', async () => {
    await page.goto('/promises');
    await row('Call the carrier').waitFor();
    await page.route(/promises[./]keep/, (route) => route.abort());
    await page.getByLabel(/Mark as kept: Call the carrier/i).click();
    await page.getByText('That could not be kept. It is as it was.').waitFor();
    assert.equal(await page.getByLabel(/Mark as kept: Call the carrier/i).getAttribute('aria-checked'), 'false');
    await page.unroute(/promises[./]keep/);
  });

  await chapter('nothing owed: it says what will stand here', async () => {
    const { promises } = await nora.ask<{ promises: { id: string }[] }>('GET', '/api/v1/promises?whose=all');
    for (const { id } of promises) await nora.ask('POST', `/api/v1/promises/${id}/keep`);
    await page.reload();
    await page.getByRole('heading', { name: 'No promise is open.' }).waitFor();
    await page.getByRole('link', { name: 'Look at what was said' }).click();
    await page.waitForURL(/\/conversations\?waiting=true/);
  });
});

/** Three promises: one late, one for tomorrow, and one of theirs without a day. */
async function promiseThree(desk: Desk): Promise<void> {
  const moment = (far: number) => new Date(Date.now() + far * 86_400_000);
  const day = (far: number) => moment(far).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
  await desk.ask('POST', '/api/v1/conversations/by-hand', {
    ...{ who: ['Tom Baker'], kind: 'call', lines: 'We went through the price.', happenedAt: moment(-9).toISOString() },
    promised: [
      { by: 'us', what: 'Call the carrier', due: day(1) },
      { by: 'us', what: 'Send the price', due: day(-3) },
      { by: 'them', what: 'Send us their floor plan' },
    ],
  });
}
