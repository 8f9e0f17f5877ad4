import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { onFind, openFind } from './find-door.ts';
import { keptTheme, wearTheme } from './theme.ts';
import { onUploads, openUploads, uploadsOpened } from './upload-door.ts';

const kept = new Map<string, string>();
const root: { dataset: Record<string, string> } = { dataset: {} };
beforeEach(() => {
  kept.clear();
  root.dataset = {};
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept), removeItem: kept.delete.bind(kept) };
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
  Object.defineProperty(globalThis, 'document', { value: { documentElement: root }, configurable: true });
});

test('a chosen theme is worn at once, and still when one comes back', () => {
  wearTheme('dark');
  assert.deepEqual([root.dataset.theme, keptTheme()], ['dark', 'dark']);
  wearTheme('light');
  assert.deepEqual([root.dataset.theme, keptTheme()], ['light', 'light']);
});

test('as the system means that nothing is worn and nothing kept', () => {
  wearTheme('dark');
  wearTheme('system');
  assert.deepEqual([root.dataset.theme, kept.size, keptTheme()], [undefined, 0, 'system']);
});

test('a theme that this Heed does not have is none', () => {
  kept.set('heed.theme', 'solarized');
  assert.equal(keptTheme(), 'system');
});

test('find-or-do opens from anywhere, and where nobody listens nothing happens', () => {
  openFind(true);
  const told: boolean[] = [];
  const leave = onFind((open) => told.push(open));
  openFind(true);
  openFind(false);
  leave();
  openFind(true);
  assert.deepEqual(told, [true, false]);
});

test('once something came in the panel of uploads stays fetched, and who listens is told each time until they leave', () => {
  assert.equal(uploadsOpened(), false);
  let told = 0;
  const leave = onUploads(() => told++);
  openUploads();
  openUploads();
  leave();
  openUploads();
  assert.deepEqual([uploadsOpened(), told], [true, 2]);
});
