/** What a UTF-16 unit is to words; 0 stands for "not looked at yet". */
export const LETTER = 1;
/** Joins two parts of one word when a letter stands on both sides: I'll, twenty-five, T_V. */
export const JOINT = 2;
export const SPACE = 4;
/** Half of a character beyond the first plane: the two halves are looked at together. */
const HALF = 8;

/** One look into a table instead of a pattern for each character: an hour of talk has fifty thousand. */
export const KINDS = new Uint8Array(0x10000);
const LETTERS = /^[\p{L}\p{N}]/u;

/** What a unit is, kept for the next time. */
function learn(code: number): number {
  const sign = String.fromCharCode(code);
  const kind = code >= 0xd800 && code <= 0xdfff ? HALF : LETTERS.test(sign) ? LETTER : "'’_-".includes(sign) ? JOINT : SPACE;
  KINDS[code] = kind;
  return kind;
}

/** Whether two halves at `i` make one letter or number. */
function isLetterPair(text: string, i: number): boolean {
  const code = text.codePointAt(i) ?? 0;
  return code > 0xffff && LETTERS.test(String.fromCodePoint(code));
}

/** Where the next word begins, at `from` or after it; `to` when there is none before it. */
export function nextWord(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code] || learn(code);
    if (kind === LETTER || (kind === HALF && isLetterPair(text, i))) return i;
  }
  return to;
}

/** Where the word that begins at `at` ends, be it beyond what is asked for. */
export function endOfWord(text: string, at: number): number {
  let end = at;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code] || learn(code);
    if (kind === LETTER) end = i + 1;
    else if (kind === JOINT) {
      if (end !== i) break;
    } else if (kind === HALF && isLetterPair(text, i)) {
      i++;
      end = i + 1;
    } else break;
  }
  return end;
}

/** Characters `from` to `to`, a word, in small letters and with straight apostrophes. */
export function plainWord(text: string, from: number, to: number): string {
  let plain = true;
  let curly = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || (code > 64 && code < 91)) plain = false;
    if (code === 0x2019) curly = true;
  }
  const word = text.slice(from, to);
  if (plain) return word;
  return curly ? word.toLowerCase().replaceAll('’', "'") : word.toLowerCase();
}
