import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, chaptersOf, openStage, type Stage } from './stage.ts';
import { colleague, type Desk, handIn, sitDown, understood, vttOf } from './talks.ts';

const MEETING = vttOf([
  ['Norah L.', 'What do you want from this week?', 4],
  ['Ben C.', 'A quiet depot, to be honest.', 4],
  ['Tom Bakker', 'We need the numbers before eight.', 5],
  ['VERMEER, Anna (Guest)', 'I would like somebody who answers the phone.', 5],
  ['Meeting Room 4', 'This meeting is being recorded.', 3],
]);

let stage: Stage;
let nora: Desk;
let meeting = '';

before(async () => {
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  await colleague(stage, nora, 'Ben Cole');
  await nora.ask('POST', '/api/v1/people', { name: 'Tom Baker', kinds: ['customer'], organisation: 'Harbour Foods' });
  const { conversations } = await handIn(nora, 'week.vtt', MEETING);
  meeting = `/conversations/${conversations[0]?.id}`;
  await understood(nora);
});
after(() => stage.close());

test('somebody says who spoke, once and for good', { timeout: 60_000 }, async (story) => {
  const { page } = nora;
  const chapter = chaptersOf(story, () => page);
  const card = (name: string) => page.locator('[data-speaker]', { hasText: name });
  const on = page.locator('.speaker.on');
  const answers = { 'Tom Bakker': 'Tom Baker', 'Ben C.': 'Ben Cole' };

  await chapter('five did not say who they are', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Say who is who' }).click();
    await page.getByRole('heading', { name: 'Five people spoke whom Heed does not know.' }).waitFor();
    await card('Tom Bakker').getByText('We need the numbers before eight.').waitFor();
    await assertAccessible(page, 'who is who');
  });

  await chapter('one is me, by one key; j and k walk', async () => {
    const hers = on.filter({ hasText: 'Norah L.' });
    for (let n = 1; n < 5 && (await hers.count()) === 0; n++) await page.keyboard.press('j');
    await hers.waitFor();
    await page.keyboard.press('m');
    await card('Norah L.').getByText('you', { exact: true }).waitFor();
    assert.equal(await hers.count(), 0, 'the next one is in hand');
    await page.keyboard.press('k');
  });

  await chapter('one is a colleague, one is known by another spelling', async () => {
    const ben = card('Ben C.');
    await ben.getByRole('button', { name: 'One of us' }).click();
    await ben.getByRole('button', { name: answers['Ben C.'], exact: true }).click();
    await ben.locator('.chip', { hasText: 'Ben Cole' }).waitFor();
    const tom = card('Tom Bakker');
    await tom.getByRole('button', { name: 'Someone I know' }).click();
    await tom.getByLabel('Someone I know').fill('bak');
    await tom.getByRole('button', { name: /Tom Baker.*Harbour Foods/ }).click();
    await tom.locator('.chip', { hasText: 'Tom Baker' }).waitFor();
  });

  await chapter('one is new, with a name as people write it, and one is no person', async () => {
    const anna = card('VERMEER');
    await anna.getByRole('button', { name: /A new person/ }).click();
    assert.equal(await anna.getByLabel('Name').inputValue(), 'Anna Vermeer');
    await anna.getByLabel('Where they work').fill('Vermeer & Zonen');
    await page.keyboard.press('Enter');
    await card('Meeting Room 4')
      .getByRole('button', { name: /Not a person/ })
      .click();
    await card('Meeting Room 4').getByText('not a person').waitFor();
  });

  await chapter('an answer can be taken back before it is handed in', async () => {
    await card('Meeting Room 4').getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('button', { name: 'Save these 4' }).waitFor();
    await card('Meeting Room 4')
      .getByRole('button', { name: /Not a person/ })
      .click();
    await page.getByRole('button', { name: 'Save these 5' }).click();
    await page.getByText('5 speakers are known now').waitFor();
    await page.getByText('Everyone who spoke is known.').waitFor();
  });

  await chapter('and after it: z makes them unknown again, and they are named anew', async () => {
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: 'Five people spoke whom Heed does not know.' }).waitFor();
    const { speakers } = await nora.ask<{ speakers: { alias: string; name: string }[] }>('GET', '/api/v1/speakers/unknown');
    const { members } = await nora.ask<{ members: { id: string; name: string }[] }>('GET', '/api/v1/members');
    const { rows } = await nora.ask<{ rows: { id: string; name: string }[] }>('GET', '/api/v1/people');
    const idOf = (list: { id: string; name: string }[], name: string) => list.find((one) => one.name === name)?.id;
    const said: Record<string, object> = {
      'Norah L.': { is: 'me' },
      'Ben C.': { is: 'member', memberId: idOf(members, 'Ben Cole') },
      'Tom Bakker': { is: 'person', personId: idOf(rows, 'Tom Baker') },
      'Meeting Room 4': { is: 'nobody' },
    };
    await nora.ask('POST', '/api/v1/speakers/name', {
      answers: speakers.map(({ alias, name }) => ({ alias, ...(said[name] ?? { is: 'new', name: 'Anna Vermeer' }) })),
    });
    await page.goto(meeting);
    const lanes = page.locator('.lanes');
    await lanes.getByText('Anna Vermeer').waitFor();
    await lanes.getByText('You', { exact: true }).waitFor();
    await lanes.getByText('Tom Baker', { exact: true }).waitFor();
    await lanes.getByText('Ben Cole').waitFor();
  });

  await chapter('a later file with the same spellings asks nothing', async () => {
    const again = await handIn(
      nora,
      'next-week.vtt',
      vttOf([
        ['VERMEER, Anna (Guest)', 'The phone was answered this time.'],
        ['Tom Bakker', 'And the numbers came at seven.'],
        ['Norah L.', 'That is good to hear.'],
      ]),
    );
    assert.equal(again.unknownSpeakers, 0);
    await page.goto(`/conversations/${again.conversations[0]?.id}`);
    await page.locator('.lanes').getByText('Anna Vermeer').waitFor();
    await page.locator('[data-turn="2"]').waitFor();
    assert.equal(await page.getByText(/not known yet/).count(), 0);
    await page.goto('/speakers');
    await page.getByText('Everyone who spoke is known.').waitFor();
  });

  await chapter('a number takes the one that is offered', async () => {
    await handIn(nora, 'short.vtt', vttOf([['Anna Vermeers', 'I am back on Monday.']]));
    await page.reload();
    await card('Anna Vermeers')
      .getByRole('button', { name: /Anna Vermeer.*1/ })
      .waitFor();
    await page.keyboard.press('1');
    await card('Anna Vermeers').locator('.chip', { hasText: 'Anna Vermeer' }).waitFor();
    await page.keyboard.press('u');
    await card('Anna Vermeers').locator('.chip').waitFor({ state: 'detached' });
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Save this one' }).click();
    await page.getByText('Everyone who spoke is known.').waitFor();
  });
});
