import type { ConversationPage, TurnView } from '#model/pages.ts';

/** What stands in the margin because of how we listened, not because of what was found: for the eyes of whoever may see the listening figures. */
export type Noticed =
  | { kind: 'left-open' }
  | { kind: 'about-us'; ms: number; asked: boolean }
  | { kind: 'waited'; ms: number; thenMs: number }
  | { kind: 'said-back'; answer: string };

/** A stretch about ourselves, a silence after our question: told from these lengths on (milliseconds). */
const LONG_PITCH = 60_000;
const SILENCE = 2_500;
const SHORT_ANSWER = 60;

const YES = /^(yes|yeah|exactly|right|that's (it|right)|precisely|indeed|correct|ja\b|precies|klopt|inderdaad)/i;

export function noticedIn(page: Pick<ConversationPage, 'turns' | 'speakers' | 'listening' | 'timeQuality'>): Map<number, Noticed[]> {
  const noticed = new Map<number, Noticed[]>();
  if (!page.listening) return noticed;
  const note = (turn: number, what: Noticed) => noticed.set(turn, [...(noticed.get(turn) ?? []), what]);
  for (const { turn } of page.listening.questions.unansweredAt ?? []) note(turn, { kind: 'left-open' });
  const us = new Set(page.speakers.filter((speaker) => speaker.side === 'us').map((speaker) => speaker.i));
  const isOurs = (turn: TurnView | undefined) => turn !== undefined && us.has(turn.speaker);
  noteConfirmations(page.turns, isOurs, note);
  if (page.timeQuality === 'exact') {
    noteSilences(page.turns, isOurs, note);
    notePitch(page.turns, isOurs, note);
  }
  return noticed;
}

type Ours = (turn: TurnView | undefined) => boolean;
type Note = (turn: number, what: Noticed) => void;

/** We said it back, and they said it was so. */
function noteConfirmations(turns: TurnView[], isOurs: Ours, note: Note): void {
  turns.forEach((turn, i) => {
    const next = turns[i + 1];
    if (!isOurs(turn) || !next || isOurs(next) || next.text.length > SHORT_ANSWER) return;
    if (does(turn, 'reflection.') && YES.test(next.text)) note(turn.i, { kind: 'said-back', answer: next.text });
  });
}

/** We asked, and held our tongue until they went on. */
function noteSilences(turns: TurnView[], isOurs: Ours, note: Note): void {
  turns.forEach((turn, i) => {
    const next = turns[i + 1];
    if (!isOurs(turn) || !next || isOurs(next) || !does(turn, 'question.')) return;
    const ms = (next.startMs ?? 0) - (turn.endMs ?? 0);
    if (ms >= SILENCE) note(turn.i, { kind: 'waited', ms, thenMs: (next.endMs ?? 0) - (next.startMs ?? 0) });
  });
}

/** The longest stretch about ourselves, over their "okay"s, said where it ends; and whether anybody had asked. */
function notePitch(turns: TurnView[], isOurs: Ours, note: Note): void {
  let longest = { ms: 0, last: -1, asked: false };
  for (let i = 0; i < turns.length; i++) {
    if (!isAboutUs(turns[i], isOurs)) continue;
    let last = i;
    for (let j = i + 1; j < turns.length && (isOurs(turns[j]) || isAside(turns[j])); j++) if (isAboutUs(turns[j], isOurs)) last = j;
    const ms = (turns[last]?.endMs ?? 0) - (turns[i]?.startMs ?? 0);
    const before = turns.slice(0, i).findLast((turn) => !isOurs(turn) && !isAside(turn));
    if (ms > longest.ms) longest = { ms, last, asked: before !== undefined && does(before, 'question.') };
    i = last;
  }
  const end = turns[longest.last];
  if (end && longest.ms >= LONG_PITCH) note(end.i, { kind: 'about-us', ms: longest.ms, asked: longest.asked });
}

function isAboutUs(turn: TurnView | undefined, isOurs: Ours): boolean {
  return turn !== undefined && isOurs(turn) && does(turn, 'pitch.');
}

/** "Okay.", "Mm": no turn of the talk. */
function isAside(turn: TurnView | undefined): boolean {
  return turn !== undefined && turn.text.length < 24 && !turn.text.includes('?');
}

function does(turn: TurnView, family: 'reflection.' | 'question.' | 'pitch.'): boolean {
  return turn.acts.some((found) => found.act.startsWith(family));
}
