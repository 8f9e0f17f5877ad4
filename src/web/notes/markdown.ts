/**
 * Markdown as notes use it (CommonMark without references and HTML), to a tree that only holds what may be shown. What is no Markdown is text:
 * tags are letters here, and an address that is not http, https or mailto is only its words.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'bold' | 'italic' | 'strike'; of: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; of: Inline[] }
  | { kind: 'mention'; who: 'person' | 'member'; id: string; name: string };

export type Block =
  | { kind: 'paragraph'; of: Inline[] }
  | { kind: 'heading'; level: number; of: Inline[] }
  | { kind: 'quote'; of: Block[] }
  | { kind: 'list'; from: number | null; items: Block[][] }
  | { kind: 'code'; text: string }
  | { kind: 'line' };

/** Deeper than anybody writes; what lies deeper is text, so that no note can exhaust a page. */
const DEEPEST = 12;

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const LINE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?:[ \t]+|$)(.*)$/;

export function parseMarkdown(text: string): Block[] {
  return blocksOf(text.replace(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n'), 0);
}

function blocksOf(lines: string[], depth: number): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const [block, next] = blockAt(lines, i, depth);
    if (block) blocks.push(block);
    i = next;
  }
  return blocks;
}

/** The block that begins at a line, and the line after it. */
function blockAt(lines: string[], i: number, depth: number): [Block | null, number] {
  const line = lines[i] ?? '';
  if (!line.trim()) return [null, i + 1];
  const fence = FENCE.exec(line)?.[1];
  if (fence) return fenced(lines, i, fence);
  const heading = HEADING.exec(line);
  if (heading) return [{ kind: 'heading', level: heading[1]?.length ?? 1, of: parseInline(heading[2] ?? '') }, i + 1];
  if (LINE.test(line)) return [{ kind: 'line' }, i + 1];
  if (depth < DEEPEST && QUOTE.test(line)) return quoted(lines, i, depth);
  if (depth < DEEPEST && ITEM.test(line)) return listed(lines, i, depth);
  return paragraph(lines, i, depth);
}

function fenced(lines: string[], i: number, fence: string): [Block, number] {
  const closes = (line: string) => line.trim().startsWith(fence) && /^[`~]+$/.test(line.trim());
  let end = i + 1;
  while (end < lines.length && !closes(lines[end] ?? '')) end++;
  return [{ kind: 'code', text: lines.slice(i + 1, end).join('\n') }, end + 1];
}

function quoted(lines: string[], i: number, depth: number): [Block, number] {
  let end = i;
  while (end < lines.length && QUOTE.test(lines[end] ?? '')) end++;
  const inner = lines.slice(i, end).map((line) => line.replace(QUOTE, ''));
  return [{ kind: 'quote', of: blocksOf(inner, depth + 1) }, end];
}

/** Items of one sort; what is indented to the text of an item belongs to it, also after an empty line. */
function listed(lines: string[], i: number, depth: number): [Block, number] {
  const isNumber = /\d/.test(ITEM.exec(lines[i] ?? '')?.[2] ?? '');
  const from = isNumber ? Number.parseInt(ITEM.exec(lines[i] ?? '')?.[2] ?? '1', 10) : null;
  const items: Block[][] = [];
  let at = i;
  for (;;) {
    const begins = ITEM.exec(lines[at] ?? '');
    if (!begins || /\d/.test(begins[2] ?? '') !== isNumber || LINE.test(lines[at] ?? '')) break;
    const indent = (begins[1]?.length ?? 0) + Math.min((begins[2]?.length ?? 1) + 1, 4);
    const own = [begins[3] ?? ''];
    at++;
    while (at < lines.length && belongs(lines, at, indent)) own.push((lines[at++] ?? '').replace(new RegExp(`^ {0,${indent}}`), ''));
    items.push(blocksOf(own, depth + 1));
  }
  return [{ kind: 'list', from, items }, at];
}

function belongs(lines: string[], at: number, indent: number): boolean {
  const line = lines[at] ?? '';
  if (!line.trim()) {
    const next = lines.slice(at + 1).find((one) => one.trim());
    return next !== undefined && next.search(/\S/) >= Math.min(indent, 2);
  }
  if (line.search(/\S/) >= Math.min(indent, 2)) return true;
  // A line that goes on without an indent (lazily): not after an empty one, and not when it begins something.
  return (lines[at - 1] ?? '').trim() !== '' && !begins(line);
}

function begins(line: string): boolean {
  return HEADING.test(line) || LINE.test(line) || FENCE.test(line) || QUOTE.test(line) || ITEM.test(line);
}

function paragraph(lines: string[], i: number, depth: number): [Block, number] {
  let end = i + 1;
  while (end < lines.length && (lines[end] ?? '').trim() && !(depth < DEEPEST && begins(lines[end] ?? ''))) end++;
  const text = lines
    .slice(i, end)
    .map((line) => line.trimStart())
    .join('\n');
  return [{ kind: 'paragraph', of: parseInline(text.trimEnd()) }, end];
}

const MENTION = /^\[@((?:\\.|[^\]\\])*)\]\(heed:(person|member)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/i;
const LINK = /^\[((?:\\.|\[[^\]]*\]|[^\]\\[])*)\]\(\s*<?([^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/;
const AUTO = /^<((?:https?:\/\/|mailto:)[^\s<>]+)>/i;
const BARE = /^https?:\/\/[^\s<>()[\]]+[^\s<>()[\].,;:!?'"*_~]/i;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const SPANS: [mark: string, kind: 'bold' | 'italic' | 'strike'][] = [
  ['**', 'bold'],
  ['__', 'bold'],
  ['~~', 'strike'],
  ['*', 'italic'],
  ['_', 'italic'],
];

export function parseInline(text: string, depth = 0): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain) found.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let i = 0; i < text.length; ) {
    const hit = depth < DEEPEST ? inlineAt(text, i, depth) : null;
    if (hit?.node) {
      flush();
      found.push(hit.node);
    } else plain += hit ? hit.text : text[i];
    i += hit ? hit.length : 1;
  }
  flush();
  return found;
}

type Hit = { node: Inline; text?: undefined; length: number } | { node?: undefined; text: string; length: number } | null;

function inlineAt(text: string, i: number, depth: number): Hit {
  const sign = text[i];
  // Most letters begin nothing.
  if (!'\\\n &<[`*_~hH'.includes(sign ?? '')) return null;
  const rest = text.slice(i, i + 4000);
  if (sign === '\\' && /^\\[!-/:-@[-`{-~]/.test(rest)) return { text: rest[1] ?? '', length: 2 };
  const broken = /^(?: {2,}|\\)\n|^\n/.exec(rest);
  if (broken) return broken[0] === '\n' ? { text: ' ', length: 1 } : { node: { kind: 'break' }, length: broken[0].length };
  if (sign === '&') return entityAt(rest);
  if (sign === '`') return codeAt(rest);
  if (sign === '[' || sign === '<' || sign === 'h' || sign === 'H') return linkAt(rest, text[i - 1] ?? '', depth);
  return spanAt(text, i, depth);
}

function entityAt(rest: string): Hit {
  const found = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/i.exec(rest);
  if (!found) return null;
  const code = found[1] ? Number(found[1]) : found[2] ? Number.parseInt(found[2], 16) : null;
  const name = found[3]?.toLowerCase() ?? '';
  const said = code === null ? (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) : letterOf(code);
  return said === undefined ? null : { text: said, length: found[0].length };
}

/** No letter has the number nought, half of a pair, or one beyond the last. */
function letterOf(code: number): string | undefined {
  return (code > 0 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff) ? String.fromCodePoint(code) : undefined;
}

function codeAt(rest: string): Hit {
  const found = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/.exec(rest);
  return found ? { node: { kind: 'code', text: (found[2] ?? '').replace(/^ (.*) $/s, '$1') }, length: found[0].length } : null;
}

function linkAt(rest: string, before: string, depth: number): Hit {
  const mention = MENTION.exec(rest);
  if (mention)
    return {
      node: {
        kind: 'mention',
        who: mention[2]?.toLowerCase() === 'member' ? 'member' : 'person',
        id: (mention[3] ?? '').toLowerCase(),
        name: unescaped(mention[1] ?? ''),
      },
      length: mention[0].length,
    };
  const link = LINK.exec(rest);
  if (link) {
    const of = parseInline(link[1] ?? '', depth + 1);
    const href = safeAddress(unescaped(link[2] ?? ''));
    // An address that may not be followed leaves its words.
    return href ? { node: { kind: 'link', href, of }, length: link[0].length } : { text: link[1] ?? '', length: link[0].length };
  }
  const bare = AUTO.exec(rest) ?? (/\w/.test(before) ? null : BARE.exec(rest));
  const href = bare ? safeAddress(bare[1] ?? bare[0]) : null;
  return bare && href
    ? { node: { kind: 'link', href, of: [{ kind: 'text', text: (bare[1] ?? bare[0]).replace(/^mailto:/i, '') }] }, length: bare[0].length }
    : null;
}

function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** The address when it may be followed: http, https or mailto. Read as a browser reads it, so that no trick of letters hides another scheme. */
export function safeAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:' ? href : null;
}

function spanAt(text: string, i: number, depth: number): Hit {
  for (const [mark, kind] of SPANS) {
    if (!text.startsWith(mark, i)) continue;
    const isLow = mark[0] === '_';
    if (/\s|^$/.test(text[i + mark.length] ?? '') || (isLow && /\w/.test(text[i - 1] ?? ''))) continue;
    const end = endOf(text, i + mark.length, mark);
    if (end === -1 || (isLow && /\w/.test(text[end + mark.length] ?? ''))) continue;
    return { node: { kind, of: parseInline(text.slice(i + mark.length, end), depth + 1) }, length: end + mark.length - i };
  }
  return null;
}

/** A span longer than this is not looked for: no text may make a page wait. */
const SPAN = 1000;

/** Where a mark closes: not after a space, not within code or after a backslash, and not as half of a longer mark. */
function endOf(text: string, from: number, mark: string): number {
  for (let at = from; at < Math.min(text.length, from + SPAN); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') at += Math.max(0, (/^(`+)[^`]+\1/.exec(text.slice(at, at + 200))?.[0].length ?? 1) - 1);
    else if (text.startsWith(mark, at)) {
      // A double mark inside of a single one opens or closes a span of its own.
      if (mark.length === 1 && text[at + 1] === mark) at++;
      else if (at > from && !/\s/.test(text[at - 1] ?? ' ')) return at;
    }
  }
  return -1;
}

/** The same text with the names that its mentions have now; who is not among them keeps the name that was written. */
export function withNames(body: string, mentions: { kind: 'person' | 'member'; id: string; name: string }[]): string {
  return body.replace(new RegExp(MENTION.source.slice(1), 'gi'), (whole, _name, kind: string, id: string) => {
    const now = mentions.find((one) => one.kind === kind.toLowerCase() && one.id === id.toLowerCase());
    return now ? mentionOf(now) : whole;
  });
}

export function mentionOf({ kind, id, name }: { kind: 'person' | 'member'; id: string; name: string }): string {
  return `[@${name.replace(/[\\[\]]/g, '\\$&')}](heed:${kind}/${id})`;
}

/** For an editor that would read tags: they are letters, but in code, where they are letters anyway. */
export function withoutTags(body: string): string {
  return body
    .split(/(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`|<(?:https?:\/\/|mailto:)[^\s<>]*>)/i)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/<(?=[a-z/!?])/gi, '&lt;')))
    .join('');
}
