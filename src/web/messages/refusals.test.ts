import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { sourceFiles } from '#test/sources.ts';
import { sayTrouble } from '../query/trouble.ts';
import { en } from './en/all.ts';
import { refusal as no } from './en/refusal.ts';
import { nl } from './nl/all.ts';
import { refusal as nee } from './nl/refusal.ts';

interface Thrown {
  code: string;
  /** What is told along, by name; null where that is not written out there. */
  given: string[] | null;
  where: string;
}

/** Said in a terminal to whoever runs the server, as all of src/cli is: no page meets them. */
const TERMINAL = /^(acts|desk|listen|settings|config|database|state|migration)\./;

/** What stands between the brackets that open at a place of the text. */
function within(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if ('([{'.includes(text[at] ?? '')) depth++;
    if (')]}'.includes(text[at] ?? '')) depth--;
    if (depth === 0) return text.slice(from + 1, at);
  }
  return '';
}

function thrownIn(text: string, where: string): Thrown[] {
  return [...text.matchAll(/new Refusal\(/g)].flatMap((hit) => {
    const args = within(text, hit.index + hit[0].length - 1);
    const code = /^\s*'([a-z-]+\.[a-z-]+)'/.exec(args)?.[1];
    if (!code || TERMINAL.test(code)) return [];
    const last = /\{([^{}]*)\}\s*,?\s*$/.exec(args.replace(/`(?:\$\{[^}]*\}|[^`])*`/g, '``'));
    const told = last?.[1] ?? '';
    // A record that is handed on whole, or laid into this one, is not written out here.
    const isHandedOn = told.includes('...') || (!last && /,\s*[\w.]+\s*,?\s*$/.test(args));
    return [{ code, given: isHandedOn ? null : [...told.matchAll(/(?:^|,)\s*(\w+)/g)].map((name) => name[1] ?? ''), where }];
  });
}

const thrown = sourceFiles('src')
  .filter(({ path }) => !/\.test\.ts$|^src\/(web|test|cli)\//.test(path))
  .flatMap(({ path, text }) => thrownIn(text, path));

test('whatever the server refuses is said in both languages', () => {
  assert.ok(thrown.length > 150, `only ${thrown.length} refusals were found`);
  const unsaid = thrown.filter(({ code }) => !(code in no) || !(code in nee)).map(({ code, where }) => `${code} in ${where}`);
  assert.deepEqual(unsaid, []);
});

test('a refusal whose code is put together has a line for each thing it can be about', () => {
  for (const about of ['person', 'organisation', 'deal', 'note', 'conversation']) {
    assert.ok(`missing.${about}` in no, about);
    assert.ok(`missing.${about}` in nee, about);
  }
});

/** What a sentence takes out of what it is told: `({ name }) =>`. */
function takenBy(sentence: unknown): string[] {
  if (typeof sentence !== 'function') return [];
  const names = /^\(\s*\{([^}]*)\}/.exec(sentence.toString())?.[1] ?? '';
  return names.split(',').map((name) => name.trim());
}

test('a sentence is told all that it says, wherever it is refused', () => {
  const empty: string[] = [];
  for (const { code, given, where } of thrown)
    for (const [locale, lines] of [
      ['en', no],
      ['nl', nee],
    ] as const)
      for (const name of takenBy((lines as Record<string, unknown>)[code]))
        if (given && !given.includes(name)) empty.push(`${locale} ${code} wants ${name} from ${where}`);
  assert.deepEqual(empty, []);
});

test('numbers and names of a refusal are filled in, in the language on screen', async () => {
  await Promise.all([en.refusal.come(), nl.refusal.come()]);
  const refused = (refusal: Refusal) => ({
    status: 400,
    code: 'BAD_REQUEST',
    message: refusal.message,
    data: { code: refusal.code, params: refusal.params },
  });
  const tooMany = refused(new Refusal('import.too-many', 'An import holds at most 40 files.', { most: 40 }));
  assert.equal(sayTrouble(tooMany, en), 'An import holds at most 40 files.');
  assert.equal(sayTrouble(tooMany, nl), 'Een import bevat hoogstens 40 bestanden.');
  const taken = refused(new Refusal('conflict.domain', '', { domain: 'harbour.example', name: 'Harbour Foods' }));
  assert.equal(sayTrouble(taken, nl), nee['conflict.domain']({ domain: 'harbour.example', name: 'Harbour Foods' }));
  assert.match(sayTrouble(taken, nl), /harbour\.example.*Harbour Foods|Harbour Foods.*harbour\.example/);
});

test('the reader of thrown refusals sees through lines and templates', () => {
  const seen = thrownIn("throw new Refusal(\n  'say-back.late',\n  `More than \x24{f({ a: 1 })} days.`,\n  { days: DAYS, name },\n)", 'x');
  assert.deepEqual(seen, [{ code: 'say-back.late', given: ['days', 'name'], where: 'x' }]);
  assert.deepEqual(thrownIn("new Refusal('missing.tag', 'That tag is gone.')", 'x')[0]?.given, []);
});
