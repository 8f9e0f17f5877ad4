import type { Loss } from './reader.ts';

/** A key of a damaged file, and where the next known one begins. */
interface KeyAt {
  key: string;
  /** Where its value begins and where the next key does. */
  from: number;
  to: number;
  /** A bracket stands before it: it is the first of its object. */
  opens: boolean;
}

/**
 * The keys of a damaged JSON text in their order, one or two letters wrong in them or in the signs around them. What stands between
 * keys that are not asked for is passed over.
 */
function keysIn(text: string, keys: readonly string[]): KeyAt[] {
  // The longest first: `"text":` stands nearly in `"raw_text":` as well.
  const patterns = keys.map((key) => ({ key, pattern: `"${key}":` })).sort((a, b) => b.pattern.length - a.pattern.length);
  const found: KeyAt[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!couldBegin(text, at)) continue;
    const hit = patterns.find(({ pattern }) => isNearlyAt(text, at, pattern));
    if (!hit) continue;
    const before = found.at(-1);
    if (before) before.to = at;
    found.push({ key: hit.key, from: at + hit.pattern.length, to: text.length, opens: opensAt(text, at) });
    at += hit.pattern.length - 1;
  }
  return found;
}

function opensAt(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before < 40 && text.charCodeAt(before) <= 32) before--;
  return text.charCodeAt(before) === 123;
}

/** The key that objects begin with: where another of them is lost, the next object must not be taken for the rest of this one. */
function usualFirst(found: readonly KeyAt[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { key, opens } of found) if (opens) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** With at most one other letter, two in long keys. */
function isNearlyAt(text: string, at: number, pattern: string): boolean {
  const most = pattern.length <= 8 ? 1 : 2;
  let other = 0;
  for (let i = 0; i < pattern.length; i++) if (text.charCodeAt(at + i) !== pattern.charCodeAt(i) && ++other > most) return false;
  return true;
}

/** A quote, or a sign gone wrong in the place of one: after a bracket, a comma, white space or another such sign. */
function couldBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 34) return true;
  const next = text.charCodeAt(at + 1);
  const before = text.charCodeAt(at - 1);
  const letter = (next | 32) >= 97 && (next | 32) <= 122;
  return letter && (before === 44 || before === 123 || before === 10 || code === 0xfffd);
}

/**
 * Records out of a damaged list of objects, one after the other: a key that comes again begins the next. Values are text; numbers are
 * left as they are written, and what of them cannot be read is missing. `first` are the keys that begin a record; not given, the one that stands behind most opening brackets.
 */
export function recordsIn(text: string, keys: readonly string[], first: readonly string[] = []): Record<string, string>[] {
  const records: Record<string, string>[] = [];
  let record: Record<string, string> = {};
  const found = keysIn(text, keys);
  const begins = new Set(first.length > 0 ? first : [usualFirst(found)]);
  for (const { key, from, to } of found) {
    if (key in record || (begins.has(key) && Object.keys(record).length > 0)) {
      records.push(record);
      record = {};
    }
    const value = valueIn(text.slice(from, to), to === text.length);
    if (value !== null) record[key] = value;
  }
  if (Object.keys(record).length > 0) records.push(record);
  return records;
}

/** A value without its quotes and the punctuation behind it; null for `null` and nothing. */
function valueIn(raw: string, isLast: boolean): string | null {
  const start = raw.search(/\S/);
  if (start < 0) return null;
  const isText = raw[start] === '"' || raw[start] === '\uFFFD';
  const inside = isText ? raw.slice(start + 1) : raw.slice(start);
  // Half a sentence is not a sentence: the file ends in the middle of it.
  if (isText && isLast && !/["\uFFFD]/.test(inside)) return null;
  const end = isText ? endOfText(inside) : inside.search(/[,}\]\s]/);
  const value = (end < 0 ? inside : inside.slice(0, end)).trim();
  if (value === '' || (!isText && value === 'null')) return null;
  return isText ? unescaped(value) : value;
}

/** The first quote with a comma or a bracket behind it; else what is left without the punctuation at its end. */
function endOfText(inside: string): number {
  const closing = /(?<!\\)"\s{0,40}[,}\]\uFFFD]/.exec(inside) ?? /\uFFFD\s{0,40}[,}\]]/.exec(inside);
  if (closing) return closing.index;
  let end = inside.length;
  while (end > 0 && ' ,{}[]"\n\t\uFFFD'.includes(inside[end - 1] as string)) end--;
  return end;
}

function unescaped(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/\\(u[0-9a-f]{4}|.)/gi, (_, sign: string) =>
      sign.length === 5 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : sign === 'n' || sign === 't' ? ' ' : sign,
    );
}

/** Times as numbers, those that cannot be read taken from the neighbours; left as they are where most are missing. `n`: how many were. */
export function fillTimes(
  records: readonly Record<string, string>[],
  start: string,
  end: string,
): { times: [number, number][]; n: number } | null {
  const number = (text: string | undefined) => (text === undefined || text.trim() === '' ? Number.NaN : Number(text));
  const read = records.map((record) => [number(record[start]), number(record[end])] as const);
  if (read.filter(([from, to]) => from >= 0 && to >= 0).length < records.length * 0.5) return null;
  let before = 0;
  let n = 0;
  const times = read.map(([from, to]): [number, number] => {
    if (!(from >= 0 && to >= from)) n++;
    const begun = from >= 0 ? from : to >= 0 ? Math.min(before, to) : before;
    before = to >= begun ? to : begun;
    return [begun, before];
  });
  return { times, n };
}

/** What to tell of such times; nothing when all could be read. */
export function lossOfTimes(n: number): Loss[] {
  return n === 0 ? [] : [{ code: 'times.unreadable', line: null, detail: `The times of ${n} sentences could not be read.` }];
}
