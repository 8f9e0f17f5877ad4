import { isTidy, plainWords, type Voiced, voicesIn } from './cue-text.ts';
import type { Cue } from './cues.ts';
import { NOBODY } from './gather.ts';
import { type Candidate, openRoll, type Roll, shapeOf } from './names.ts';
import { type Said, shareTimes } from './voices.ts';

/** One line of a caption: who it says it is, if it does. */
interface Line {
  cue: Cue;
  /** Null: they are those of the caption, as they stand in the file. */
  text: string | null;
  /** What stands before the first `: `, and where the words after it begin. */
  left: Candidate | null;
  rest: number;
  /** `- ` or `>> ` at the start: somebody else speaks now. */
  turn: boolean;
  /** `(Name)` alone on its line. */
  alone: string | null;
}

/** The parts of a caption that several lines make. */
interface Open {
  cue: Cue;
  parts: Voiced[];
  named: boolean[];
}

/** What is said in captions where `Name: ` at the start of a line, `(Name)` on its own line or a dash tell the speaker. */
export function saidByNames(text: string, cues: readonly Cue[]): Said[] {
  const tidy = isTidy(text);
  const roll = openRoll();
  const lines = linesOf(text, cues, roll, tidy);
  const said: Said[] = [];
  let last = NOBODY;
  let announced = false;
  let open: Open | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const { cue } = line;
    if (line.alone) {
      last = line.alone;
      announced = true;
      continue;
    }
    const named = line.left !== null && roll.speaks(line.left);
    if (named) last = (line.left as Candidate).name;
    else if (line.turn && !announced) last = NOBODY;
    announced = false;
    const own = line.text ?? text.slice(cue.from + (named ? line.rest : 0), cue.to);
    const words = line.text === null ? own : plainWords(named ? own.slice(line.rest) : own);
    if (open && open.cue !== cue) open = close(open, said);
    if (!words) continue;
    if (!open && lines[i + 1]?.cue !== cue) {
      said.push({ speaker: last, text: words, line: cue.line, startMs: cue.startMs, endMs: cue.endMs, named });
      continue;
    }
    open ??= { cue, parts: [], named: [] };
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

function close({ cue, parts, named }: Open, said: Said[]): null {
  for (const [i, { part, startMs, endMs }] of shareTimes(parts, cue).entries())
    said.push({ speaker: part.voice ?? NOBODY, text: part.text, line: cue.line, startMs, endMs, named: named[i] === true });
  return null;
}

function linesOf(text: string, cues: readonly Cue[], roll: Roll, tidy: boolean): Line[] {
  const lines: Line[] = [];
  for (const cue of cues) {
    const usual = tidy && cue.one ? usualLine(text, cue, roll) : null;
    if (usual) {
      lines.push(usual);
      continue;
    }
    for (let at = cue.from; at < cue.to; ) {
      let end = text.indexOf('\n', at);
      if (end < 0 || end > cue.to) end = cue.to;
      lines.push(lineOf(text, at, end, roll, cue));
      at = end + 1;
    }
  }
  return lines;
}
/** One line that begins with a letter, `Name: words` or words, nothing to resolve: nearly every line. */
function usualLine(text: string, cue: Cue, roll: Roll): Line | null {
  const { from, to } = cue;
  const first = text.charCodeAt(from);
  const isLetter = (first > 64 && first < 91) || (first > 96 && first < 123);
  if (!isLetter || text.charCodeAt(to - 1) <= 32) return null;
  const most = Math.min(to - 2, from + 81);
  let colon = from;
  while (colon < most && text.charCodeAt(colon) !== 58) colon++;
  if (colon === most) return colon === from + 81 ? { cue, text: null, left: null, rest: 0, turn: false, alone: null } : null;
  const isName = text.charCodeAt(colon + 1) === 32 && text.charCodeAt(colon + 2) > 32;
  return isName ? { cue, text: null, left: roll.note(text.slice(from, colon)), rest: colon + 2 - from, turn: false, alone: null } : null;
}

function lineOf(text: string, at: number, end: number, roll: Roll, cue: Cue): Line {
  const first = text.charCodeAt(at);
  // - or – and a space, or >>
  const turn = ((first === 45 || first === 0x2013) && text.charCodeAt(at + 1) === 32) || (first === 62 && text.charCodeAt(at + 1) === 62);
  const raw = text.slice(turn ? at + 2 : at, end);
  const words = raw.includes('<') || raw.includes('&') ? untagged(raw) : raw;
  const split = firstColon(words);
  const isSplit = split > 0 && split <= 80 && (split === words.length - 1 || words.charCodeAt(split + 1) === 32);
  const alone = !turn && first === 40 ? aloneIn(words) : null;
  return { cue, text: words, left: isSplit ? roll.note(words.slice(0, split)) : null, rest: split + 1, turn, alone };
}

function firstColon(words: string): number {
  const most = Math.min(words.length, 81);
  for (let i = 0; i < most; i++) if (words.charCodeAt(i) === 58) return i;
  return -1;
}

const untagged = (raw: string) =>
  voicesIn(raw)
    .map((part) => part.text)
    .join(' ');

const SOUNDS =
  /^(laugh|applau|music|inaudible|unintelligible|crosstalk|silence|pause|noise|sigh|cough|lacht|gelach|muziek|onverstaanbaar|stilte)/i;

function aloneIn(text: string): string | null {
  const trimmed = text.trim();
  if (!trimmed.endsWith(')') || trimmed.length > 82) return null;
  const name = trimmed.slice(1, -1).trim();
  return shapeOf(name).shape === 'strict' && !SOUNDS.test(name) ? name : null;
}
