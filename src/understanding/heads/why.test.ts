import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MOST_REASONS, MOST_WORDS, WHY_REASONS, type Why } from '#model/why.ts';
import { type Line, talk } from '#test/talk.ts';
import { featuresOf, originsOf } from './features.ts';
import { hearingOf } from './hearing.ts';
import { ourModel } from './model.ts';
import { accountOf } from './why.ts';

const CALL: Line[] = [
  ['Tom', 'I phone the depot myself every Monday, and last March we lost a customer over the late reports.'],
  ['Ana', 'So you phone the depot yourself every Monday, and you lost a customer over the late reports.'],
  ['Tom', 'Exactly. Could you send me a plan?'],
  ['Ana', "I'll send you the plan by Friday."],
];

/** Why heads said yes to sentence `nth` of a turn, with its words as they were said. */
function asked(lines: Line[], turn: number, nth: number, heads: string[]): { said: string[]; why: Why } {
  const hearing = hearingOf(talk(lines));
  const unit = (hearing.turns[turn]?.firstUnit ?? 0) + nth;
  const why = accountOf(hearing)(unit, heads);
  return { said: why.words.map(({ from, to }) => lines[turn]?.[1].slice(from, to) ?? ''), why };
}

test('of a plain promise the words that promise stand on top', () => {
  const { said, why } = asked(CALL, 3, 0, ['commitment']);
  assert.match(said[0] ?? '', /^I'll send/);
  assert.ok((why.words[0]?.share ?? 0) >= 0.25, 'and they are a good part of it');
  const alone = asked([['Tom', 'I will send you our timetable by Friday.']], 0, 0, ['find commitment']);
  assert.match(alone.said[0] ?? '', /^I will send/);
  assert.ok(
    alone.said.slice(0, 2).some((words) => words.includes('Friday')),
    alone.said.join(' | '),
  );
});

test('words that carry nothing of a promise are not named', () => {
  const { said } = asked([['Ana', 'Yes, it was raining in Saltmouth that night, and I will call you tomorrow.']], 0, 0, ['commitment']);
  assert.ok(
    said.every((words) => !/raining|Saltmouth/.test(words)),
    said.join(' | '),
  );
  assert.ok(said.some((words) => /call/.test(words)));
});

test('what was said back is said to be the same words', () => {
  assert.ok(asked(CALL, 1, 0, ['reflection', 'reflection.simple']).why.reasons.includes('same-words'));
  const other = asked([['Tom', 'It rained.'], CALL[1] as Line], 1, 0, ['reflection', 'reflection.simple']);
  assert.ok(!other.why.reasons.includes('same-words'), 'and not where the other said none of them');
});

test('a question is known by its mark, and by its opening where nobody writes marks', () => {
  const marked = asked([['Ana', 'What happens on a Monday when the reports are late?']], 0, 0, ['question', 'question.open']);
  assert.ok(marked.why.reasons.includes('question-mark'));
  assert.match(marked.said[0] ?? '', /What happens/);
  const spoken = asked([['Ana', 'what happens on a monday when the reports are late']], 0, 0, ['question', 'question.open']);
  assert.ok(!spoken.why.reasons.includes('question-mark'));
  assert.match(spoken.said[0] ?? '', /what happens/);
});

test('a head that is not there and a sentence that was not said have no reason', () => {
  assert.deepEqual(asked(CALL, 3, 0, ['yodelling']).why, { words: [], reasons: [] });
  assert.deepEqual(accountOf(hearingOf(talk(CALL)))(99, ['commitment']), { words: [], reasons: [] });
});

test('a stretch that was cut out is heard as it was within the whole', () => {
  const whole: Line[] = [...Array.from({ length: 9 }, (_, i): Line => [i % 2 ? 'Ana' : 'Tom', `That was number ${i}.`]), ...CALL];
  const whyOf = (lines: Line[], cut?: Parameters<typeof hearingOf>[2]) => {
    const hearing = hearingOf(talk(lines), ourModel(), cut);
    const i = hearing.units.length - 1;
    return { why: accountOf(hearing)(i, ['commitment']), p: hearing.confidences.of(i, 'commitment') };
  };
  const last = whole.length - 1;
  assert.deepEqual(whyOf(whole.slice(last - 4), { firstTurn: last - 4, lastTurn: last, marks: true, tongue: 'en' }), whyOf(whole));
});

test('each row of weights has its origin, in the order in which the features come', () => {
  const texts = ['', '...', 'No', "I'll send you the plan by Friday.", 'naïve twenty-five', 'so so so so so'];
  for (const text of texts) {
    const { words, first, last } = originsOf(text);
    assert.equal(first.length, featuresOf(text).ends[2], JSON.stringify(text));
    assert.equal(last.length, first.length);
    for (const [r, at] of first.entries()) assert.ok(at >= -1 && at <= (last[r] ?? -1) && (last[r] ?? -1) < words.length);
  }
  // A row changes only where a word that it comes from changes.
  const rowsOf = (text: string) => [...featuresOf(text).rows.slice(0, featuresOf(text).ends[2])];
  const [one, other] = [rowsOf('we need a good van'), rowsOf('we need a blue van')];
  const { first, last } = originsOf('we need a good van');
  for (const [r, row] of one.entries()) {
    const from = first[r] ?? -1;
    if (from >= 0 && (from > 3 || (last[r] ?? -1) < 3)) assert.equal(row, other[r], `row ${r} of words ${from} to ${last[r]}`);
  }
});

const anySentence = fc
  .oneof(
    fc.array(fc.constantFrom('I', 'we', "I'll", 'send', 'need', 'it', 'late', 'Monday', 'you', 'why', 'said', '🎉', 'naïve', '12', ','), {
      minLength: 1,
      maxLength: 30,
    }),
    fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { minLength: 1, maxLength: 12 }),
  )
  .map((words) => words.join(' '));

test('whatever is said: the words lie in their sentence and apart from one another, the reasons are known, and it is the same each time', () => {
  const heads = ourModel().card.heads.map(({ name }) => name);
  fc.assert(
    fc.property(fc.array(anySentence, { minLength: 1, maxLength: 4 }), fc.constantFrom(...heads), (texts, head) => {
      const hearing = hearingOf(talk(texts.map((text, i): Line => [i % 2 ? 'Ana' : 'Tom', text])));
      const [account, again] = [accountOf(hearing), accountOf(hearing)];
      for (const [i, { sentence, text }] of hearing.units.entries()) {
        const why = account(i, [head]);
        assert.deepEqual(again(i, [head]), why);
        assert.ok(why.words.length <= MOST_WORDS && why.reasons.length <= MOST_REASONS);
        for (const reason of why.reasons) assert.ok(WHY_REASONS.includes(reason));
        for (const { from, to, share } of why.words) {
          assert.ok(from >= sentence.from && from < to && to <= sentence.to, JSON.stringify(text));
          assert.ok(share > 0 && share <= 1);
          assert.ok(why.words.every((other) => other.from === from || other.to <= from || other.from >= to));
        }
      }
    }),
    { numRuns: 60 },
  );
});
