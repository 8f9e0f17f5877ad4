import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import { type Desk, handIn, nameAll, sitDown, understood, until, vttOf } from './talks.ts';

const MANY = 70;

let stage: Stage;
let nora: Desk;

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  for (let n = 1; n <= MANY; n++)
    await nora.ask('POST', '/api/v1/conversations/by-hand', {
      ...{ who: [n % 2 ? 'Tom Baker' : 'Ines Reyes'], kind: 'call', lines: `Call ${n} went as it goes.` },
      happenedAt: new Date(Date.UTC(2026, 8, 1, 8) + n * 3_600_000).toISOString(),
    });
  await handIn(nora, 'harbour.vtt', vttOf([['Vera Quist', 'We need a crane on the north quay.']]));
  await handIn(nora, 'mail.eml', MAIL());
  await nameAll(nora, { 'Pim Vos': 'new' });
  await understood(nora);
});
after(() => stage.close());

test('somebody finds their way in many conversations', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  const rows = page.locator('tbody tr');
  const foot = page.locator('.foot');

  await chapter('the next page comes before the end is reached', async () => {
    await page.goto('/conversations');
    await rows.first().waitFor();
    await foot
      .getByText(`60 of ${MANY + 2}`)
      .or(foot.getByText(`${MANY + 2} of ${MANY + 2}`))
      .waitFor();
    await page.keyboard.press('End');
    await foot.getByText(`${MANY + 2} of ${MANY + 2}`).waitFor();
    assert.equal(await rows.count(), MANY + 2);
    assert.equal(await page.locator('.plist li').count(), 0, 'the list of the phone is not shown as well');
    const links = await page.locator('tbody .who').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.equal(new Set(links).size, MANY + 2, 'each stands there once');
  });

  await chapter('a mail has no length', async () => {
    const mail = rows.filter({ hasText: 'The cold room' });
    assert.equal((await mail.locator('td.num').innerText()).trim(), '–');
  });

  await chapter('keys walk down and up, and Enter opens', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    const on = page.locator('tr.on');
    assert.equal(await on.getAttribute('data-row'), '1');
    const title = (await on.locator('.nm').innerText()).trim();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/conversations\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.goBack();
    await rows.first().waitFor();
  });

  await chapter('words find titles and people, and stand in the address', async () => {
    const field = page.getByRole('searchbox', { name: 'Find a conversation' });
    await field.fill('quist');
    await page.waitForURL(/find=quist/);
    await until(async () => (await rows.count()) === 1, 'one is left');
    await page.reload();
    await rows.first().waitFor();
    assert.equal(await field.inputValue(), 'quist');
    await field.fill('zebra');
    await page.getByText('No conversation with “zebra”').waitFor();
    await page.getByRole('link', { name: 'All conversations' }).click();
    await until(async () => (await rows.count()) > 50, 'all are back');
    assert.equal(await field.inputValue(), '', 'the field does not keep words that no longer hold');
  });

  await chapter('only what waits, until nothing does', async () => {
    await page.locator('.views').getByRole('link', { name: 'Waiting for you' }).click();
    await page.waitForURL(/waiting=true/);
    await page.locator('tr', { hasText: 'harbour' }).waitFor();
    await until(async () => (await rows.count()) < 5, 'what does not wait is gone');
    const { rows: waiting } = await nora.ask<{ rows: { id: string }[] }>('GET', '/api/v1/conversations?waiting=true');
    await nameAll(nora, { 'Vera Quist': 'new' });
    for (const { id } of waiting) {
      const { findings } = await nora.ask<{ findings: { id: string; confirmedBy: unknown }[] }>('GET', `/api/v1/conversations/${id}`);
      for (const finding of findings) if (!finding.confirmedBy) await nora.ask('POST', `/api/v1/findings/${finding.id}/reject`);
    }
    await page.reload();
    await page.getByText('Nothing waits for you.').waitFor();
  });
});

test('on a phone the list can be searched too', { timeout: 30_000 }, async () => {
  const { page } = await stage.visitor({ storageState: await nora.context.storageState(), viewport: { width: 390, height: 844 } });
  await page.goto('/conversations');
  const lines = page.locator('.plist li');
  await lines.first().waitFor();
  await page.getByRole('searchbox', { name: 'Find a conversation' }).fill('quist');
  await until(async () => (await lines.count()) === 1, 'one is left');
  assert.match(await lines.innerText(), /harbour/);
});

function MAIL(): string {
  const from = 'Pim Vos <pim@vos.example>';
  return [
    `From: ${from}`,
    'To: Nora Lind <nora.lind@example.org>',
    'Subject: The cold room',
    'Date: Tue, 17 Nov 2026 09:12:00 +0100',
    'Message-ID: <one@vos.example>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Dear Nora,',
    '',
    'The cold room hums at night and my neighbours complain. What can be done about it?',
    '',
    'Pim',
  ].join('\r\n');
}
