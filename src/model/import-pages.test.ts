import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IMPORT_OBJECTS } from './import.ts';
import { IMPORT_FIELDS, isImportField } from './import-fields.ts';
import { IMPORT_UNDO_DAYS, type ImportTimes, importStateOf, importUndoUntil } from './import-pages.ts';

const AT = '2026-11-20T10:00:00.000Z';
const DAY = 86_400_000;
const after = (ms: number) => new Date(Date.parse(AT) + ms).toISOString();
const never: ImportTimes = {
  ...{ createdAt: AT, lookedAt: null, triedAt: null, startedAt: null, pausedAt: null },
  ...{ cancelledAt: null, doneAt: null, undoingAt: null, undoneAt: null, failedAt: null },
};
const state = (times: Partial<ImportTimes>, { files = 1, trying = false } = {}) => importStateOf({ ...never, ...times }, { files, trying });

test('an import goes from empty to done, one step after the other', () => {
  assert.equal(state({}, { files: 0 }), 'empty');
  assert.equal(state({}), 'looking');
  assert.equal(state({ lookedAt: AT }), 'looked');
  assert.equal(state({ lookedAt: AT }, { trying: true }), 'trying');
  assert.equal(state({ lookedAt: AT, triedAt: AT }), 'tried');
  assert.equal(state({ lookedAt: AT, triedAt: AT }, { trying: true }), 'trying', 'tried once, and tried again');
  assert.equal(state({ lookedAt: AT, triedAt: AT, startedAt: AT }), 'running');
  assert.equal(state({ lookedAt: AT, triedAt: AT, startedAt: AT, pausedAt: AT }), 'paused');
  assert.equal(state({ lookedAt: AT, triedAt: AT, startedAt: AT, doneAt: AT }), 'done');
});

test('another file dropped into a looked-at import is looked at before anything is tried', () => {
  assert.equal(state({ triedAt: AT }), 'looking');
  assert.equal(state({ lookedAt: AT, triedAt: AT }, { files: 0 }), 'empty', 'nor is there anything to try when the last one was taken out');
});

test('taking it back comes before all else, and what was taken back stays so', () => {
  const run = { lookedAt: AT, triedAt: AT, startedAt: AT };
  assert.equal(state({ ...run, cancelledAt: AT }), 'undoing', 'stopped on its way');
  assert.equal(state({ ...run, pausedAt: AT, cancelledAt: AT }), 'undoing');
  assert.equal(state({ ...run, doneAt: AT, undoingAt: AT }), 'undoing');
  assert.equal(state({ ...run, failedAt: AT }), 'failed');
  assert.equal(state({ ...run, failedAt: AT, undoingAt: AT }), 'undoing', 'what failed half-way can be taken back');
  assert.equal(state({ ...run, failedAt: AT, cancelledAt: AT, undoingAt: AT, undoneAt: AT }), 'undone');
});

test('once it was taken back nothing brings it to another state', () => {
  const time = fc.constantFrom(null, AT);
  const times = fc.record({
    ...{ createdAt: fc.constant(AT), lookedAt: time, triedAt: time, startedAt: time, pausedAt: time },
    ...{ cancelledAt: time, doneAt: time, undoingAt: time, undoneAt: time, failedAt: time },
  });
  fc.assert(
    fc.property(times, fc.nat(3), fc.boolean(), (at, files, trying) => {
      const is = importStateOf(at, { files, trying });
      assert.equal(is === 'undone', at.undoneAt !== null);
      if (is === 'done' || is === 'paused' || is === 'running') assert.ok(!at.failedAt && !at.undoingAt && !at.cancelledAt);
      if (at.startedAt) assert.ok(!['empty', 'looking', 'looked', 'trying', 'tried'].includes(is), 'what runs is never shown as a plan');
    }),
  );
});

test('all of it can be taken back for seven days, to the millisecond', () => {
  const until = after(IMPORT_UNDO_DAYS * DAY);
  assert.equal(importUndoUntil({ doneAt: AT, undoneAt: null }, AT), until);
  assert.equal(importUndoUntil({ doneAt: AT, undoneAt: null }, after(7 * DAY - 1)), until);
  assert.equal(importUndoUntil({ doneAt: AT, undoneAt: null }, after(7 * DAY)), null);
  assert.equal(importUndoUntil({ doneAt: AT, undoneAt: after(1) }, after(2)), null, 'it was taken back already');
  assert.equal(importUndoUntil({ doneAt: null, undoneAt: null }, AT), null, 'it is not done');
  assert.equal(importUndoUntil({ doneAt: '2026-11-20T11:00:00+01:00', undoneAt: null }, AT), until, 'wherever it was done');
});

test('a column may mean any field of its object, be kept under its own heading, or be left out', () => {
  for (const object of IMPORT_OBJECTS) {
    for (const field of ['custom', 'nothing', ...IMPORT_FIELDS[object]]) assert.ok(isImportField(object, field), `${object} ${field}`);
    for (const field of ['', 'id', 'workspaceId', 'privateTo', 'constructor', '__proto__', 'name.first', 'custom.x'])
      assert.ok(!isImportField(object, field), `${object} ${field}`);
  }
  assert.ok(!isImportField('organisation', 'emails.work') && !isImportField('deal', 'phones.mobile'), 'only people have those');
});

test('addresses and numbers of a person may have any label, and come in pairs', () => {
  for (const field of [
    'emails.the old one',
    'phones.Büro',
    'links.mastodon',
    'dates.met',
    'addresses.summer house.place',
    'addresses.postcode',
    'emails#1.label',
    'emails#1.value',
    'organisation#2.name',
  ])
    assert.ok(isImportField('person', field), field);
  for (const field of [
    'emails.',
    'emails.work.old',
    `emails.${'x'.repeat(41)}`,
    'addresses.home',
    'addresses.a.b.place',
    'addresses.home.planet',
    'emails#.value',
    'emails#1',
    'names#1.value',
    ' emails.work',
  ])
    assert.ok(!isImportField('person', field), field);
});
