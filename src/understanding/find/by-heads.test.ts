import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Conversation, Side } from '#model/conversation.ts';
import type { Finding } from '#model/finding.ts';
import { talk } from '#test/talk.ts';
import { unitOf, wholeSentence } from '../heads/unit.ts';
import type { OpenQuestion } from '../measure/unanswered.ts';
import { foundByHeads } from './by-heads.ts';
import type { Said } from './heard.ts';
import type { Setting } from './promises.ts';

const THRESHOLD = 0.3;
const SETTING: Setting = {
  conversation: talk([
    ['Ana', 'Hello.'],
    ['Ines', 'Hello.'],
  ]),
  zone: 'Europe/Amsterdam',
  momentOf: () => new Date('2026-11-17T14:00:00+01:00'),
  claims: [],
};

interface Told {
  sensed?: Record<string, number>;
  open?: OpenQuestion[];
  setting?: Partial<Setting>;
  asks?: boolean;
}

/** What is found in one sentence by heads that are as sure as they are told to be. */
function found(
  speaker: string,
  text: string,
  sure: Record<string, number>,
  { sensed = {}, open = [], setting = {}, asks = false }: Told = {},
): Finding[] {
  const side: Side = speaker === 'Ana' ? 'us' : speaker === 'Voice' ? 'unknown' : 'them';
  const { acting, finding, sentence } = unitOf({ text, sentence: wholeSentence(text), turn: 1, speaker, side });
  const of = (head: string) => sure[head] ?? 0;
  const heads = {
    of,
    says: (head: string) => of(head) >= THRESHOLD,
    thresholdOf: () => THRESHOLD,
    sensed: (name: string) => sensed[name] ?? 0,
  };
  const said: Said = { turn: 1, text, speaker, side, tongue: 'en', sentence, after: '', acting, finding, act: () => 0, asks, heads };
  return foundByHeads(said, { ...SETTING, ...setting }, open);
}

const theirs = (text: string, sure: Record<string, number>, told?: Told) => found('Ines', text, sure, told)[0];

test('nothing is found where no head is sure', () => {
  assert.deepEqual(found('Ines', 'We need one list of it.', { 'find need': 0.1, 'find trait.value': 0.1 }), []);
  assert.equal(found('Ines', 'We need one list of it.', { 'find need': 0.2 })[0]?.kind, 'need', 'said in so many words');
});

test('a need has the deepest step that is at least half as sure, and says when it is a condition', () => {
  const depth = (steps: Record<string, number>) => theirs('We need one list of it.', { 'find need': 0.6, ...steps })?.depth;
  assert.equal(depth({}), 0);
  assert.equal(depth({ 'deep 1': 0.5, 'deep 2': 0.31, 'deep 3': 0.2 }), 2);
  assert.equal(depth({ 'deep 4': 0.3 }), 4);
  assert.equal(theirs('It must work without a signal.', { 'find need': 0.6 })?.must, true);
  assert.equal(theirs('We need one list of it.', { 'find need': 0.6 })?.must, undefined);
});

test('a need has our wording, its quote and a rounded confidence', () => {
  const need = theirs('We need one list of what is on our road.', { 'find need': 0.61803 });
  assert.deepEqual(
    [need?.statement, need?.quote, need?.p],
    ['One list of what is on their road', 'We need one list of what is on our road.', 0.62],
  );
});

test('a promise says what, to whom and by when, whichever side it comes from', () => {
  for (const speaker of ['Ana', 'Ines']) {
    const [promise] = found(speaker, "I'll send you the July report by Friday.", { 'find commitment': 0.8 });
    const { kind, what, whom, due, dueText, statement } = promise ?? {};
    assert.deepEqual(
      [kind, what, whom, due, dueText, statement],
      ['commitment', 'send the July report', speaker === 'Ana' ? 'Ines' : 'Ana', '2026-11-20', 'by Friday', 'Send the July report'],
    );
  }
});

test('a promise without a cue of its own is told whole', () => {
  const promise = found('Ana', 'Thursday it will be on your desk.', { 'find commitment': 0.8 })[0];
  assert.ok(promise?.what && promise.statement);
  assert.equal(promise.due, '2026-11-19');
});

test('a promise that is asked, conditional or done on the spot is none, however sure the heads are', () => {
  const sure = { 'find commitment': 0.99 };
  assert.deepEqual(found('Ana', "If you like I'll send you the list.", sure), []);
  assert.deepEqual(found('Ana', "I'll be honest with you about it.", sure), []);
  assert.deepEqual(found('Ana', 'Will I send you the report?', sure, { asks: true }), []);
  assert.equal(found('Ana', "If she agrees I'll send you the list.", sure).length, 1);
});

test('from us nothing but promises is found', () => {
  const all = Object.fromEntries(
    ['need', 'request', 'feeling', 'feedback', 'objection', 'belief', 'belief.false', 'trait.value', 'competitor', 'referral'].map(
      (kind) => [`find ${kind}`, 0.9],
    ),
  );
  assert.deepEqual(found('Ana', 'We need Kelvin Systems and I am so worried.', all), []);
  assert.ok(found('Ines', 'We need Kelvin Systems and I am so worried.', all).length > 0);
});

test('who is not known may need, and may hold a belief about us', () => {
  assert.equal(found('Voice', 'We need one list of it.', { 'find need': 0.9 })[0]?.kind, 'need');
  const [belief] = found('Voice', 'I thought you only sell sensors.', { 'find belief': 0.9, 'find belief.false': 0.9 });
  assert.equal(belief?.kind, 'belief.false');
});

test('a request is owed by the one who is asked', () => {
  const request = theirs('Could you send me the report before Thursday?', { 'find request': 0.6 });
  assert.deepEqual([request?.kind, request?.whom, request?.what, request?.due], ['request', 'Ana', 'send the report', '2026-11-19']);
});

test('a belief is of the likeliest kind; a question that stays open is a gap', () => {
  const text = 'I thought you only sell sensors to hospitals.';
  const sure = { 'find belief': 0.5, 'find belief.true': 0.2, 'find belief.false': 0.4 };
  assert.deepEqual([theirs(text, sure)?.kind, theirs(text, sure)?.claim, theirs(text, sure)?.p], ['belief.false', null, 0.5]);
  assert.equal(theirs(text, { ...sure, 'find belief.true': 0.45 })?.kind, 'belief.true');
  const open = [{ turn: 1, from: 0, to: text.length, speaker: 'Ines' }] as unknown as OpenQuestion[];
  assert.equal(theirs(text, sure, { open })?.kind, 'belief.gap');
});

test('what contradicts a claim is no true belief, and is found where half as sure', () => {
  const claims = [{ id: 'c1', offering: 'Harbourline', statement: 'We sell sensors to schools and hospitals.' }];
  const text = 'You never sell sensors to schools.';
  const belief = theirs(text, { 'find belief': 0.2, 'find belief.true': 0.2, 'find belief.false': 0.1 }, { setting: { claims } });
  assert.deepEqual([belief?.kind, belief?.claim, belief?.p], ['belief.false', 'c1', 0.2]);
  assert.equal(theirs(text, { 'find belief': 0.1, 'find belief.true': 0.1 }, { setting: { claims } }), undefined);
  assert.equal(theirs(text, { 'find belief': 0.2, 'find belief.true': 0.2 }), undefined, 'without the claim it is too unsure');
});

test('of the traits the surest is told, risk in our words', () => {
  const trait = theirs('I like to keep what I sign, always.', { 'find trait.value': 0.5, 'find trait.preference': 0.4 });
  assert.equal(trait?.kind, 'trait.value');
  const risk = theirs('We would rather start small with two of them.', { 'find trait.risk': 0.5 });
  assert.deepEqual([risk?.kind, risk?.statement], ['trait.risk', 'Tries small first']);
});

test('a feeling has its word, its tone and what it comes from; the heads may hear one that has no word', () => {
  const feeling = theirs('I am so worried about the July audit.', { 'find feeling': 0.5 });
  assert.deepEqual([feeling?.feeling, feeling?.tone, feeling?.cause, feeling?.statement], ['worried', 'bad', 'the July audit', null]);
  const shown = theirs('My knees give way each time the phone rings.', { 'find feeling': 0.5 });
  assert.deepEqual([shown?.kind, shown?.feeling, shown?.tone], ['feeling', null, null]);
});

test('feedback is praise by its cues, else by what the first layer noticed', () => {
  const verdict = (text: string, sensed?: Record<string, number>) =>
    theirs(text, { 'find feedback': 0.5 }, { sensed: sensed ?? {} })?.verdict;
  assert.equal(verdict('Your support is great, they answer at once.'), 'well');
  assert.equal(verdict('Your invoices were wrong two months in a row.'), 'better');
  assert.equal(verdict('The man on the phone took an hour.', { 'goemotions annoyance': 0.5 }), 'better');
  assert.equal(verdict('The man on the phone took an hour.', { 'goemotions gratitude': 0.5 }), 'well');
});

test('an objection has its subject, where its words say so', () => {
  assert.equal(theirs('It is too expensive for us.', { 'find objection': 0.5 })?.name, 'price');
  assert.equal(theirs('The stairs are steep for that.', { 'find objection': 0.5 })?.name, null);
});

test('another they weigh us against, or send us to, has a name or is not told', () => {
  const sure = { 'find competitor': 0.5 };
  assert.equal(theirs('We also looked at Frostline last year.', sure)?.name, 'Frostline');
  assert.equal(theirs('We also looked at another one last year.', sure), undefined);
  assert.equal(theirs('We talked to Ana about it all.', sure), undefined, 'one who is here');
  assert.equal(theirs('I can introduce you to Marta Duarte.', { 'find referral': 0.5 })?.name, 'Marta Duarte');
});

test('a sentence shows three things at most, the surest first', () => {
  const all = { 'find need': 0.6, 'find feeling': 0.9, 'find objection': 0.7, 'find feedback': 0.5, 'find request': 0.4 };
  const kinds = found('Ines', 'I am so worried that we need a list.', all).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['feeling', 'objection', 'need']);
});

test('where the heads know no word of it, nothing is found', () => {
  const text = 'Wij hebben een lijst nodig.';
  const { acting, finding, sentence } = unitOf({ text, sentence: wholeSentence(text), turn: 1, speaker: 'Ines', side: 'them' });
  const said: Said = {
    turn: 1,
    text,
    speaker: 'Ines',
    side: 'them',
    tongue: 'nl',
    sentence,
    after: '',
    acting,
    finding,
    act: () => 0,
    asks: false,
    heads: null,
  };
  assert.deepEqual(foundByHeads(said, SETTING, []), []);
});

test('with no day of the talk the words for a time are kept and no day is made up', () => {
  const conversation: Conversation = { ...SETTING.conversation, startedAt: null };
  const [promise] = found(
    'Ana',
    "I'll send you the list by Friday.",
    { 'find commitment': 0.8 },
    { setting: { conversation, momentOf: () => null } },
  );
  assert.deepEqual([promise?.due, promise?.dueText], [null, 'by Friday']);
});
