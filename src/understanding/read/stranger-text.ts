import { type Line, linesWithWords } from './lines.ts';
import { isSpreadsheet } from './spreadsheet.ts';

const LOG =
  /^(\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d |\d{1,3}(\.\d{1,3}){3} \S{1,60} \S{1,60} \[)/;
const CODE_START =
  /^(import |export |const |let |var |function |def |class |#include|#define|public |private |protected |package |using |return\b|if ?\(|for ?\(|while ?\(|else\b|switch ?\(|SELECT |INSERT |CREATE |fn |use |\/\/|\/\*|\* |@\w+|<\?php)/;
const CODE_END = /([;{}]|\)\s?:|=>|\({1,2}|\[)$/;
const SETTING = /^(?:- )?["']?([a-z_$@][\w.$/-]{0,60})["']?(?:\s?[:=](?:\s|$|["'[{\d])|=\S)/;

/**
 * What a text is that is neither a transcript nor notes: a web page, a program, a table, a log … Null when it can be people's words.
 * Judged by the first 16,000 characters: most lines must say the same.
 */
export function strangerByText(text: string): string | null {
  const start = text.slice(0, 16_000);
  const lines = linesWithWords(start);
  return (
    byFirstWords(start.trimStart()) ??
    byLines(lines) ??
    (isTable(lines) ? 'a table' : null) ??
    (isSpreadsheet(start) ? 'a spreadsheet' : null) ??
    (isWords(start) ? null : 'no text that a person wrote')
  );
}

function byFirstWords(start: string): string | null {
  if (/^(<!doctype html|<(html|head|body|div|table|script|style|p|span|ul|h\d)[\s>])/i.test(start)) return 'a web page';
  if (/^(<\?xml|<[A-Za-z][\w:.-]{0,60}[\s>/])/.test(start)) return 'an XML file';
  if (/^[[{]\s{0,40}(["{[\]}]|$)/.test(start)) return 'JSON of a kind that Heed does not know';
  if (/^BEGIN:VCARD/i.test(start)) return 'contacts';
  if (/^BEGIN:VCALENDAR/i.test(start)) return 'a calendar';
  if (/^#!\s?\//.test(start)) return 'a program';
  if (/^-----BEGIN [A-Z ]{3,40}-----/.test(start)) return 'a key or a certificate';
  return null;
}

function byLines(lines: readonly Line[]): string | null {
  if (lines.length < 3) return null;
  const share = (test: (text: string) => boolean) => lines.filter(({ text }) => test(text)).length / lines.length;
  if (share((text) => LOG.test(text)) >= 0.6) return 'a log';
  if (share((text) => endsAsCode(text) || CODE_START.test(text)) >= 0.35 && share(endsAsCode) >= 0.1) return 'a program';
  const keys = lines.map(({ text }) => SETTING.exec(text)?.[1]).filter((key) => key !== undefined);
  // In a chat few names come again and again; the keys of settings are nearly all different.
  if (lines.length >= 4 && keys.length >= lines.length * 0.7 && new Set(keys).size > keys.length * 0.6) return 'a settings file';
  return null;
}

/** Most lines end with a full stop or a letter: those need no pattern. */
const endsAsCode = (text: string) => ';{}:>(['.includes(text.charAt(text.length - 1)) && CODE_END.test(text);

/** The same separator equally often in nearly all lines. A comma with a space after it is prose, a tab after a colon a talk. */
function isTable(lines: readonly Line[]): boolean {
  const some = lines.slice(0, 40);
  if (some.length < 3) return false;
  for (const separator of [/,(?! )/g, /;(?! )/g, /(?<!:)\t/g, /\|/g]) {
    const counts = some.map(({ text }) => text.match(separator)?.length ?? 0);
    const first = counts[0] ?? 0;
    if (first >= 1 && counts.filter((n) => n === first).length >= counts.length * 0.9) return true;
  }
  return false;
}

/** Letters of English and at most one sign after them: what the pattern below would find as well. */
function isPlainWord(token: string): boolean {
  const last = token.charCodeAt(token.length - 1);
  const end = last === 44 || last === 46 || last === 63 || last === 58 ? token.length - 1 : token.length;
  for (let i = 0; i < end; i++) {
    const code = token.charCodeAt(i) | 32;
    if (code < 97 || code > 122) return false;
  }
  return end > 0;
}

/** Most of what stands between spaces is a word or a number, and hardly any is longer than words are. */
function isWords(text: string): boolean {
  const start = text.slice(0, 3000);
  const tokens = start.split(/\s+/).filter(Boolean);
  let words = 0;
  let long = 0;
  for (const token of tokens) {
    if (isPlainWord(token) || WORD.test(token)) words++;
    if (token.length > 40 && /^[\x21-\x7e]+$/.test(token) && !token.includes('://')) long++;
  }
  const { letters, signs } = countSigns(start);
  return words >= tokens.length * 0.6 && long <= tokens.length * 0.2 && letters >= signs * 0.4;
}

const WORD = /^[\p{P}\p{S}]{0,3}[\p{L}\p{M}\p{N}]+(?:['’.,:/&@_+-][\p{L}\p{M}\p{N}]+)*[\p{P}\p{S}\uFFFD]{0,4}$/u;

/** How many of the characters are letters, of those that are no white space. */
function countSigns(text: string): { letters: number; signs: number } {
  let letters = 0;
  let signs = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      if ((code | 32) >= 97 && (code | 32) <= 122) letters++;
      if (code > 32 || (code < 32 && (code < 9 || code > 13))) signs++;
    } else {
      const sign = String.fromCodePoint(text.codePointAt(i) ?? code);
      if (/\p{L}/u.test(sign)) letters++;
      if (!/\s/.test(sign)) signs += sign.length;
      i += sign.length - 1;
    }
  }
  return { letters, signs };
}
