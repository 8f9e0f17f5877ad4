import type { Loss } from './reader.ts';

/** A caption: its times in milliseconds, and where its words stand in the text of the file. */
export interface Cue {
  startMs: number;
  endMs: number;
  /** 1-based line of its first words. */
  line: number;
  from: number;
  to: number;
  /** Its words stand on one line. */
  one: boolean;
}

export interface Cues {
  cues: Cue[];
  losses: Loss[];
}

const UNREADABLE = -1;
/** So far below zero that no time with it in it is above; a whole number, as NaN would make all times floating. */
const NO_DIGIT = -400_000_000;
const NEWLINE = 10;

/**
 * Captions of WebVTT and SubRip, line by line. Lenient where files in the wild are: hours optional, comma or point, blank lines
 * missing or too many, times that cannot be read (then those of the neighbours are taken, and told as a loss).
 * W3C WebVTT 4.1: a line with `-->` starts a caption; NOTE, STYLE and REGION blocks end at a blank line.
 */
export function scanCues(text: string): Cues {
  const cues: Cue[] = [];
  const losses: Loss[] = [];
  const unreadable = { n: 0, line: 0 };
  let cue: Cue | undefined;
  /** Where a line stands: in the words of a caption, between captions, or in a block to skip. */
  let place: 'words' | 'between' | 'skip' = 'between';
  let arrow = text.indexOf('-->');
  let line = 0;
  for (let at = 0, end = 0; at < text.length; at = end + 1) {
    const usual = place === 'between' ? usualCue(text, at, line) : null;
    if (usual) {
      cue = usual;
      cues.push(cue);
      // It ends with a blank line, where the next one starts.
      line = cue.line + 1;
      end = cue.to + 1;
      continue;
    }
    end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    line++;
    if (arrow >= 0 && arrow < at) arrow = text.indexOf('-->', at);
    if (end === at) {
      if (cue === undefined || cue.to >= cue.from) place = 'between';
    } else if (arrow >= 0 && arrow < end && (place !== 'skip' || readTime(text, at, arrow) >= 0) && hasDigits(text, at, end)) {
      if (cue && place === 'words') dropTrailingId(text, cue);
      cue = openCue(text, at, arrow, end, line);
      if (cue.startMs < 0 || cue.endMs < 0) noteUnreadable(cue, cues.at(-1), unreadable);
      cues.push(cue);
      place = 'words';
    } else if (place === 'words' && cue) {
      if (cue.to < cue.from) {
        cue.from = at;
        cue.line = line;
      }
      cue.to = end;
    } else if (place === 'between') {
      if (startsBlock(text, at)) place = 'skip';
      else if (arrow > end && arrow < lineEnd(text, end + 1)) continue;
      else if (isBrokenTiming(text, at, end)) {
        cue = { startMs: UNREADABLE, endMs: UNREADABLE, line, from: end, to: end - 1, one: false };
        noteUnreadable(cue, cues.at(-1), unreadable);
        cues.push(cue);
        place = 'words';
      } else if (cue && !isId(text, at, end)) {
        cue.to = end;
        cue.one = false;
      }
    }
  }
  if (unreadable.n > 0)
    losses.push({ code: 'times.unreadable', line: unreadable.line, detail: `The times of ${unreadable.n} captions could not be read.` });
  if (cue && cue.to < cue.from) losses.push({ code: 'file.ends-early', line, detail: 'The file ends in the middle of a caption.' });
  return { cues, losses };
}

/**
 * The caption that nearly every caption is: maybe a number, `hh:mm:ss.mmm --> hh:mm:ss.mmm`, one line of words, a blank line. Read at
 * known places, three times as fast as line by line; null for any other. `line` is the number of the line before `at`.
 */
function usualCue(text: string, at: number, line: number): Cue | null {
  let from = at;
  while (isDigit(text.charCodeAt(from)) && from - at < 7) from++;
  const numbered = from > at && text.charCodeAt(from) === NEWLINE;
  from = numbered ? from + 1 : at;
  // Colons, the arrow and the end of the line stand where they must.
  if (text.charCodeAt(from + 29) !== NEWLINE || text.charCodeAt(from + 13) !== 45 || text.charCodeAt(from + 15) !== 62) return null;
  const startMs = usualTime(text, from);
  const endMs = usualTime(text, from + 17);
  const words = from + 30;
  const first = text.charCodeAt(words);
  if (startMs < 0 || endMs < startMs || first === NEWLINE || text.charCodeAt(from + 14) !== 45) return null;
  const to = text.indexOf('\n', words);
  if (to < 0 || text.charCodeAt(to + 1) !== NEWLINE) return null;
  return { startMs, endMs, line: line + (numbered ? 3 : 2), from: words, to, one: true };
}

/** `hh:mm:ss.mmm` at `at`; less than 0 when it is not. */
function usualTime(text: string, at: number): number {
  const point = text.charCodeAt(at + 8);
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58 || (point !== 46 && point !== 44)) return UNREADABLE;
  const ms = two(text, at + 9) * 10 + digit(text, at + 11);
  return two(text, at) * 3_600_000 + two(text, at + 3) * 60_000 + two(text, at + 6) * 1000 + ms;
}

const two = (text: string, at: number) => digit(text, at) * 10 + digit(text, at + 1);
function digit(text: string, at: number): number {
  const n = text.charCodeAt(at) - 48;
  return n >= 0 && n <= 9 ? n : NO_DIGIT;
}
const isDigit = (code: number) => code >= 48 && code <= 57;

function openCue(text: string, at: number, arrow: number, end: number, line: number): Cue {
  const startMs = readTime(text, at, arrow);
  let from = arrow + 3;
  while (from < end && text.charCodeAt(from) <= 32) from++;
  const endMs = readTime(text, from, end);
  const cue = { startMs, endMs: endMs >= 0 && startMs > endMs ? startMs : endMs, line, from: end, to: end - 1, one: false };
  // A damaged line end: the words follow the times on the same line.
  const voice = end - from > 14 ? text.slice(from, end).indexOf('<v') : -1;
  if (voice >= 0) {
    cue.from = from + voice;
    cue.to = end;
  }
  return cue;
}

/** The neighbours' times stand in for what cannot be read. */
function noteUnreadable(cue: Cue, before: Cue | undefined, unreadable: { n: number; line: number }): void {
  if (unreadable.n === 0) unreadable.line = cue.line;
  unreadable.n++;
  if (cue.startMs < 0) cue.startMs = cue.endMs < 0 ? (before?.endMs ?? 0) : Math.min(before?.endMs ?? 0, cue.endMs);
  if (cue.endMs < 0) cue.endMs = cue.startMs;
}

/** `h:mm:ss.mmm`, `mm:ss,mmm`, `0:0:4.31` from `at` on, in milliseconds; -1 when it is no time. Characters after it are not looked at. */
export function readTime(text: string, at: number, end: number): number {
  let total = 0;
  let part = 0;
  let digits = 0;
  let colons = 0;
  let i = at;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      if (++digits > 6) return UNREADABLE;
      part = part * 10 + code - 48;
    } else if (code === 58) {
      if (digits === 0 || ++colons > 2) return UNREADABLE;
      total = (total + part) * 60;
      part = 0;
      digits = 0;
    } else if (code === 32 && i === at) at++;
    else break;
  }
  if (colons === 0 || digits === 0) return UNREADABLE;
  const ms = (total + part) * 1000;
  const code = text.charCodeAt(i);
  // A letter gone wrong in the middle of it.
  if (i < end && code > 32 && code !== 46 && code !== 44 && code !== 60) return UNREADABLE;
  return i < end && (code === 46 || code === 44) ? ms + readFraction(text, i + 1, end) : ms;
}

function readFraction(text: string, at: number, end: number): number {
  let ms = 0;
  let unit = 100;
  for (let i = at; i < end && unit >= 1; i++, unit /= 10) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) break;
    ms += digit * unit;
  }
  return ms;
}

/** Somebody may say «a --> b»; a line of times has at least four digits. */
function hasDigits(text: string, at: number, end: number): boolean {
  let n = 0;
  for (let i = at; i < end && i < at + 40; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57 && ++n >= 4) return true;
  }
  return false;
}

/** Times whose arrow is damaged: 20 to 40 characters, most of them digits and colons. */
function isBrokenTiming(text: string, at: number, end: number): boolean {
  if (end - at < 20 || end - at > 40) return false;
  let n = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 58) n++;
  }
  return n >= (end - at) * 0.6;
}

function startsBlock(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // N, S, R, W
  if (code !== 78 && code !== 83 && code !== 82 && code !== 87) return false;
  return /^(NOTE|STYLE|REGION|WEBVTT)(\s|$)/.test(text.slice(at, at + 8));
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A number or a GUID alone on its line. */
function isId(text: string, at: number, end: number): boolean {
  return end - at <= 60 && /^(\d{1,7}|[0-9a-f]{8}-[0-9a-f-]{27}(\/[\w-]*)?)\s*$/i.test(text.slice(at, end));
}

/** Without a blank line between captions, the number of the next one is the last line of this one. */
function dropTrailingId(text: string, cue: Cue): void {
  const last = text.lastIndexOf('\n', cue.to - 1);
  if (last >= cue.from && isId(text, last + 1, cue.to)) cue.to = last;
}
