/** JSON read as far as it goes. `damagedAt` is the character where the first thing was wrong; `cut`: it ended before its end. */
export interface LooseJson {
  /** The top-level values, one after the other: some exports are several documents in one file. */
  documents: unknown[];
  damagedAt: number | null;
  cut: boolean;
}

interface List {
  value: unknown[];
}
interface Members {
  value: Record<string, unknown>;
  /** Read, and waiting for its value. */
  key: string | null;
  lastKey: string;
}
type Container = List | Members;

const emptyMembers = (key: string | null = null): Members => ({ value: {}, key, lastKey: '' });
const isList = (container: Container): container is List => Array.isArray(container.value);

const DEEPEST = 200;
const NUMBER = /-?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?/y;
const WORD = /[A-Za-z_]{1,20}/y;
const WORDS: Record<string, unknown> = { true: true, false: false, null: null, NaN: null };

/** Reads JSON, strictly when it is right, else piece by piece in one pass: what is whole is kept, what is not is passed over. */
export function parseLoosely(text: string): LooseJson {
  try {
    return { documents: [JSON.parse(text)], damagedAt: null, cut: false };
  } catch {
    return new LooseReader(text).read();
  }
}

class LooseReader {
  readonly #text: string;
  #at = 0;
  #stack: Container[] = [];
  #documents: unknown[] = [];
  #damagedAt: number | null = null;
  /** The string just read, null after anything else. */
  #last: string | null = null;
  constructor(text: string) {
    this.#text = text;
  }

  read(): LooseJson {
    while (this.#at < this.#text.length) this.#step(this.#text[this.#at] as string);
    const cut = this.#stack.length > 0;
    if (cut) this.#dropUnfinished();
    return { documents: this.#documents, damagedAt: this.#damagedAt ?? (cut ? this.#text.length : null), cut };
  }

  #step(char: string): void {
    if (char <= ' ' || char === '\uFEFF') this.#at++;
    else if (char === ':') this.#colon();
    else if (char === '"') {
      const string = this.#string();
      if (string !== undefined) this.#value(string);
      this.#last = string ?? null;
    } else {
      this.#last = null;
      if (char === '{' || char === '[') this.#open(char === '{' ? emptyMembers() : { value: [] });
      else if (char === '}' || char === ']') this.#close(char === '}');
      else if (char === '-' || (char >= '0' && char <= '9')) this.#match(NUMBER, Number);
      else if (char === ',') this.#at++;
      else this.#match(WORD, (word) => (word in WORDS ? WORDS[word] : this.#wrong()));
    }
  }

  #match(pattern: RegExp, read: (found: string) => unknown): void {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    const value = found ? read(found) : this.#wrong();
    this.#at += found?.length || 1;
    if (value !== undefined) this.#value(value);
  }

  #wrong(): undefined {
    this.#damagedAt ??= this.#at;
    return undefined;
  }

  /** An object where a key should be: the one around it was not closed. */
  #open(container: Container): void {
    const around = this.#stack.at(-1);
    if (around && !isList(around) && around.key === null) {
      this.#wrong();
      this.#stack.pop();
    }
    this.#at++;
    if (this.#stack.length >= DEEPEST) this.#wrong();
    else {
      this.#value(container.value);
      this.#stack.push(container);
    }
  }

  /** A bracket of the wrong kind closes what it can; one that closes nothing, or a list that goes on, is passed over. */
  #close(isObject: boolean): void {
    this.#at++;
    let depth = this.#stack.length - 1;
    while (depth >= 0 && isList(this.#stack[depth] as Container) === isObject) depth--;
    if (depth !== this.#stack.length - 1) {
      this.#wrong();
      if (isObject && this.#text[this.#pastSpace(this.#at)] === ',') return;
    }
    if (depth >= 0) this.#stack.length = depth;
  }

  /** A colon after what was taken for a value: it was a key, and a bracket or a quote before it is lost. */
  #colon(): void {
    const into = this.#stack.at(-1);
    const last = this.#last;
    this.#at++;
    this.#last = null;
    if (into && !isList(into) && into.key !== null) return;
    this.#wrong();
    if (!into || last === null) return;
    const quote = last.lastIndexOf('"');
    const key = last.slice(quote + 1);
    if (isList(into)) {
      into.value.pop();
      this.#at--;
      this.#open(emptyMembers(key));
      return;
    }
    const swallowed = last.slice(0, Math.max(0, quote));
    if (into.value[into.lastKey] === last) into.value[into.lastKey] = withoutBrackets(swallowed);
    if (swallowed.trimEnd().endsWith('{')) {
      this.#at--;
      this.#open(emptyMembers(key));
    } else into.key = key;
  }

  #value(value: unknown): void {
    const into = this.#stack.at(-1);
    if (!into) {
      if (typeof value === 'object' && value !== null) this.#documents.push(value);
      else this.#wrong();
    } else if (isList(into)) into.value.push(value);
    else this.#member(into, value);
  }

  #member(into: Members, value: unknown): void {
    if (into.key === null) {
      if (typeof value === 'string') into.key = value;
      else this.#wrong();
      return;
    }
    // A plain assignment to this key would change what the object inherits.
    if (into.key !== '__proto__') into.value[into.key] = value;
    into.lastKey = into.key;
    into.key = null;
  }

  /** A quote ends a string only where JSON could go on, so that one lost or added quote does not turn the rest inside out. */
  #string(): string | undefined {
    const start = this.#at;
    let end = start + 1;
    for (; end < this.#text.length; end++) {
      const char = this.#text[end];
      if (char === '\\') end++;
      else if (char === '\n' || (char === '"' && this.#couldEnd(end))) break;
    }
    this.#at = end + 1;
    if (this.#text[end] === '"') return unescaped(this.#text.slice(start + 1, end));
    this.#damagedAt ??= start;
    return end >= this.#text.length ? undefined : unescaped(this.#text.slice(start + 1, end));
  }

  #couldEnd(quote: number): boolean {
    const next = this.#pastSpace(quote + 1);
    return next >= this.#text.length || ',:}]'.includes(this.#text[next] as string);
  }

  #pastSpace(from: number): number {
    let at = from;
    while (at < this.#text.length && (this.#text[at] as string) <= ' ') at++;
    return at;
  }

  /** The innermost object was being written when the file ended: half a sentence is not a sentence. */
  #dropUnfinished(): void {
    const last = this.#stack.at(-1);
    const around = this.#stack.at(-2)?.value;
    if (last && !isList(last) && Array.isArray(around)) around.pop();
  }
}

/** What a string swallowed when its quote was lost, without the punctuation between it and the next key. */
function withoutBrackets(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,{}[]\n\t\uFFFD'.includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return JSON.parse(`"${raw.replaceAll('\n', ' ')}"`) as string;
  } catch {
    return raw.replaceAll('\\"', '"').replaceAll('\\n', '\n');
  }
}

/** An object, or an empty one in place of anything else. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A list, or an empty one in place of anything else. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text without the space around it; null for anything else and for nothing. Ids may be numbers. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A number that may be written as a string; null for anything else. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'string' && value.trim() === '') return null;
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}
