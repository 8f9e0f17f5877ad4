/** The lines that vCard (RFC 6350, 2426, and 2.1 before them) and iCalendar (RFC 5545) share: `group.NAME;PARAM=a,b:value`. */

export interface Property {
  group: string;
  /** Upper case. */
  name: string;
  /** Names in upper case; what stands without a name (2.1) is a type. */
  params: Map<string, string[]>;
  /** As written, after unfolding and quoted-printable. */
  value: string;
}

export interface Block {
  /** Whether it ended where it should. */
  isWhole: boolean;
  properties: Property[];
  /** Too long to be read. */
  isTooLong: boolean;
  kind: string;
}

const MOST_BLOCK = 8 * 1024 * 1024;

/**
 * Cuts a text into its blocks of these kinds, each with its properties; blocks inside one of them (alarms) are passed over. One without an end ends where the
 * next one begins. What stands outside is given as a block of the kind ''.
 */
export async function* blocksOf(texts: AsyncIterable<string>, kinds: ReadonlySet<string>): AsyncGenerator<Block> {
  let block: { kind: string; lines: string[]; size: number; inner: number } | null = null;
  const built = (isWhole: boolean): Block => {
    const { kind, lines, size } = block ?? { kind: '', lines: [], size: 0 };
    const isTooLong = size > MOST_BLOCK;
    return { kind, isWhole, isTooLong, properties: isTooLong ? [] : propertiesOf(lines) };
  };
  for await (const line of physicalLines(texts)) {
    const mark = line.length < 60 && /^\s*(BEGIN|END)\s*:\s*([\w-]+)\s*$/i.exec(line);
    const what = mark ? (mark[2] ?? '').toUpperCase() : '';
    if (mark && (mark[1] ?? '').toUpperCase() === 'BEGIN') {
      if (kinds.has(what)) {
        if (block) yield built(false);
        block = { kind: what, lines: [], size: 0, inner: 0 };
      } else if (block) block.inner++;
      continue;
    }
    if (mark && block) {
      if (what === block.kind) {
        yield built(true);
        block = null;
      } else if (block.inner > 0) block.inner--;
      // The whole file ends, and the block in it has not.
      else if (what === 'VCALENDAR') {
        yield built(false);
        block = null;
      }
      continue;
    }
    if (!block) {
      if (!mark && /^[A-Z-]{3,20}:/i.test(line)) yield { kind: '', isWhole: true, isTooLong: false, properties: propertiesOf([line]) };
    } else if (block.inner === 0) {
      block.size += line.length;
      if (block.size <= MOST_BLOCK) block.lines.push(line);
    }
  }
  if (block) yield built(false);
}

async function* physicalLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    // A line end that is cut in two must not count twice.
    const whole = rest + text;
    const isCut = whole.endsWith('\r');
    const lines = (isCut ? whole.slice(0, -1) : whole).split(/\r\n|\r|\n/);
    rest = (lines.pop() ?? '') + (isCut ? '\r' : '');
    if (rest.length > MOST_BLOCK * 2) rest = rest.slice(0, MOST_BLOCK * 2);
    yield* lines;
  }
  if (rest.trim() !== '') yield rest.replace(/\r$/, '');
}

const STARTS = /^(?:[\w-]+\.)?[\w-]+(?:;[^:]*)?:/;

/** Lines that begin with a space go on from the one before; so do those that are no property at all, as some programs fold badly. */
export function propertiesOf(lines: string[]): Property[] {
  const joined: string[][] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const isFolded = line.startsWith(' ') || line.startsWith('\t');
    const softBreak = last?.at(-1)?.endsWith('=') && /;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(last[0] ?? '');
    if (last && softBreak) {
      last[last.length - 1] = (last.at(-1) ?? '').slice(0, -1);
      last.push(isFolded ? line.trimStart() : line);
    } else if (last && (isFolded || !STARTS.test(line.slice(0, 500)))) last.push(isFolded ? line.slice(1) : line);
    else joined.push([line]);
  }
  return joined.flatMap((parts) => propertyOf(parts.join('')) ?? []);
}

function propertyOf(line: string): Property | null {
  const colon = colonIn(line);
  if (colon < 0) return null;
  const [head = '', ...rest] = splitUnquoted(line.slice(0, colon), ';');
  const dot = head.lastIndexOf('.');
  const params = new Map<string, string[]>();
  for (const param of rest) {
    const equals = param.indexOf('=');
    const name = equals < 0 ? typeOrEncoding(param) : param.slice(0, equals).trim().toUpperCase();
    const values = splitUnquoted(equals < 0 ? param : param.slice(equals + 1), ',').map((value) => value.replace(/^"|"$/g, '').trim());
    params.set(name, [...(params.get(name) ?? []), ...values]);
  }
  const encoding = (params.get('ENCODING')?.[0] ?? '').toUpperCase();
  const written = line.slice(colon + 1);
  const value = encoding === 'QUOTED-PRINTABLE' ? fromQuotedPrintable(written, params.get('CHARSET')?.[0]) : written;
  return {
    group: dot < 0 ? '' : head.slice(0, dot).toLowerCase(),
    name: head
      .slice(dot + 1)
      .trim()
      .toUpperCase(),
    params,
    value,
  };
}

const typeOrEncoding = (param: string): string => (/^(?:quoted-printable|base64|b|8bit|7bit)$/i.test(param.trim()) ? 'ENCODING' : 'TYPE');

/** The colon that ends the name: one between quotation marks belongs to a parameter. */
function colonIn(line: string): number {
  const first = line.indexOf(':');
  const quote = line.indexOf('"');
  if (quote < 0 || quote > first) return first;
  let isQuoted = false;
  for (let at = 0; at < line.length && at < 5000; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return first;
}

function splitUnquoted(text: string, mark: string): string[] {
  if (!text.includes('"')) return text.split(mark);
  const parts = [''];
  let isQuoted = false;
  for (const letter of text.slice(0, 5000)) {
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === mark && !isQuoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** RFC 2045, 6.7: what is coded is in the letters that the property names, UTF-8 where it names none; what is not coded stays as it stands. */
function fromQuotedPrintable(text: string, charset = 'utf-8'): string {
  return text.replace(/(?:=[\dA-Fa-f]{2})+/g, (coded) => lettersOf(Buffer.from(coded.replaceAll('=', ''), 'hex'), charset));
}

function lettersOf(bytes: Uint8Array, charset: string): string {
  for (const name of [charset, 'windows-1252']) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // An unknown name or other letters: the next is tried.
    }
  }
  return new TextDecoder('utf-8').decode(bytes);
}

/** Backslashes before line ends, commas, semicolons and themselves (RFC 6350, 3.4). */
export const unescapeText = (text: string): string =>
  text.includes('\\') ? text.replace(/\\([nN,;:\\])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter)) : text;

/** The parts of a structured value, each unescaped. */
export function partsOf(value: string, mark: ';' | ','): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= value.length; at++) {
    // A backslash at the very end escapes nothing.
    if (value[at] === '\\' && at + 1 < value.length) at++;
    else if (at >= value.length || value[at] === mark) {
      parts.push(unescapeText(value.slice(from, at)).trim());
      from = at + 1;
    }
  }
  return parts;
}
