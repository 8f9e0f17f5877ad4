import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alongBoard, movedOn, stageBeside, type Way, walkBoard } from './walk-board.ts';

const stage = (id: string, ...ids: string[]) => ({ id, deals: ids.length, rows: ids.map((one) => ({ id: one })) });
const BOARD = [stage('know', 'a', 'b'), stage('need'), stage('right', 'c', 'd', 'e'), stage('decide')];

test('arrows walk within a stage and stay at its ends', () => {
  assert.equal(walkBoard(BOARD, 'a', 'down'), 'b');
  assert.equal(walkBoard(BOARD, 'b', 'down'), 'b');
  assert.equal(walkBoard(BOARD, 'a', 'up'), 'a');
});

test('sideways an empty stage is passed over, as far down as there are deals', () => {
  assert.equal(walkBoard(BOARD, 'b', 'right'), 'd');
  assert.equal(walkBoard(BOARD, 'e', 'left'), 'b');
  assert.equal(walkBoard(BOARD, 'e', 'right'), 'e');
});

test('who stands nowhere begins at the first deal; an empty board leads nowhere', () => {
  assert.equal(walkBoard(BOARD, null, 'left'), 'a');
  assert.equal(walkBoard(BOARD, 'gone', 'down'), 'a');
  assert.equal(walkBoard([stage('know')], null, 'down'), null);
  assert.equal(alongBoard([], null, 1), null);
});

test('j and k go stage after stage', () => {
  assert.equal(alongBoard(BOARD, null, 1), 'a');
  assert.equal(alongBoard(BOARD, 'b', 1), 'c');
  assert.equal(alongBoard(BOARD, 'c', -1), 'b');
  assert.equal(alongBoard(BOARD, 'e', 1), 'e');
});

test('a deal moves to the stage beside, on top, and both counts follow', () => {
  assert.equal(stageBeside(BOARD, 'a', 1)?.id, 'need');
  assert.equal(stageBeside(BOARD, 'a', -1), null);
  const after = movedOn(BOARD, 'a', 'right');
  assert.deepEqual(
    after.map(({ deals, rows }) => [deals, rows.map(({ id }) => id).join('')]),
    [
      [1, 'b'],
      [0, ''],
      [4, 'acde'],
      [0, ''],
    ],
  );
  assert.equal(movedOn(BOARD, 'a', 'know'), BOARD);
  assert.equal(movedOn(BOARD, 'a', 'nowhere'), BOARD);
});

test('wherever it is walked and whatever is moved, no deal is lost and every step leads to a deal that is there', () => {
  const boards = fc
    .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 12 })
    .chain((ids) =>
      fc
        .array(fc.integer({ min: 0, max: 3 }), { minLength: ids.length, maxLength: ids.length })
        .map((places) => [0, 1, 2, 3].map((place) => stage(`s${place}`, ...ids.filter((_, i) => places[i] === place).map(String)))),
    );
  const idsOf = (board: ReturnType<typeof stage>[]) => board.flatMap(({ rows }) => rows.map(({ id }) => id)).sort();
  fc.assert(
    fc.property(
      boards,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom<Way>('up', 'down', 'left', 'right'),
      (board, at, to, way) => {
        const after = movedOn(board, String(at), `s${to}`);
        assert.deepEqual(idsOf(after), idsOf(board));
        for (const { deals, rows } of after) assert.equal(deals, rows.length);
        const step = walkBoard(board, String(at), way);
        assert.ok(step === null ? idsOf(board).length === 0 : idsOf(board).includes(step));
      },
    ),
  );
});
