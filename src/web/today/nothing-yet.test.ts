import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PromiseView, TodayPage } from '#model/pages.ts';
import { heading, sayBirthday } from '../duplicates/two-words.ts';
import { nameIn, personOf } from '../find/who-is-meant.ts';
import { duplicates as duplicatesEn } from '../messages/en/duplicates.ts';
import { newestKeptFirst } from '../promises/due.ts';
import { isUnder } from '../shell/under.ts';
import { isEmpty, othersIn } from './nothing-yet.ts';

const nobody = { people: [], unknownSpeakers: 0, fresh: [], promises: [], peopleInAll: 0 };
const waits = (id: string | null) => ({ id, name: id ?? 'Somebody', waiting: 1 }) as TodayPage['people'][number];

test('a Heed that knows of nobody begins with the first conversation; whatever there is, it does not', () => {
  assert.equal(isEmpty(nobody), true);
  assert.equal(isEmpty({ ...nobody, peopleInAll: 1 }), false);
  assert.equal(isEmpty({ ...nobody, unknownSpeakers: 1 }), false);
  assert.equal(isEmpty({ ...nobody, people: [waits(null)] }), false);
  assert.equal(isEmpty({ ...nobody, promises: [{} as PromiseView] }), false);
  assert.equal(isEmpty({ ...nobody, fresh: [{} as TodayPage['fresh'][number]] }), false);
});

test('the others are those of ours who do not wait; who has no record yet is none of them, and nobody counts twice', () => {
  assert.equal(othersIn({ people: [waits('a'), waits('a'), waits(null)], peopleInAll: 4 }), 3);
  assert.equal(othersIn({ people: [], peopleInAll: 2 }), 2);
});

test('of what was kept the newest comes first, and the list itself is left as it was', () => {
  const kept = (id: string, keptAt: string | null) => ({ id, keptAt }) as PromiseView;
  const list = [kept('old', '2026-11-01'), kept('none', null), kept('new', '2026-11-20')];
  assert.deepEqual(
    newestKeptFirst(list).map(({ id }) => id),
    ['new', 'old', 'none'],
  );
  assert.equal(list[0]?.id, 'old');
});

test('a page lies under its place, and not under one that begins with the same letters', () => {
  assert.equal(isUnder('/people/1', ['/people']), true);
  assert.equal(isUnder('/people', ['/people']), true);
  assert.equal(isUnder('/peoples', ['/people']), false);
  assert.equal(isUnder('/speakers', ['/conversations', '/speakers']), true);
});

test('the first page is only itself, or every page would be', () => {
  assert.equal(isUnder('/', ['/']), true);
  assert.equal(isUnder('/people', ['/']), false);
});

const hit = (title: string) => ({ kind: 'person' as const, id: title, title, detail: '', marks: [] });

test('who is called just so is meant, before who was found first', () => {
  const meant = { do: 'log' as const, with: 'ana lima' };
  assert.equal(personOf(meant, [hit('Ana Limara'), hit('Ana Lima')])?.id, 'Ana Lima');
  assert.equal(personOf({ ...meant, with: 'ana' }, [hit('Ana Limara'), hit('Ana Lima')])?.id, 'Ana Limara');
  assert.equal(personOf(meant, []), null);
});

test('only a promise and a talk are with somebody who has to be found', () => {
  assert.equal(nameIn({ do: 'promise', to: 'Ana', what: 'x', due: null, dueText: null }), 'Ana');
  assert.equal(nameIn({ do: 'log', with: 'Bo' }), 'Bo');
  assert.equal(nameIn({ do: 'add', name: 'Cy' }), '');
  assert.equal(nameIn(null), '');
});

const asked = (one: string, other: string) => heading({ one: { name: one }, other: { name: other } }, duplicatesEn);

test('two who may be one are asked about by what tells them apart', () => {
  assert.equal(asked('Grace Oyelaran', 'Gracie Oyelaran'), duplicatesEn.areOne('Grace', 'Gracie'));
  assert.equal(asked('Grace Oyelaran', 'Dr Grace Oyelaran-Smith'), duplicatesEn.areOne('Grace Oyelaran', 'Dr Grace Oyelaran-Smith'));
  assert.equal(asked('Grace', 'Grace'), duplicatesEn.oneOrTwo('Grace'));
});

test('a birthday is said with its year only where that is known, in the language on screen', () => {
  assert.equal(sayBirthday('05-09', 'en'), '9 May');
  assert.equal(sayBirthday('02-29', 'nl'), '29 februari');
  assert.equal(sayBirthday('1980-05-09', 'nl'), '9 mei 1980');
});
