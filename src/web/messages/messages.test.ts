import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sourceFiles } from '#test/sources.ts';
import { en } from './en/all.ts';
import { attachments as attachmentsEn } from './en/attachments.ts';
import { beliefs as beliefsEn } from './en/beliefs.ts';
import { brief as briefEn } from './en/brief.ts';
import { card as cardEn } from './en/card.ts';
import { deals as dealsEn } from './en/deals.ts';
import { duplicates as duplicatesEn } from './en/duplicates.ts';
import { figures as figuresEn } from './en/figures.ts';
import { imports as importsEn } from './en/imports.ts';
import { leftOut as leftOutEn } from './en/left-out.ts';
import { lists as listsEn } from './en/lists.ts';
import { mend as mendEn } from './en/mend.ts';
import { needs as needsEn } from './en/needs.ts';
import { notes as notesEn } from './en/notes.ts';
import { offerings as offeringsEn } from './en/offerings.ts';
import { organisations as organisationsEn } from './en/organisations.ts';
import { person as personEn } from './en/person.ts';
import { refusal as refusalEn } from './en/refusal.ts';
import { said as saidEn } from './en/said.ts';
import { settings as settingsEn } from './en/settings.ts';
import { tasks as tasksEn } from './en/tasks.ts';
import { timeline as timelineEn } from './en/timeline.ts';
import { why as whyEn } from './en/why.ts';
import { nl } from './nl/all.ts';
import { attachments as attachmentsNl } from './nl/attachments.ts';
import { beliefs as beliefsNl } from './nl/beliefs.ts';
import { brief as briefNl } from './nl/brief.ts';
import { card as cardNl } from './nl/card.ts';
import { deals as dealsNl } from './nl/deals.ts';
import { duplicates as duplicatesNl } from './nl/duplicates.ts';
import { figures as figuresNl } from './nl/figures.ts';
import { imports as importsNl } from './nl/imports.ts';
import { leftOut as leftOutNl } from './nl/left-out.ts';
import { lists as listsNl } from './nl/lists.ts';
import { mend as mendNl } from './nl/mend.ts';
import { needs as needsNl } from './nl/needs.ts';
import { notes as notesNl } from './nl/notes.ts';
import { offerings as offeringsNl } from './nl/offerings.ts';
import { organisations as organisationsNl } from './nl/organisations.ts';
import { person as personNl } from './nl/person.ts';
import { refusal as refusalNl } from './nl/refusal.ts';
import { said as saidNl } from './nl/said.ts';
import { settings as settingsNl } from './nl/settings.ts';
import { tasks as tasksNl } from './nl/tasks.ts';
import { timeline as timelineNl } from './nl/timeline.ts';
import { why as whyNl } from './nl/why.ts';

type Leaf = string | ((...given: never[]) => unknown);

/** Every word of a catalogue by its path: `people.views.everyone`. */
function leaves(tree: object, path = ''): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [name, value] of Object.entries(tree)) {
    const here = path ? `${path}.${name}` : name;
    if (typeof value === 'string' || typeof value === 'function') found.set(here, value as Leaf);
    else for (const [deeper, leaf] of leaves(value as object, here)) found.set(deeper, leaf);
  }
  return found;
}

/** What a message says when its places hold marks that can be found again. */
function said(leaf: Leaf, filled: unknown[]): string {
  return typeof leaf === 'string' ? leaf : String((leaf as (...given: unknown[]) => unknown)(...filled));
}

// What comes with its own screen is held to the same.
const english = leaves({
  ...en,
  deals: dealsEn,
  duplicates: duplicatesEn,
  figures: figuresEn,
  imports: importsEn,
  refusal: refusalEn,
  leftOut: leftOutEn,
  lists: listsEn,
  mend: mendEn,
  said: saidEn,
  beliefs: beliefsEn,
  needs: needsEn,
  offerings: offeringsEn,
  organisations: organisationsEn,
  brief: briefEn,
  card: cardEn,
  person: personEn,
  settings: settingsEn,
  why: whyEn,
  attachments: attachmentsEn,
  notes: notesEn,
  tasks: tasksEn,
  timeline: timelineEn,
});
const dutch = leaves({
  ...nl,
  deals: dealsNl,
  duplicates: duplicatesNl,
  figures: figuresNl,
  imports: importsNl,
  refusal: refusalNl,
  leftOut: leftOutNl,
  lists: listsNl,
  mend: mendNl,
  said: saidNl,
  beliefs: beliefsNl,
  needs: needsNl,
  offerings: offeringsNl,
  organisations: organisationsNl,
  brief: briefNl,
  card: cardNl,
  person: personNl,
  settings: settingsNl,
  why: whyNl,
  attachments: attachmentsNl,
  notes: notesNl,
  tasks: tasksNl,
  timeline: timelineNl,
});

test('both languages say the same things, and nothing more', () => {
  assert.deepEqual([...dutch.keys()].sort(), [...english.keys()].sort());
});

test('no Dutch sentence was left in English', () => {
  const same = [...english].filter(([path, leaf]) => {
    const other = dutch.get(path);
    return typeof leaf === 'string' && leaf === other && leaf.split(/\s+/).length > 2 && !/^(\.|[\d\s]+$)/.test(leaf);
  });
  assert.deepEqual(
    same.map(([path, leaf]) => `${path}: ${String(leaf)}`),
    [],
  );
});

test('what is filled in stands in both languages', () => {
  const wrong: string[] = [];
  for (const [path, leaf] of english) {
    const other = dutch.get(path);
    if (typeof leaf !== 'function' || typeof other !== 'function') continue;
    const places = Array.from({ length: leaf.length }, (_, i) => `⟦${i}⟧`);
    // A message that counts, joins lists or reads a record is tried in its own tests.
    const both = [leaf, other].map((one) => {
      try {
        return said(one, places);
      } catch {
        return null;
      }
    });
    if (both[0] === null || both[1] === null) continue;
    for (const place of places)
      if (both[0]?.includes(place) !== both[1]?.includes(place)) wrong.push(`${path} ${place}: ${both.join(' | ')}`);
  }
  assert.deepEqual(wrong, []);
});

/** Words between tags, and in the attributes that are read out or shown. */
function hardCoded(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const between = [
    ...code.matchAll(/(?<![=<])[>}]\s*([^<>{}=;()[\]'`|&:]*?\p{L}{2,}[^<>{}=;()[\]'`|&:]*?)\s*(?:<\/?[a-zA-Z>]|\{(?=[a-z'"`]))/gu),
  ].map((hit) => hit[1] ?? '');
  const attributes = [...code.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"]*\p{L}{2,}[^"]*)"/gu)].map((hit) => hit[1] ?? '');
  return [...between, ...attributes].filter(
    (words) => !/^(esc|tab|Heed)$|^(export |async )?(function|const|type|interface)\b/.test(words.trim()),
  );
}

test('no sentence is written in a component', () => {
  const wrong = sourceFiles('src/web')
    .filter((file) => file.path.endsWith('.tsx'))
    .flatMap((file) => hardCoded(file.text).map((words) => `${file.path}: ${words}`));
  assert.deepEqual(wrong, []);
});

test('a planted sentence is found, in a tag and in an attribute', () => {
  assert.equal(hardCoded('<p>Nobody waits.</p>').length, 1);
  assert.equal(hardCoded('<b>\n  people wait\n</b>').length, 1);
  assert.equal(hardCoded('<p>\n  Dear {name}\n</p>').length, 1);
  assert.equal(hardCoded('<p>{n} people wait<br /></p>').length, 1);
  assert.equal(hardCoded('<button aria-label="Close it" />').length, 1);
  assert.equal(hardCoded('<p>{text.shell.close}</p>').length, 0);
});

test('the catalogue of the other language is not in the first load', () => {
  const language = readFileSync(new URL('./language.ts', import.meta.url), 'utf8');
  assert.doesNotMatch(language, /^import \{.*all\.ts/m);
});
