import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Act } from '#model/act.ts';
import type { ConversationPage, FindingView, TurnView } from '#model/pages.ts';
import { marksOf, pathsOf } from './lane-path.ts';
import { between, type LaneChart, panned, turnAt, zoomed } from './lanes.ts';
import { piecesOf } from './marked.ts';
import { noticedIn } from './noticed.ts';
import { splitOf } from './report.ts';
import { heightOf, rowOfTurn, rowsOf } from './rows.ts';
import { added, afterDeciding, countOf, currentOf, decided, lessSure, reopened, stepped, waiting } from './tray.ts';

const maya = { id: 'm1', name: 'Maya' };
const found = (id: string, turn: number, p = 0.9): FindingView => ({
  ...{ id, kind: 'need', speaker: 0, turn, from: 0, to: 4, quote: 'word', p, edited: false, confirmedBy: null, rejectedBy: null },
});
const some = fc
  .array(fc.record({ turn: fc.nat(30), p: fc.double({ min: 0, max: 0.99, noNaN: true }) }), { minLength: 1, maxLength: 25 })
  .map((all) => all.map(({ turn, p }, i) => found(`f${i}`, turn, p)));
const decision = fc.constantFrom('confirm' as const, 'reject' as const);

test('whoever decides again and again comes to an end, having seen each suggestion once', () => {
  fc.assert(
    fc.property(some, fc.array(decision, { minLength: 25, maxLength: 25 }), (findings, decisions) => {
      let [now, chosen, seen] = [findings, null as string | null, 0];
      for (let current = currentOf(now, chosen); current; current = currentOf(now, chosen)) {
        chosen = afterDeciding(now, current.id);
        now = decided(now, current.id, decisions[seen++] ?? 'confirm', maya);
      }
      assert.equal(seen, findings.length);
      assert.equal(countOf(now).left, 0);
    }),
  );
});

test('a decision taken back leaves all as it was', () => {
  fc.assert(fc.property(some, decision, (findings, how) => assert.deepEqual(reopened(decided(findings, 'f0', how, maya), 'f0'), findings)));
});

test('walking on from each comes through all that waits, in the order it was said', () => {
  fc.assert(
    fc.property(some, (findings) => {
      const walked = [currentOf(findings, null)?.id ?? null];
      for (let i = 1; i < findings.length; i++) walked.push(stepped(findings, walked.at(-1) ?? null, 1));
      assert.deepEqual(
        walked,
        waiting(findings).map(({ id }) => id),
      );
    }),
  );
});

test('deciding about what is shown folds nothing in or out', () => {
  fc.assert(
    fc.property(some, (findings) => {
      const before = lessSure(findings);
      const shown = findings.find(({ id }) => !before.has(id));
      if (shown) assert.deepEqual(lessSure(decided(findings, shown.id, 'reject', maya)), before);
    }),
  );
});

test('one more stands where it was said, once, however often it is added', () => {
  const list = added(added([found('a', 1), found('c', 9)], found('b', 4)), found('b', 4, 0.2));
  assert.deepEqual(
    list.map(({ id, p }) => [id, p]),
    [
      ['a', 0.9],
      ['b', 0.2],
      ['c', 0.9],
    ],
  );
});

const chart = (total: number, basis: LaneChart['basis'] = 'time'): LaneChart => ({ basis, total, lanes: [], starts: [] });

test('however one zooms, pans and draws, what is in view lies on the axis', () => {
  const at = fc.double({ min: -1e6, max: 2e6, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4_000_000 }),
      fc.array(fc.tuple(fc.constantFrom('zoom', 'pan', 'draw'), at, fc.double({ min: 0.05, max: 20, noNaN: true }))),
      (total, deeds) => {
        let view = { from: 0, to: total };
        for (const [deed, point, factor] of deeds) {
          if (deed === 'zoom') view = zoomed(chart(total), view, factor, Math.max(view.from, Math.min(view.to, point)));
          else if (deed === 'pan') view = panned(chart(total), view, point);
          else view = between(chart(total), point, point * factor);
          assert.ok(view.from >= 0 && view.to <= total + 1e-6 && view.to > view.from, JSON.stringify(view));
        }
      },
    ),
  );
});

test('marks of the axis go up from its beginning to its end, and none lies outside', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 8_000_000 }),
      fc.integer({ min: 100, max: 2000 }),
      fc.constantFrom('time' as const, 'words' as const),
      (ms, width, basis) => {
        // Two hours, or as many words as are said in a day.
        const total = basis === 'time' ? ms : Math.ceil(ms / 100);
        const marks = marksOf(chart(total, basis), { from: 0, to: total }, width);
        assert.deepEqual([marks[0]?.percent, marks.at(-1)?.percent], [0, 100]);
        for (const [i, mark] of marks.entries()) if (i > 0) assert.ok(mark.at > (marks[i - 1]?.at ?? 0));
        assert.ok(marks.length <= width / 56 + 2, 'they do not touch');
      },
    ),
  );
});

test('the shortest word is still drawn wide enough to be seen, and what is small talk lower', () => {
  const lane = {
    spans: [
      { turn: 0, from: 0, to: 1, family: 'ask' },
      { turn: 1, from: 500, to: 501, family: 'small' },
    ],
  } as LaneChart['lanes'][number];
  const [ask, small] = pathsOf(lane, { from: 0, to: 100_000 }, 300);
  assert.match(ask?.d ?? '', /^M1 0h0a1 1/);
  assert.match(small?.d ?? '', /^M2\.5 6h0/);
  assert.equal(turnAt([lane], 300), 1);
});

test('a text cut at its findings is whole, and each finding is marked from end to end', () => {
  const range = fc.tuple(fc.nat(25), fc.nat(25)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(range, { maxLength: 5 }), (text, ranges) => {
      const findings = ranges.map((one, i) => ({ id: String(i), ...one }));
      const pieces = piecesOf(text, findings);
      assert.equal(pieces.map((piece) => piece.text).join(''), text);
      for (const one of findings) {
        const marked = pieces.filter((piece) => piece.findings.includes(one.id)).map((piece) => piece.text);
        assert.equal(marked.join(''), text.slice(one.from, one.to));
      }
    }),
  );
});

const turn = (i: number, more: Partial<TurnView> = {}): TurnView => ({
  ...{ id: `t${i}`, i, speaker: 0, startMs: null, endMs: null, at: null, line: i + 1, text: 'Hello', acts: [] },
  ...more,
});

test('in a thread each day has one line before its first turn, and no turn is lost', () => {
  const days = fc.array(fc.constantFrom('2026-11-17T10:00:00Z', '2026-11-18T10:00:00Z', null), { maxLength: 12 });
  fc.assert(
    fc.property(days, (dates) => {
      const turns = dates.map((at, i) => turn(i, { at }));
      const rows = rowsOf(turns, 'chat', (iso) => iso.slice(0, 10));
      assert.deepEqual(
        rows.flatMap((row) => (row.turn ? [row.turn.i] : [])),
        turns.map(({ i }) => i),
      );
      for (const [n, row] of rows.entries()) if (row.day) assert.equal(rows[n + 1]?.turn?.at, row.day);
      for (const { i } of turns) assert.equal(rows[rowOfTurn(rows, i)]?.turn?.i, i);
    }),
  );
});

test('more words, more notes and a narrower window never make a row lower', () => {
  const row = (text: string) => ({ day: null, turn: turn(0, { text }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.nat(4), fc.integer({ min: 20, max: 90 }), (text, notes, letters) => {
      assert.ok(heightOf(row(`${text} and more`), notes, letters, false) >= heightOf(row(text), notes, letters, false));
      assert.ok(heightOf(row(text), notes + 1, letters, true) > heightOf(row(text), notes, letters, true));
      assert.ok(heightOf(row(text), notes, letters - 10, false) >= heightOf(row(text), notes, letters, false));
    }),
  );
});

test('the parts of the bar always make a hundred, and none is less than nothing', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (us, unknown) => {
      const split = splitOf({ talkShare: us } as Parameters<typeof splitOf>[0], Math.min(unknown, 1 - us));
      assert.ok(split);
      assert.equal(split.us + split.them + split.unknown, 100);
      assert.ok(Object.values(split).every((part) => part >= 0 && Number.isInteger(part)));
    }),
  );
});

type Line = [speaker: number, text: string, act?: Act];
const noticed = (lines: Line[]) =>
  noticedIn({
    turns: lines.map(([speaker, text, act], i) => turn(i, { speaker, text, acts: act ? [{ act, p: 0.9, from: 0, to: text.length }] : [] })),
    speakers: [
      { i: 0, side: 'us' },
      { i: 1, side: 'them' },
    ] as ConversationPage['speakers'],
    listening: { questions: { unansweredAt: [] } } as unknown as ConversationPage['listening'],
    timeQuality: 'none',
  });

test('a Dutch yes is a yes, and a story that begins with one is a story', () => {
  const back = (answer: string) =>
    noticed([
      [0, 'Dus het gaat om de ochtenden.', 'reflection.simple'],
      [1, answer],
    ]).get(0)?.[0]?.kind;
  for (const yes of ['Ja.', 'Precies.', 'klopt helemaal', 'Inderdaad!']) assert.equal(back(yes), 'said-back', yes);
  for (const no of ['Nee.', 'Jammer genoeg niet.', `Ja, en ${'toen ging het weer mis '.repeat(4)}`]) assert.equal(back(no), undefined, no);
});

test('only what we said back counts, and only when they answer', () => {
  assert.equal(
    noticed([
      [1, 'So it is the mornings.', 'reflection.simple'],
      [0, 'Yes.'],
    ]).size,
    0,
  );
  assert.equal(
    noticed([
      [0, 'So it is the mornings.', 'reflection.simple'],
      [0, 'Yes.'],
    ]).size,
    0,
  );
  assert.equal(noticed([[0, 'So it is the mornings.', 'reflection.simple']]).size, 0);
});
