import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { chooseLocale, keepLocale, language, onLanguage, speak } from './language.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept), removeItem: kept.delete.bind(kept) };
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: { languages: ['fr-FR', 'nl-BE', 'en'] }, configurable: true });
});

test('one’s own choice comes before the workspace’s, that before the browser’s', () => {
  assert.equal(chooseLocale(), 'nl');
  assert.equal(chooseLocale('en'), 'en');
  keepLocale('nl');
  assert.equal(chooseLocale('en'), 'nl');
  keepLocale(null);
  assert.equal(chooseLocale('en'), 'en');
});

test('a language we do not have falls back to what the browser asks for next, then to English', () => {
  assert.equal(chooseLocale('de'), 'nl');
  Object.defineProperty(globalThis, 'navigator', { value: { languages: ['fr'] }, configurable: true });
  assert.equal(chooseLocale(), 'en');
});

test('speaking puts a catalogue on screen and tells who listens', async () => {
  let told = 0;
  const stop = onLanguage(() => told++);
  await speak('nl');
  assert.equal(language().text.shell.people, 'Mensen');
  await speak('nl');
  await speak('en');
  assert.equal(language().text.shell.people, 'People');
  assert.equal(told, 2);
  stop();
});
