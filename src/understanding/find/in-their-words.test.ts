import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#model/finding.ts';
import { atLeast, atMost } from '#test/shares.ts';
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

const promised = (who: string, says: string) =>
  found([who, says], [who === 'Ana' ? 'Ines' : 'Ana', 'Mm.']).filter(({ kind }) => kind === 'commitment');

test('nearly every promise is found', () => atLeast(0.85, PROMISES, ([who, says]) => promised(who, says).length > 0, 'promises'));

test('a promise that is found says what, to whom and by when, once', () => {
  for (const [who, says, what, due] of PROMISES) {
    const [promise, more] = promised(who, says);
    if (!promise) continue;
    assert.deepEqual([promise.what, promise.due], [what, due], says);
    assert.equal(promise.whom, who === 'Ana' ? 'Ines' : 'Ana', says);
    assert.equal(promise.statement, `${what.charAt(0).toUpperCase()}${what.slice(1)}`);
    assert.equal(more, undefined, says);
  }
});

test('a time that stands alone after a promise is quoted with it; another sentence is not', () => {
  assert.equal(found(['Ana', "I'll send it to you. By Friday."], ['Ines', 'Mm.'])[0]?.quote, "I'll send it to you. By Friday.");
  const [other] = found(['Ana', "I'll send it to you. By Friday we close the books for the year anyway, you see."], ['Ines', 'Mm.']);
  assert.equal(other?.quote, "I'll send it to you.");
  assert.equal(other?.due, null);
});

const NO_PROMISES = [
  "I'll talk while it opens.",
  "I'll be honest with you about the price.",
  "I'll say it is a lot of money for us.",
  "I'll tell you that I noticed it in June.",
  "If you like I'll send you the list.",
  "I don't know what I will send you.",
  "I'll give you a worse one, so you won't mind.",
  "I'll give you the two.",
];
for (const says of NO_PROMISES)
  test(`not promised: ${says}`, () => assert.ok(!kindsOf(['Ana', says], ['Ines', 'Mm.']).includes('commitment')));

const THEIRS: [kind: string, before: string, says: string][] = [
  ['need', 'What if it breaks?', 'If it breaks once more, it is my name on the letter to the schools.'],
  ['need', 'What happened then?', 'Two thousand lunches in a skip that week, and we paid for all of them.'],
  ['need', 'How do the alarms do?', 'The way I see it, an alarm that nobody hears is a noise.'],
  ['need', 'What would it have to do?', 'I need to believe it at three in the morning, or nobody will get up.'],
  ['need', 'What would help?', "I need to know what's in those two vans, by the minute, and I need it before Christmas."],
  ['need', 'What do they do at night?', 'It rings, and they wait a minute to see whether it stops.'],
  ['belief.false', 'This is the interesting part.', "You're a sensor company, so for you that is the interesting part."],
  ['belief.true', 'So you heard of us by Ruth.', 'Ruth trusts you, and Ruth is fussy.'],
  ['belief.gap', 'Then we fetch it.', 'I did not know that somebody comes and fetches a van that fails.'],
  ['trait.irritant', 'I could show you one more.', 'Please, not another dashboard.'],
  ['trait.risk', 'How would you like to begin?', 'Give me two vans and a bad week.'],
  ['trait.value', 'Why do you ask?', "I don't like to be careless with money."],
  ['trait.value', 'You could have called him.', "I don't like to check up on an honest man."],
  ['referral', 'Who else has this?', 'You should talk to Sam Whitlock at the hospital.'],
  ['referral', 'Who else has this?', "I told Yusuf Demir, the caterer, he's going to call you."],
  ['objection', 'So what do you think?', 'We have just bought the other one, sorry.'],
  ['feedback', 'How did we do?', 'Priya knew our menu by Friday.'],
  ['feedback', 'What could we do better?', 'What could be better is that sheet on the door.'],
];
const inTalk = (before: string, says: string) =>
  found(['Ana', before], ['Ines', says], ['Ana', 'I see, go on.']).filter(({ turn }) => turn === 1);

test('of what people say in their own words, a third is found as what it is', () =>
  atLeast(0.3, THEIRS, ([kind, before, says]) => inTalk(before, says).some((one) => one.kind === kind), 'in their words'));

test('of what people say in their own words, most is found as something', () =>
  atLeast(0.6, THEIRS, ([, before, says]) => inTalk(before, says).length > 0, 'something in their words'));

test('names go with those who send us on', () => {
  const named = (says: string) => inTalk('Who else has this?', says).find(({ kind }) => kind === 'referral')?.name;
  assert.equal(named('You should talk to Sam Whitlock.'), 'Sam Whitlock');
  assert.equal(named('I can introduce you to Marta Duarte at the hospital.'), 'Marta Duarte');
  assert.equal(named('Talk to me when you know.'), undefined);
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
test('of what only sounds like something, not half is taken for it', () =>
  atMost(0.45, NOTHING, (says) => kindsOf(['Ana', 'Good, go on.'], ['Ines', says], ['Ana', 'Mm.']).length > 0, 'nothing'));

test('Dutch: what is asked for, what annoys, and no rival in a compliment', () => {
  const dutch = (says: string) =>
    kindsOf(['Joost', 'Ik ben bakker en mijn vader was dat ook.'], ['Joost', says], ['Ana', 'Ja, dat snap ik goed.']);
  assert.deepEqual(dutch('Ik wil weten: is het goed, ja of nee.'), ['need']);
  assert.deepEqual(dutch('Dat stoort me, als mensen haast hebben in een bakkerij.'), ['trait.irritant']);
  assert.deepEqual(dutch('Het is beter dan mijn Engels.'), []);
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

test('a question about what we offer is a gap in what they know, a question about the meeting is not', () => {
  const gaps = (says: string) =>
    found(['Ana', 'So that is our service.'], ['Ines', says], ['Ana', 'I would have to look.']).map(({ kind }) => kind);
  assert.ok(gaps('Does your service also work in the tunnel?').includes('belief.gap'));
  assert.ok(!gaps('Can you say that again?').includes('belief.gap'));
});
