import { plainWords, type Voiced, voiceName, voicesIn } from './cue-text.ts';
import type { Cue } from './cues.ts';
import { NOBODY } from './gather.ts';
import type { Segment } from './join.ts';
import { type Candidate, openRoll, type Roll, shapeOf } from './names.ts';

/** A segment, and whether its own words named the speaker (else it is the last one's, or nobody's). */
export interface Said extends Segment {
  named: boolean;
}

/** What is said in captions with voice tags: `<v Name>`. A caption without a tag goes on with the last voice. */
export function saidByTags(text: string, cues: readonly Cue[]): Said[] {
  const said: Said[] = [];
  const names = new Map<string, string>();
  let last = NOBODY;
  for (const cue of cues) {
    if (cue.to <= cue.from) continue;
    const simple = simpleVoice(text, cue, names);
    if (simple) {
      last = simple.speaker;
      said.push(simple);
      continue;
    }
    const parts = voicesIn(text.slice(cue.from, cue.to));
    for (const { part, ...times } of shareTimes(parts, cue)) {
      last = part.voice ?? last;
      said.push({ speaker: last, text: part.text, line: cue.line, ...times, named: part.voice !== null });
    }
  }
  return said;
}

/** The common case without any work: one line, one tag at its start, nothing else in it. */
function simpleVoice(text: string, cue: Cue, names: Map<string, string>): Said | null {
  // <v and a space
  if (text.charCodeAt(cue.from) !== 60 || text.charCodeAt(cue.from + 1) !== 118 || text.charCodeAt(cue.from + 2) !== 32) return null;
  const close = text.indexOf('>', cue.from);
  if (close < 0 || close >= cue.to) return null;
  const tag = text.slice(cue.from + 3, close);
  let speaker = names.get(tag);
  if (speaker === undefined) {
    speaker = voiceName(`v ${tag}`) ?? NOBODY;
    names.set(tag, speaker);
  }
  const to = text.endsWith('</v>', cue.to) ? cue.to - 4 : cue.to;
  const words = text.slice(close + 1, to);
  if (words.length === 0 || words.includes('<') || words.includes('&') || words.includes('\n')) return null;
  return { speaker, text: words.trim() || words, line: cue.line, startMs: cue.startMs, endMs: cue.endMs, named: true };
}

/** Two voices in one caption share its time by the length of their words, so that the sum stays what the file says. */
function shareTimes(parts: readonly Voiced[], cue: Cue): { part: Voiced; startMs: number; endMs: number }[] {
  const [only] = parts;
  if (parts.length === 1 && only) return [{ part: only, startMs: cue.startMs, endMs: cue.endMs }];
  const whole = parts.reduce((sum, part) => sum + part.text.length, 0);
  let before = 0;
  return parts.map((part) => {
    const startMs = cue.startMs + Math.round(((cue.endMs - cue.startMs) * before) / whole);
    before += part.text.length;
    return { part, startMs, endMs: cue.startMs + Math.round(((cue.endMs - cue.startMs) * before) / whole) };
  });
}

/** One line of a caption: who it says it is, if it does. */
interface Line {
  cue: Cue;
  line: number;
  text: string;
  /** What stands before the first `: `, and where the words after it begin. */
  left: Candidate | null;
  rest: number;
  /** `- ` or `>> ` at the start: somebody else speaks now. */
  turn: boolean;
  /** `(Name)` alone on its line. */
  alone: string | null;
}

/** What is said in captions where `Name: ` at the start of a line, `(Name)` on its own line or a dash tell the speaker. */
export function saidByNames(text: string, cues: readonly Cue[]): Said[] {
  const roll = openRoll();
  const lines = linesOf(text, cues, roll);
  const said: Said[] = [];
  let last = NOBODY;
  let announced = false;
  let open: { cue: Cue; parts: Voiced[]; named: boolean[]; line: number } | null = null;
  for (const line of lines) {
    if (open && open.cue !== line.cue) {
      close(open, said);
      open = null;
    }
    if (line.alone) {
      last = line.alone;
      announced = true;
      continue;
    }
    const named = line.left !== null && roll.speaks(line.left);
    if (named) last = (line.left as Candidate).name;
    else if (line.turn && !announced) last = NOBODY;
    announced = false;
    const words = plainWords(named ? line.text.slice(line.rest) : line.text);
    if (!words) continue;
    open ??= { cue: line.cue, parts: [], named: [], line: line.line };
    const before = open.parts.at(-1);
    if (before && before.voice === last && !line.turn) before.text += ` ${words}`;
    else {
      open.parts.push({ voice: last, text: words });
      open.named.push(named);
    }
  }
  if (open) close(open, said);
  return said;
}

function close(open: { cue: Cue; parts: Voiced[]; named: boolean[]; line: number }, said: Said[]): void {
  for (const [i, { part, startMs, endMs }] of shareTimes(open.parts, open.cue).entries())
    said.push({ speaker: part.voice ?? NOBODY, text: part.text, line: open.line, startMs, endMs, named: open.named[i] === true });
}

function linesOf(text: string, cues: readonly Cue[], roll: Roll): Line[] {
  const lines: Line[] = [];
  let colon = 0;
  for (const cue of cues) {
    let line = cue.line;
    for (let at = cue.from; at < cue.to; line++) {
      let end = text.indexOf('\n', at);
      if (end < 0 || end > cue.to) end = cue.to;
      if (colon >= 0 && colon < at) colon = text.indexOf(':', at);
      lines.push(lineOf(text, at, end, colon, roll, cue, line));
      at = end + 1;
    }
  }
  return lines;
}

function lineOf(text: string, at: number, end: number, colon: number, roll: Roll, cue: Cue, line: number): Line {
  let from = at;
  const dash = text.charCodeAt(at);
  // -, –, >, or a tag or an entity: the rare line
  const turn = (dash === 45 || dash === 0x2013) && text.charCodeAt(at + 1) === 32 ? 2 : text.startsWith('>>', at) ? 2 : 0;
  from += turn;
  const raw = text.slice(from, end);
  const clean =
    raw.includes('<') || raw.includes('&')
      ? voicesIn(raw)
          .map((part) => part.text)
          .join(' ')
      : raw;
  const split = clean === raw ? colon - from : clean.indexOf(':');
  const alone = turn === 0 && dash === 40 ? aloneIn(clean) : null;
  const isSplit = split > 0 && split <= 80 && split < clean.length && (split === clean.length - 1 || clean.charCodeAt(split + 1) === 32);
  return { cue, line, text: clean, left: isSplit ? roll.note(clean.slice(0, split)) : null, rest: split + 1, turn: turn > 0, alone };
}

const SOUNDS =
  /^(laugh|applau|music|inaudible|unintelligible|crosstalk|silence|pause|noise|sigh|cough|lacht|gelach|muziek|onverstaanbaar|stilte)/i;

function aloneIn(text: string): string | null {
  const trimmed = text.trim();
  if (!trimmed.endsWith(')') || trimmed.length > 82) return null;
  const name = trimmed.slice(1, -1).trim();
  return shapeOf(name).shape === 'strict' && !SOUNDS.test(name) ? name : null;
}
