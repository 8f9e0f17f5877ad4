import type { FoundAct, Spin } from '#model/act.ts';
import type { Side } from '#model/conversation.ts';
import type { Sentence } from '../language/sentences.ts';
import type { CueTag } from './cue.ts';

/** What is known of a sentence when its acts are decided. */
export interface Seen {
  sentence: Sentence;
  /** Best confidence of each cue in it. */
  cue: (tag: CueTag) => number;
  side: Side;
  /** Whether questions carry their mark in this conversation; speech recognition often writes none. */
  marks: boolean;
}

/**
 * Is the Dutch sentence a question, and of which kind? Open ones invite a story (wat, hoe, waarom, wie, "vertel eens"); closed ones take a yes, a
 * no, a number, a date or a choice. With the mark nearly sure; without it by opener alone, less so where the conversation does use marks.
 */
export function questionIn(seen: Seen): FoundAct | null {
  const { sentence, cue, side } = seen;
  const open = Math.max(cue('ask.open'), cue('ask.invite'));
  const closed = cue('ask.closed');
  const p = sentence.ends === '?' ? markedSure(sentence) : unmarkedSure(seen, open, closed);
  if (p === 0) return null;
  const inner = sentence.ends === '?' && closed < 0.8 && (cue('ask.inner') > 0 || (closed === 0 && openerOf(sentence) >= 0));
  const act = ((open > 0 && open >= closed) || inner) && !asksForAmount(sentence) ? 'question.open' : 'question.closed';
  const question: FoundAct = { act, p, from: sentence.from, to: sentence.to };
  const spin = side === 'us' ? spinOf(seen) : null;
  return spin ? { ...question, spin } : question;
}

/** "Wat kost dat?" takes a number, as "hoeveel" does. */
function asksForAmount({ words }: Sentence): boolean {
  return words.length <= 7 && /^(?:kost|kosten)$/.test(words[words.length - 1]?.w ?? '');
}

const OPENERS = new Set(['wat', 'waarom', 'hoe', 'wie']);

/** Number of the word among its first three that opens it; -1 when none does. */
export function openerOf({ words }: Sentence): number {
  return words.slice(0, 3).findIndex(({ w }) => OPENERS.has(w));
}

/** "Toch?" and "Oké?" alone ask for nothing. */
function markedSure(sentence: Sentence): number {
  const only = sentence.words[0]?.w;
  if (sentence.words.length === 0) return 0.3;
  if (sentence.words.length === 1) return only === 'waarom' ? 0.9 : 0.4;
  return 0.95;
}

function unmarkedSure({ sentence, cue, marks }: Seen, open: number, closed: number): number {
  const opener = Math.max(open, closed);
  const length = sentence.words.length;
  if (cue('ask.invite') > 0 && length >= 4 && cue('commitment') === 0) return cue('ask.invite') >= 0.8 ? 0.75 : 0.6;
  if (length < 3 || opener === 0) return tagSure(cue('ask.tag'), sentence, marks);
  if (sentence.ends === '!') return 0.3;
  if (opener < 0.6) return marks ? 0.3 : 0.45;
  if (sentence.ends === '.') return marks ? 0.45 : 0.7;
  return marks ? 0.6 : 0.8;
}

function tagSure(tag: number, sentence: Sentence, marks: boolean): number {
  if (tag === 0 || sentence.words.length < 4) return 0;
  if (tag >= 0.8) return marks ? 0.55 : 0.7;
  return marks ? 0.3 : 0.5;
}

/** Rackham's kind of our question (methods.md 4.1); small talk has none. */
function spinOf({ sentence, cue }: Seen): Spin | null {
  if (sentence.words.length < 3 || cue('smalltalk') >= 0.8) return null;
  if (cue('spin.implication') >= 0.8) return 'implication';
  if (cue('spin.need-payoff') >= 0.8) return 'need-payoff';
  if (cue('spin.problem') > 0) return 'problem';
  if (cue('spin.implication') > 0) return 'implication';
  return 'situation';
}
