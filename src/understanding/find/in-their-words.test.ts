import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#model/finding.ts';
import { type Line, talk } from '#test/talk.ts';
import { understand } from '../understand.ts';

/** Tuesday 17 November 2026; Ana is us. */
function found(...lines: Line[]): Finding[] {
  return understand(talk(lines), { zone: 'Europe/Lisbon' }).report.findings;
}
const kindsOf = (...lines: Line[]) => found(...lines).map(({ kind }) => kind);

const PROMISES: [who: string, says: string, what: string, due: string | null][] = [
  ['Ana', "I'll have the two units with you by Friday.", 'the two units', '2026-11-20'],
  ['Ana', "I'll tell you how it went, I promise.", 'tell Ines how it went', null],
  ['Ines', 'I look up August for you, the real one. Until Monday in a week.', 'look up August for Ana, the real one', '2026-11-30'],
  ['Ana', "If she says yes you'll have it by the end of the month.", 'send it', '2026-11-30'],
  [
    'Ana',
    "I'll ask Tom about alarm thresholds at night, and I'll tell you by Wednesday what he says.",
    'ask Tom about alarm thresholds at night',
    '2026-11-18',
  ],
  ['Ana', "I'll send you a page on it by Monday, what it'd look like if we stopped making sensors.", 'send a page on it', '2026-11-23'],
  ['Ines', 'I will send you the hours of the December auctions tomorrow.', 'send the hours of the December auctions', '2026-11-18'],
  ['Ana', "I'll send you the July report by Friday.", 'send the July report', '2026-11-20'],
  ['Ana', "I'll send it. By Friday.", 'send it', '2026-11-20'],
  ['Ana', "I'll let you know on Thursday how it went.", 'let Ines know how it went', '2026-11-19'],
  ['Ines', "I'll write to him tonight, and copy you in.", 'write to him and copy Ana in', '2026-11-17'],
  ['Ana', "I'll have that stopped today.", 'have that stopped', '2026-11-17'],
  ['Ana', 'I will call you tomorrow morning before your handover.', 'call Ines before their handover', '2026-11-18'],
  [
    'Ana',
    "I'll change it now and you'll get a new one today, with the two months back.",
    'a new one, with the two months back',
    '2026-11-17',
  ],
  ['Ana', 'I can have four good boxes brought to you tonight.', 'four good boxes', '2026-11-17'],
  ['Ana', "I'll check whether two vans would do, and tell you by next Wednesday.", 'check whether two vans would do', '2026-11-25'],
  ['Ines', "I'll ask him for a date in the week after next.", 'ask him for a date', '2026-12-04'],
  ['Ana', "I'll call you in May.", 'call Ines', '2027-05-01'],
];

for (const [who, says, what, due] of PROMISES)
  test(`promised: ${says}`, () => {
    const [promise, more] = found([who, says], [who === 'Ana' ? 'Ines' : 'Ana', 'Mm.']).filter(({ kind }) => kind === 'commitment');
    assert.deepEqual([promise?.what, promise?.due], [what, due]);
    assert.equal(promise?.whom, who === 'Ana' ? 'Ines' : 'Ana');
    assert.equal(promise?.statement, `${what.charAt(0).toUpperCase()}${what.slice(1)}`);
    assert.equal(more, undefined);
  });

test('a time that stands alone after a promise is quoted with it; another sentence is not', () => {
  assert.equal(found(['Ana', "I'll send it to you. By Friday."], ['Ines', 'Mm.'])[0]?.quote, "I'll send it to you. By Friday.");
  const [other] = found(['Ana', "I'll send it to you. By Friday we close the books for the year anyway, you see."], ['Ines', 'Mm.']);
  assert.equal(other?.quote, "I'll send it to you.");
  assert.equal(other?.due, null);
});

const NO_PROMISES = [
  "I'll give you a worse one, so you won't mind.",
  "I'll give you the two.",
  "I'll talk while it opens.",
  "I'll be honest with you about the price.",
  "I'll say it is a lot of money for us.",
  "I'll tell you that I noticed it in June.",
  "If you like I'll send you the list.",
];
for (const says of NO_PROMISES)
  test(`not promised: ${says}`, () => assert.ok(!kindsOf(['Ana', says], ['Ines', 'Mm.']).includes('commitment')));

const THEIRS: [kind: string, says: string][] = [
  ['need', 'If it breaks once more, it is my name on the letter to the schools.'],
  ['need', 'Two thousand lunches in a skip that week, and we paid for all of them.'],
  ['need', 'The way I see it, an alarm that nobody hears is a noise.'],
  ['need', 'I need to believe it at three in the morning, or nobody will get up.'],
  ['need', "I need to know what's in those two vans, by the minute, and I need it before Christmas."],
  ['need', 'It rings, and they wait a minute to see whether it stops.'],
  ['belief.false', "You're a sensor company, so for you that is the interesting part."],
  ['belief.true', 'Ruth trusts you, and Ruth is fussy.'],
  ['belief.gap', 'I did not know that somebody comes and fetches a van that fails.'],
  ['trait.irritant', 'Please, not another dashboard.'],
  ['trait.risk', 'Give me two vans and a bad week.'],
  ['trait.value', "I don't like to be careless with money."],
  ['trait.value', "I don't like to check up on an honest man."],
  ['referral', 'Talk to Sam Whitlock.'],
  ['referral', "I told Yusuf Demir, the caterer, he's going to call you."],
  ['objection', 'We have just bought the other one, sorry.'],
  ['feedback', 'Priya knew our menu by Friday.'],
  ['feedback', 'What could be better is that sheet on the door.'],
];
for (const [kind, says] of THEIRS) test(`${kind}: ${says}`, () => assert.deepEqual(kindsOf(['Ines', says], ['Ana', 'Mm.']), [kind]));

test('names go with those who send us on', () => {
  assert.equal(found(['Ines', 'Talk to Sam Whitlock.'])[0]?.name, 'Sam Whitlock');
  assert.equal(found(['Ines', 'Talk to Marta Duarte at the hospital.'])[0]?.name, 'Marta Duarte');
  assert.deepEqual(kindsOf(['Ines', 'Talk to me when you know.']), []);
});

const NOTHING = [
  "I don't mind losing my own, I lose it on a boat every year.",
  "You only ring on a Saturday when you've done something.",
  'The form asked me how likely I was to recommend you to a colleague.',
  "I've told Jess and Karim about the forty phone calls.",
  "It's late, from here.",
  'I told you she would tell you when you are wrong.',
  'We said half an hour, yes, and then I have the drivers at half past.',
];
for (const says of NOTHING) test(`nothing: ${says}`, () => assert.deepEqual(kindsOf(['Ines', says], ['Ana', 'Mm.']), []));

test('Dutch: what is asked for, what annoys, and no rival in a compliment', () => {
  const dutch = (says: string) =>
    kindsOf(['Joost', 'Ik ben bakker en mijn vader was dat ook.'], ['Joost', says], ['Ana', 'Ja, dat snap ik goed.']);
  assert.deepEqual(dutch('Ik wil weten: is het goed, ja of nee.'), ['need']);
  assert.deepEqual(dutch('Dat stoort me, als mensen haast hebben in een bakkerij.'), ['trait.irritant']);
  assert.deepEqual(dutch('Het is beter dan mijn Engels.'), []);
});

test('less tired is not tired', () => {
  const feelings = found(['Ines', "But I'm less tired now, I'd even say I'm, what's the word, curious."]);
  assert.deepEqual(feelings, []);
});

test('we have no needs in our own lane: what is ours is never found as theirs', () => {
  for (const says of [
    'I stopped late.',
    "I'd love that.",
    'We lost a customer in July and it cost us a year.',
    'I need to think about it.',
  ])
    assert.deepEqual(kindsOf(['Ana', says], ['Ines', 'Mm.']), []);
});

test('lines forwarded in a mail are nobody’s words here', () => {
  const mail =
    'Dear Ana,\n\nsee below.\n\n> I need one list by Friday.\n> I will send you the report tomorrow. We lost a customer.\n\nInes';
  assert.deepEqual(kindsOf(['Ines', mail]), []);
  const { report } = understand(talk([['Ines', mail]]));
  for (const { from } of report.turns[0]?.acts ?? []) assert.notEqual(mail[mail.lastIndexOf('\n', from) + 1], '>');
});

test('a question about us that we answer with "I don’t know" leaves a gap', () => {
  assert.deepEqual(kindsOf(['Ines', 'Does it work in the tunnel?'], ['Ana', "I don't know yet."]), ['belief.gap']);
  assert.deepEqual(kindsOf(['Ines', 'Does it work in the tunnel?'], ['Ana', 'Yes, since the spring it does.']), []);
});
