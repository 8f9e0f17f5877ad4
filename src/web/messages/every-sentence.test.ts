import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

type Sentence = (...given: unknown[]) => unknown;

/** Every catalogue there is, found in its folder: a new one is held to this without being named here. */
async function catalogue(locale: 'en' | 'nl'): Promise<Map<string, string | Sentence>> {
  const found = new Map<string, string | Sentence>();
  const walk = (tree: object, path: string) => {
    for (const [name, value] of Object.entries(tree))
      if (typeof value === 'string' || typeof value === 'function') found.set(`${path}.${name}`, value as string | Sentence);
      else walk(value as object, `${path}.${name}`);
  };
  for (const file of readdirSync(new URL(`./${locale}`, import.meta.url)))
    if (file !== 'all.ts') walk((await import(`./${locale}/${file}`)) as object, file.replace('.ts', ''));
  return found;
}

const both = { en: await catalogue('en'), nl: await catalogue('nl') };
const locales = ['en', 'nl'] as const;

/** The names of what a sentence is given; what begins with a low line is not to be said. */
function namesOf(sentence: Sentence): string[] {
  const given = /^(?:function\s*\w*)?\s*\(?([^)=]*)\)?/.exec(sentence.toString())?.[1] ?? '';
  return given
    .replace(/[{}\s]/g, '')
    .split(',')
    .filter(Boolean);
}

const CLAIMS = ['Fast', 'Slow'].map((statement) => ({ statement, offering: statement, withdrawn: statement === 'Slow' }));
const RECORDS = [1, 2].map((n) => new Proxy({}, { get: (_, name) => (name === Symbol.toPrimitive ? () => `record ${n}` : n) }));
/** One of each sort of thing that a sentence may be given, and another of the same sort. */
const THINGS: unknown[] = [
  1,
  2,
  3,
  'Ana',
  'Bo',
  true,
  false,
  ['Ana', 'Bo'],
  ['Cy'],
  'month',
  'week',
  'person',
  'deal',
  { what: 'tickets' },
  { what: 'history' },
  ...CLAIMS,
  ...RECORDS,
];

/** What it says, or null where it is not made for such a thing. */
function said(sentence: Sentence, given: unknown[]): string | null {
  try {
    return String(sentence(...given));
  } catch {
    return null;
  }
}

/** Whether there is anything at all that, given in this place, makes it say something else. */
function tells(sentence: Sentence, place: number, places: number): boolean {
  for (let turn = 0; turn < 400; turn++) {
    // First the same thing everywhere, then all sorts of things together.
    const given = Array.from(
      { length: places },
      (_, i) => THINGS[(turn * (turn < THINGS.length ? 1 : ([7, 5, 11, 13][i % 4] ?? 1)) + (turn % 9) * i) % THINGS.length],
    );
    const before = said(sentence, given);
    if (before !== null && THINGS.some((other) => (said(sentence, given.with(place, other)) ?? before) !== before)) return true;
  }
  return false;
}

test('a sentence says everything it is given', () => {
  const silent: string[] = [];
  for (const locale of locales)
    for (const [path, sentence] of both[locale]) {
      if (typeof sentence !== 'function') continue;
      const names = namesOf(sentence);
      for (const [place, name] of names.entries())
        if (!name.startsWith('_') && sentence.length === names.length && !tells(sentence, place, names.length))
          silent.push(`${locale} ${path}: ${name}`);
    }
  assert.deepEqual(silent, []);
});

/** Whether one is said otherwise than two, beyond the number. */
function bends(sentence: Sentence): boolean {
  const [one, two] = [1, 2].map((n) =>
    said(
      sentence,
      Array.from({ length: sentence.length }, () => n),
    )?.replaceAll(String(n), '#'),
  );
  return one !== two;
}

test('where English has words for one, Dutch has them too, and the other way round', () => {
  const apart: string[] = [];
  for (const [path, sentence] of both.en) {
    const other = both.nl.get(path);
    if (typeof sentence === 'function' && typeof other === 'function' && bends(sentence) !== bends(other)) apart.push(path);
  }
  assert.deepEqual(apart, []);
});

test('no mark of a place that was to be filled in is left in a sentence', () => {
  const left: string[] = [];
  for (const locale of locales)
    for (const [path, sentence] of both[locale]) {
      const words =
        typeof sentence === 'string'
          ? sentence
          : said(
              sentence,
              Array.from({ length: sentence.length }, () => 2),
            );
      if (words && (/[{}]|\$\(/.test(words) || (typeof sentence === 'string' && / {2}/.test(words))))
        left.push(`${locale} ${path}: ${words}`);
    }
  assert.deepEqual(left, []);
});
