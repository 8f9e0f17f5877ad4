import type { Conversation } from '#model/conversation.ts';
import type { Finding } from '#model/finding.ts';
import type { Claim } from '#model/offering.ts';
import { deedIn } from './deed.ts';
import { dueIn } from './due.ts';
import type { Said } from './heard.ts';
import { quoteAround } from './quote.ts';
import { untidiness } from './untidy.ts';
import { capital } from './wording.ts';

export interface Setting {
  conversation: Conversation;
  zone: string;
  /** When a turn was spoken; null when neither the file nor the caller says. */
  momentOf: (turn: number) => Date | null;
  /** What the workspace says of its offerings. */
  claims: Claim[];
}

/** What somebody said they will do: who, for whom, what, by when. Conditions, negations, questions and the past are no promises. */
export function promiseIn(said: Said, setting: Setting): Finding | null {
  const hit = said.acting.get('commitment');
  const p = said.act('commitment');
  return !hit || p < 0.5 || takenBack(said) ? null : owed('commitment', said, setting, hit, p);
}

/** It sounds like a promise and is none: asked, conditional, done on the spot, inside another thought, or denied in the same breath. */
export function takenBack(said: Said): boolean {
  const { acting, finding, sentence, text, asks } = said;
  const hit = acting.get('commitment');
  if (asks || finding.has('at-once') || (acting.has('not-promise') && !hit)) return true;
  if (CONDITION.test(text.slice(sentence.from, sentence.to)) && !acting.has('asked-first')) return true;
  return hit !== undefined && EMBEDS.has(sentence.words[hit.start - 1]?.w ?? '');
}

/** "If you like" makes a promise none; "what it would look like if" does not. */
const CONDITION = /(?<!\b(?:like|as|happens|see|ask|know|check|wonder|look|vraag|kijk|vragen|kijken) )\b(?:if|unless|als|mits)\b/i;

/** What one of them asks us to do, not at once in the meeting but after it. */
export function requestIn(said: Said, setting: Setting): Finding | null {
  const hit = said.acting.get('request');
  const p = said.act('request');
  if (!hit || p < 0.5 || said.side === 'us' || said.finding.has('at-once')) return null;
  return owed('request', said, setting, hit, p);
}

/** The rules' own: as sure as its cues, and nothing at all when they are not. */
function owed(
  kind: 'commitment' | 'request',
  said: Said,
  setting: Setting,
  hit: { start: number; end: number },
  p: number,
): Finding | null {
  const found = slotsOf(kind, said, setting, hit);
  const sure =
    p +
    (found.dueText ? 0.08 : 0) -
    (errand(said, kind) ? 0 : kind === 'commitment' && p >= 0.8 ? 0.15 : 0.25) -
    (said.side === 'unknown' ? 0.05 : 0) -
    untidiness(said);
  if (found.what === null || (kind === 'request' && p < 0.8 && !found.dueText) || sure < (kind === 'request' ? 0.62 : 0.6)) return null;
  return { ...found, p: Math.min(0.95, Math.round(sure * 100) / 100) };
}

/** What the heads are sure of, with who owes whom what and by when. Where no cue says where the deed begins, the whole sentence says what. */
export function owedIn(kind: 'commitment' | 'request', said: Said, setting: Setting, p: number): Finding {
  const hit = said.acting.get(kind) ?? { start: 0, end: said.sentence.words.length };
  const found = slotsOf(kind, said, setting, hit);
  const what = found.what ?? found.quote.replace(/[.!?,\s]+$/, '');
  return { ...found, what, statement: capital(what), p: Math.round(p * 100) / 100 };
}

/** Characters before a promise in which its time may stand. */
const BEFORE = 300;

function slotsOf(kind: 'commitment' | 'request', said: Said, setting: Setting, hit: { start: number; end: number }): Finding {
  const { text, sentence } = said;
  const quote = quoteAround(text, sentence, hit);
  if (quote.to === sentence.to && WHEN_ALONE.test(said.after) && said.after.length < 40)
    quote.to = text.indexOf(said.after, sentence.to) + said.after.length;
  const moment = setting.momentOf(said.turn);
  const start = sentence.words[hit.start]?.from ?? quote.from;
  const told = (from: number) => dueIn(text.slice(from, quote.to), moment ?? ANY_DAY, setting.zone, said.tongue);
  const due = told(start);
  // "Tomorrow before noon you get the plan": the time can stand before the promise.
  const { due: day = null, dueText = null } = due ?? told(Math.max(sentence.from, start - BEFORE)) ?? {};
  const whom = whomIn(said, setting.conversation, text.slice(quote.from, quote.to));
  const what = deedIn({ clause: text.slice(start, quote.to), before: text.slice(sentence.from, start), due, whom, tongue: said.tongue });
  return {
    kind,
    who: said.speaker,
    quote: text.slice(quote.from, quote.to),
    turn: said.turn,
    from: quote.from,
    to: quote.to,
    p: 0,
    statement: what === null ? null : capital(what),
    whom,
    what,
    due: moment ? day : null,
    dueText,
  };
}

/** "I do not know what I will write": the promise is inside another thought. */
const EMBEDS = new Set('what how where who which when why whether than wat hoe waar wie of'.split(' '));

/** Without a date of the talk the words for a time are still heard, they only point at no day. */
const ANY_DAY = new Date(Date.UTC(2026, 0, 5));

/** Something to be done after the meeting: a thing, a time, or, for a promise, somebody it is for. */
function errand({ finding }: Said, kind: 'commitment' | 'request'): boolean {
  return finding.has('errand') || (kind === 'commitment' && finding.has('to-you'));
}

/** "I will send it. By Friday.": a sentence that is nothing but a time belongs to the promise before it. */
const WHEN_ALONE =
  /^(?:by|before|until|on|tomorrow|tonight|today|this|next|at the latest|voor|uiterlijk|morgen|vandaag|volgende|deze)\b[\p{L}\d ,'’]*[.!]?$/iu;

/** The one other when two talk; a participant named in the words; with "you", whoever of the others spoke last before. */
function whomIn(said: Said, conversation: Conversation, quote: string): string | null {
  const others = conversation.participants.filter(({ name }) => name !== said.speaker);
  if (others.length === 1 && others[0]) return others[0].name;
  const named = others.filter(({ name }) =>
    new RegExp(`\\b${(name.split(/\s+/)[0] ?? name).replace(/[^\p{L}\p{N}]/gu, '.')}\\b`, 'iu').test(quote),
  );
  if (named.length === 1 && named[0]) return named[0].name;
  if (!/\b(?:you|your|je|jou|u|jullie)\b/i.test(quote)) return null;
  for (let i = said.turn - 1; i >= 0 && i > said.turn - 8; i--) {
    const speaker = conversation.turns[i]?.speaker;
    const other = others.find(({ name }) => name === speaker);
    if (other && (said.side === 'unknown' || other.side !== said.side)) return other.name;
  }
  return null;
}
