import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FINDING_KINDS } from '#model/finding.ts';
import type { FindingView, SpeakerView } from '#model/pages.ts';
import { en } from '../messages/en/all.ts';
import { nl } from '../messages/nl/all.ts';
import { againstWords, capitalised, findingLabel, ownWords } from './finding-words.ts';
import { namesOf } from './speaker-names.ts';

const speaker = (i: number, name: string, side: SpeakerView['side']): SpeakerView => ({
  ...{ id: `s${i}`, i, name, email: null, side, personId: null, memberId: null },
  ...{ isYou: i === 0, turns: 3, words: 30, ms: null },
});
const names = namesOf([speaker(0, 'Nora Lind', 'us'), speaker(1, 'Tom Baker', 'them'), speaker(2, 'Ben Cole', 'us')], 'You');
const found = (more: Partial<FindingView>): FindingView => ({
  ...{ id: 'f', kind: 'need', speaker: 1, turn: 1, from: 0, to: 4, quote: 'We need it.', p: 0.9 },
  ...{ edited: false, confirmedBy: null, rejectedBy: null },
  ...more,
});
const day = (iso: string) => `day ${iso}`;

test('a promise is said by who made it, a need by how deep it goes', () => {
  assert.equal(findingLabel(found({ kind: 'commitment', speaker: 0 }), names, en), 'You promised');
  assert.equal(findingLabel(found({ kind: 'commitment', speaker: 2 }), names, en), 'Ben promised');
  assert.equal(findingLabel(found({ kind: 'request' }), names, en), 'Tom asked');
  assert.equal(findingLabel(found({ depth: 2 }), names, en), 'A need · what it costs the business');
  assert.equal(findingLabel(found({ depth: null }), names, en), 'A need');
  assert.equal(findingLabel(found({ depth: 0 }), names, en), 'A need · what happens', 'the shallowest depth is a depth');
  assert.equal(findingLabel(found({ kind: 'commitment', speaker: 0 }), names, nl), 'Jij beloofde');
});

test('a belief says what it is held against, and whether we still say that', () => {
  const against = { statement: 'A visit within four hours', offering: 'Harbourline', withdrawn: false };
  assert.equal(againstWords(found({ kind: 'belief.false', against }), en), 'against: «A visit within four hours» · Harbourline');
  const once = found({ kind: 'belief.false', against: { ...against, withdrawn: true } });
  assert.equal(againstWords(once, en), 'against: «A visit within four hours» · Harbourline, no longer said');
  assert.equal(againstWords(once, nl), 'tegenover: «A visit within four hours» · Harbourline, niet meer gezegd');
  assert.equal(againstWords(found({ against: null }), en), null);
});

test('a promise stands with the day it comes to, or with how it was said, and never with two “by”s', () => {
  const promise = found({ kind: 'commitment', what: 'send the plan', due: '2026-11-20', dueText: 'by Friday' });
  assert.equal(ownWords(promise, en, day), 'Send the plan, by day 2026-11-20');
  assert.equal(ownWords(promise, nl, day), 'Send the plan, uiterlijk day 2026-11-20');
  assert.equal(ownWords({ ...promise, due: null }, en, day), 'Send the plan, by Friday');
  assert.equal(ownWords({ ...promise, due: null, dueText: null }, en, day), 'Send the plan');
  assert.equal(ownWords({ ...promise, what: null }, en, day), null, 'a day alone is no wording');
  assert.equal(
    ownWords(found({ kind: 'request', what: 'call back', due: '2026-11-20T10:00:00+01:00' }), en, day),
    'Call back, by day 2026-11-20',
  );
});

test('our wording is ours, a feeling is its word, and a quote is never taken for it', () => {
  assert.equal(ownWords(found({ kind: 'feeling', feeling: 'worried', statement: 'is worried' }), en, day), 'Worried');
  assert.equal(ownWords(found({ statement: 'numbers before eight' }), en, day), 'Numbers before eight');
  assert.equal(ownWords(found({ kind: 'competitor', name: 'frostWatch' }), en, day), 'FrostWatch');
  assert.equal(ownWords(found({}), en, day), null);
  assert.equal(capitalised('één deur'), 'Één deur');
});

test('what one person said is not told as of many: Dutch has no “they” for one', () => {
  const aboutOne = [
    ...FINDING_KINDS.map((kind) => findingLabel(found({ kind, speaker: 1 }), names, nl)),
    ...nl.findings.depth,
    ...[nl.speakers.organisation, nl.speakers.role, nl.speakers.kinds, nl.speakers.hereWhy, nl.speakers.said],
    ...[nl.conversations.logByThem, nl.conversations.trayDoneWhy(1, 0)],
  ];
  assert.deepEqual(
    aboutOne.filter((words) => /\b(zij|hen|hun)\b/i.test(words)),
    [],
  );
});
