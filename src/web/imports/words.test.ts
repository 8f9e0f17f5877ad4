import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LookedFile } from '#model/import.ts';
import { IMPORT_CELL_CODES, IMPORT_DECISION_CODES, IMPORT_KEPT_CODES } from '#model/import-decisions.ts';
import { IMPORT_FIELDS } from '#model/import-fields.ts';
import type { ImportPage } from '#model/import-pages.ts';
import { IMPORT_PROBLEM_CODES, IMPORT_WHY_CODES } from '#model/import-reasons.ts';
import { imports as en } from '../messages/en/imports.ts';
import { imports as nl } from '../messages/nl/imports.ts';
import {
  headingOf,
  needsWords,
  objectsIn,
  runningHeading,
  sayField,
  sayReason,
  sayReasons,
  takenOf,
  toWrite,
  triedHeading,
} from './words.ts';

const CODES = [...IMPORT_PROBLEM_CODES, ...IMPORT_WHY_CODES, ...IMPORT_DECISION_CODES, ...IMPORT_CELL_CODES, ...IMPORT_KEPT_CODES];
const FILLED = {
  value: 'x',
  column: 'Mail',
  most: 8,
  known: 3,
  of: 7,
  n: 2,
  what: 'XLS',
  name: 'Ada',
  id: '1',
  zone: 'Mars',
  cells: 2,
  headings: 3,
};

test('every reason has a sentence in both languages, filled or bare, and none without a code', () => {
  assert.ok(CODES.length > 60);
  for (const text of [en, nl]) {
    assert.deepEqual(Object.keys(text.reason).sort(), [...CODES].sort());
    for (const code of CODES)
      for (const params of [FILLED, undefined]) {
        const sentence = text.reason[code]?.(params) ?? '';
        assert.ok(sentence.length > 3 && !/undefined|NaN|\[object/.test(sentence), `${code}: ${sentence}`);
      }
  }
  assert.deepEqual(
    CODES.filter((code) => en.reason[code]?.(FILLED) === nl.reason[code]?.(FILLED)),
    [],
  );
});

test('what a file was left out for is said, whichever it is', () => {
  for (const what of ['tickets', 'marketing', 'products', 'history', 'system', 'twin'])
    for (const text of [en, nl]) {
      const said = text.reason['file.left-out']?.({ what });
      assert.notEqual(said, text.reason['file.left-out']?.({ what: 'another' }), what);
    }
});

test('every field a column may mean has a label in both languages', () => {
  for (const text of [en, nl])
    for (const field of Object.values(IMPORT_FIELDS).flat()) {
      const label = sayField(field, text);
      assert.ok(label && !/[.#]/.test(label) && label !== field, `${field}: ${label}`);
    }
});

test('labels of their own, pairs and fields of one’s own are told by their words', () => {
  assert.equal(sayField('emails.work', en), 'E-mail (work)');
  assert.equal(sayField('emails.newsletter', en), 'E-mail (newsletter)');
  assert.equal(sayField('emails#1.value', en), 'E-mail');
  assert.equal(sayField('addresses.home.postcode', nl), 'Postcode (thuis)');
  assert.equal(sayField('custom.Lifecycle', en), 'Lifecycle');
});

test('reasons stand behind one another, changes name their fields once, and an unknown one is not swallowed', () => {
  assert.equal(sayReason({ code: 'changes', params: { fields: 'phones, phones, roleTitle' } }, en), 'Changes: phone, what they do.');
  assert.equal(
    sayReasons(
      [
        { code: 'new', params: { emails: 2, phones: 1 } },
        { code: 'organisation-missing', params: { name: '90441' } },
      ],
      en,
    ),
    'New, with 2 addresses and one phone. The organisation 90441 is in none of the files; it comes in without.',
  );
  assert.equal(sayReason({ code: 'of-tomorrow' }, en), 'of-tomorrow');
  assert.match(sayReason({ code: 'email-taken', params: { email: 'a@x.example', name: '' } }, en), /somebody else’s/);
});

const file = (more: Partial<LookedFile>): LookedFile => ({
  ...{ i: 0, dropped: 0, name: 'a.csv', source: 'hubspot', object: 'person', rows: 2, size: 10, why: { code: 'file.known' } },
  ...more,
});
const page = (files: LookedFile[], source: ImportPage['source'] = 'hubspot') => ({ files, source }) as ImportPage;

test('the heading claims no more than what was dropped', () => {
  const three = [file({}), file({ object: 'organisation' }), file({ object: 'deal' })];
  assert.equal(headingOf(page(three), en), 'This is your whole HubSpot.');
  assert.equal(headingOf(page([file({})]), en), 'This comes from HubSpot.');
  assert.equal(headingOf(page([file({ leftOut: true })]), en), en.files.none);
  assert.equal(headingOf(page(three, 'csv'), en), en.files.lists);
  assert.equal(headingOf(page([file({ object: null })]), en), en.files.none);
  assert.deepEqual(
    takenOf([file({ rows: 0 }), file({ i: 1 })]).map(({ i }) => i),
    [1],
  );
});

test('a file asks for words while a heading of it is not clear, unless it is left out', () => {
  const column = (field: string) => ({ header: 'X', field, samples: [], filled: 1 });
  const guessed = { why: { code: 'file.guessed' } };
  assert.ok(needsWords(file({ ...guessed, columns: [column('name'), column('custom')] })));
  assert.ok(!needsWords(file({ ...guessed, columns: [column('name')] })));
  assert.ok(needsWords(file({ object: null, why: { code: 'file.unclear' }, columns: [column('custom')] })));
  assert.ok(!needsWords(file({ ...guessed, columns: [column('custom')], leftOut: true })));
  assert.ok(!needsWords(file({ why: { code: 'file.damaged' } })));
});

test('the number on the button is what would be written, and the heading says how much of it is ready', () => {
  const plan = { person: { create: 1902, update: 214, same: 147, skip: 36, fail: 19 }, organisation: { create: 412 } };
  assert.deepEqual(toWrite(plan), { people: 2116, others: 412 });
  assert.equal(en.tried.bring(2116, 412), 'Bring in 2,116 people and 412 more');
  assert.equal(en.tried.bring(0, 1), 'Bring in 1 row');
  assert.equal(triedHeading(plan, en), 'Most of it is ready. 19 rows need a hand.');
  assert.equal(triedHeading({ person: { create: 1 } }, en), 'All of it is ready.');
  assert.equal(triedHeading({ person: { same: 5 } }, en), 'Nothing would change.');
  assert.equal(triedHeading({ person: { create: 1, fail: 5 } }, en), '5 rows cannot come in as it is.');
  assert.deepEqual(objectsIn({ task: { create: 1 }, deal: { same: 0 }, person: { fail: 1 } }), ['person', 'task']);
});

test('how long it takes is said when it can be told, and not while it is paused', () => {
  assert.equal(runningHeading({ leftMs: null, state: 'running' }, en), 'Bringing them in.');
  assert.equal(runningHeading({ leftMs: 20_000, state: 'running' }, en), 'Bringing them in. Less than a minute.');
  assert.equal(runningHeading({ leftMs: 118_000, state: 'running' }, en), 'Bringing them in. About 2 minutes.');
  assert.equal(runningHeading({ leftMs: 118_000, state: 'paused' }, en), en.running.paused);
});

test('files are weighed and counted as people do', () => {
  assert.equal(en.size(41_200_000), '41 MB');
  assert.equal(nl.size(1_260_000), '1,3 MB');
  assert.equal(en.size(400), '0.4 KB');
  assert.equal(en.files.lead(9, 'a moment ago'), 'Nine files, dropped a moment ago. We have only read them.');
  assert.equal(nl.files.lead(1, 'zojuist'), 'Eén bestand, zojuist hierheen gesleept. We hebben het alleen gelezen.');
  assert.equal(en.place.names(['a', 'b', 'c', 'd']), 'a, b and 2 more');
});
