import { type Voiced, voiceName, voicesIn } from './cue-text.ts';
import type { Cue } from './cues.ts';
import { NOBODY } from './gather.ts';
import type { Segment } from './join.ts';

/** A segment, and whether its own words named the speaker (else it is the last one's, or nobody's). */
export interface Said extends Segment {
  named: boolean;
}

/** What is said in captions with voice tags: `<v Name>`. A caption without a tag goes on with the last voice. */
export function saidByTags(text: string, cues: readonly Cue[]): Said[] {
  const said: Said[] = [];
  const names = new Map<string, string>();
  const entities = text.includes('&');
  let last = NOBODY;
  for (const cue of cues) {
    if (cue.to <= cue.from) continue;
    const simple = simpleVoice(text, cue, names, entities);
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
function simpleVoice(text: string, cue: Cue, names: Map<string, string>, entities: boolean): Said | null {
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
  // Up to the closing tag, where there is one.
  const tagAt = text.indexOf('<', close);
  const isClosed = tagAt === cue.to - 4 && text.startsWith('</v>', tagAt);
  const to = isClosed ? tagAt : cue.to;
  if (tagAt >= 0 && tagAt < to) return null;
  const words = text.slice(close + 1, to);
  // Blanks at an end, or nothing but blanks (a non-breaking space is one too), are the careful way's work.
  if (words === '' || words.trim() !== words || (!cue.one && words.includes('\n')) || (entities && words.includes('&'))) return null;
  return { speaker, text: words, line: cue.line, startMs: cue.startMs, endMs: cue.endMs, named: true };
}

/** Two voices in one caption share its time by the length of their words, so that the sum stays what the file says. */
export function shareTimes(parts: readonly Voiced[], cue: Cue): { part: Voiced; startMs: number; endMs: number }[] {
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
