/** A stretch of a caption's words and the voice it is tagged with; null where it has no tag. */
export interface Voiced {
  voice: string | null;
  text: string;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
  hellip: '…',
  mdash: '—',
  ndash: '–',
};

/** The words of a caption without tags, entities resolved, split where `<v Name>` changes the voice (W3C WebVTT 4.2.2). */
export function voicesIn(raw: string): Voiced[] {
  const found: Voiced[] = [];
  let voice: string | null = null;
  let words = '';
  let at = 0;
  let closing = -1;
  const flush = () => {
    const text = plainWords(words);
    if (text) found.push({ voice, text });
    words = '';
  };
  for (let open = raw.indexOf('<'); open >= 0; open = raw.indexOf('<', open + 1)) {
    if (closing < open) closing = raw.indexOf('>', open);
    if (closing < 0) break;
    const next = raw.indexOf('<', open + 1);
    if (!isTag(raw.charCodeAt(open + 1)) || (next >= 0 && next < closing)) continue;
    words += raw.slice(at, open);
    const tag = raw.slice(open + 1, closing);
    if (/^v[\s.]/.test(tag)) {
      flush();
      voice = voiceName(tag);
    } else if (tag === '/v') {
      flush();
      voice = null;
    }
    at = closing + 1;
    open = closing;
  }
  words += raw.slice(at);
  flush();
  return found;
}

/** `v.loud Tom &amp; Co` → `Tom & Co`: classes end at the first white space. */
export function voiceName(tag: string): string | null {
  const space = tag.search(/\s/);
  return (space < 0 ? '' : plainWords(tag.slice(space))) || null;
}

/** Entities resolved, white space of any kind as one space. */
export function plainWords(text: string): string {
  const whole = text.includes('&') ? text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (all, name: string) => entity(name) ?? all) : text;
  return /[\n\t\u00a0\u200b]|\s\s/.test(whole) ? whole.replace(/[\s\u200b]+/g, ' ').trim() : whole.trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isText = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : '';
}

/** Whether no caption of a file has tags, entities or white space to be tidied: then its words can be taken as they stand. */
export function isTidy(text: string): boolean {
  return !(text.includes('&') || text.includes('<') || text.includes('\t') || text.includes('\u00a0') || text.includes('\u200b'));
}

/** A letter, a digit (a time within the caption) or a slash; «a < b» is no tag. */
function isTag(code: number): boolean {
  return code === 47 || (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
