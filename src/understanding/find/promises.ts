import type { Conversation } from '#model/conversation.ts';
import type { Finding } from '#model/finding.ts';
import { type Due, dueIn } from './due.ts';
import type { Said } from './heard.ts';
import { quoteAround } from './quote.ts';
import { untidiness } from './untidy.ts';
import { capital } from './wording.ts';

export interface Setting {
  conversation: Conversation;
  zone: string;
  /** When a turn was spoken; null when neither the file nor the caller says. */
  momentOf: (turn: number) => Date | null;
}

/** What somebody said they will do: who, for whom, what, by when. Conditions, negations, questions and the past are no promises. */
export function promiseIn(said: Said, setting: Setting): Finding | null {
  const hit = said.acting.get('commitment');
  const p = said.act('commitment');
  if (
    !hit ||
    p < 0.5 ||
    said.asks ||
    said.finding.has('at-once') ||
    /\b(?:if|unless|als|mits)\b/i.test(said.text.slice(said.sentence.from, said.sentence.to))
  )
    return null;
  if (EMBEDS.has(said.sentence.words[hit.start - 1]?.w ?? '')) return null;
  return owed('commitment', said, setting, hit, p);
}

/** What one of them asks us to do, not at once in the meeting but after it. */
export function requestIn(said: Said, setting: Setting): Finding | null {
  const hit = said.acting.get('request');
  const p = said.act('request');
  if (!hit || p < 0.5 || said.side === 'us' || said.finding.has('at-once')) return null;
  return owed('request', said, setting, hit, p);
}

function owed(
  kind: 'commitment' | 'request',
  said: Said,
  setting: Setting,
  hit: { start: number; end: number },
  p: number,
): Finding | null {
  const { text, sentence } = said;
  const quote = quoteAround(text, sentence, hit);
  const moment = setting.momentOf(said.turn);
  const start = sentence.words[hit.start]?.from ?? quote.from;
  const due = dueIn(text.slice(start, quote.to), moment ?? ANY_DAY, setting.zone, said.tongue);
  const what = whatIn(said, hit, quote.to, due, start);
  const sure =
    p +
    (due ? 0.08 : 0) -
    (errand(said, kind) ? 0 : kind === 'commitment' && p >= 0.8 ? 0.15 : 0.25) -
    (said.side === 'unknown' ? 0.05 : 0) -
    untidiness(said);
  if (what === null || (kind === 'request' && p < 0.8 && !due) || sure < (kind === 'request' ? 0.62 : 0.6)) return null;
  return {
    kind,
    who: said.speaker,
    quote: text.slice(quote.from, quote.to),
    turn: said.turn,
    from: quote.from,
    to: quote.to,
    p: Math.min(0.95, Math.round(sure * 100) / 100),
    statement: capital(what),
    whom: whomIn(said, setting.conversation, text.slice(quote.from, quote.to)),
    what,
    due: moment ? (due?.due ?? null) : null,
    dueText: due?.dueText ?? null,
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

const OPENING =
  /^(?:(?:i|we|you)(?:['’]ll|['’]m| will| shall| can| am| are|['’]re| would like you)? )?(?:(?:going to|gonna|happy to|try to|please|to|just|also|then|definitely|probably|maybe|let me|let us|could|can|would|will|you|please|promise to|promise|actually|really|be able to|um|uh|zal|ga|gaan|zullen|even|eens|kun|kunt|zou|je|u|ik|we) )*/i;
const TRAILING = /(?:[\s,.;:!?–—-]|\b(?:and|so|then|okay|right|yeah|for you|um|uh|en|dan|too|as well|please)\b)+$/i;

/** The deed as a clause: from its verb to the end of the quote, without the time, the "I will" and the "you". */
function whatIn(said: Said, hit: { start: number; end: number }, end: number, due: Due | null, start: number): string | null {
  const clause = said.text.slice(start, end);
  const rest = due ? `${clause.slice(0, due.from)} ${clause.slice(due.to)}` : clause;
  const plain = rest
    .replace(/\s+/g, ' ')
    .replace(/\b(?:um+|uh+|er|like),? /gi, '')
    .replace(/ ,/g, ',')
    .replace(/\b(\w+) \1\b/gi, '$1')
    .trim();
  const opened = plain.replace(OPENING, '');
  const first = opened.split(/[;:.!?]|,? (?:and then|so that|because|but|maar|want|omdat)\b/i)[0] ?? '';
  const cleaned = first
    .replace(/^(\w+) (?:you|je|u|jullie|me|us)\b(?! (?:know|to|when|if|how))/i, '$1')
    .replace(TRAILING, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^(?:have|get) (?:that|it|this)$/i.test(cleaned)) return clauseBefore(said, hit);
  const words = cleaned.split(' ').filter(Boolean);
  if (words.length < 2 || hit.end <= hit.start) return null;
  return words.slice(0, 24).join(' ');
}

/** "The churn by year, you will have that by Wednesday": what "that" is, stands before. */
function clauseBefore({ text, sentence }: Said, hit: { start: number }): string | null {
  const before =
    text
      .slice(sentence.from, sentence.words[hit.start]?.from ?? sentence.from)
      .split(/[,;:]/)[0]
      ?.trim() ?? '';
  return before.split(' ').length >= 2 ? before : null;
}

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
