import type { FoundAct } from '#model/act.ts';
import type { Conversation } from '#model/conversation.ts';
import { isContent, stemOf } from '../language/content.ts';
import { type Span, spanAfter, spansOf } from '../language/sentences.ts';
import { firstHeard, hear } from '../language/words.ts';
import { isQuestion } from './question.ts';
import { type Run, runsOf } from './runs.ts';
import { factsOf, type TurnFacts } from './turn-facts.ts';

/** A question of theirs that nobody took up: characters `from` to `to` of turn number `turn`. */
export interface OpenQuestion {
  turn: number;
  from: number;
  to: number;
}

const ANSWERS = new Set(
  'yes yeah yep no nope not sure of exactly correct absolutely it depends because good ja nee nog niet klopt zeker inderdaad omdat dat hangt'.split(
    ' ',
  ),
);
const MOVES_ON =
  /^(?:(?:okay|well|so|right|now|great|oke|goed|nou),? )*(?:anyway|moving on|let us move|before (?:that|we)|let me (?:first|just)|in any case|what i wanted|by the way|trouwens|maar goed|even verder|voordat)/i;

/**
 * Which questions of theirs we left open. We have our next two runs to take a question up, as long as they do not speak more than once in between.
 * A question for an amount wants one; a reply that begins with our own praise takes nothing up. It counts as taken up when a run of ours begins like an answer, shares a word that matters with it, or follows it at once with a statement
 * that does not change the subject. A counter-question alone does not count, nor does silence to the end of the conversation.
 * What another of them answers is left out. The rule is ours; it errs towards "answered".
 */
export function unansweredQuestions(
  conversation: Conversation,
  acts: FoundAct[][],
  facts: TurnFacts = factsOf(conversation),
  runs: Run[] = runsOf(conversation, facts),
): OpenQuestion[] {
  const crowd = conversation.participants.filter(({ side }) => side === 'them').length >= CROWD;
  const told: Told = { conversation, acts, facts, runs, crowd };
  const open: OpenQuestion[] = [];
  for (const [r, run] of runs.entries()) {
    if (run.side !== 'them') continue;
    const last = lastQuestion(told, run);
    if (last && !takenUp(told, r, last)) open.push(last);
  }
  return open;
}

interface Told {
  conversation: Conversation;
  acts: FoundAct[][];
  facts: TurnFacts;
  runs: Run[];
  /** Three of them or more. */
  crowd: boolean;
}

/** Of several questions in one breath the last is the one that waits; one followed by a story of their own was not put to us. */
function lastQuestion({ conversation, acts, facts }: Told, run: Run): OpenQuestion | null {
  let found: OpenQuestion | null = null;
  let wordsAfter = 0;
  for (const turn of run.turns) {
    const asked = (acts[turn] ?? []).filter(isQuestion);
    if (asked.length === 0) {
      wordsAfter += facts.words[turn] ?? 0;
      continue;
    }
    for (const sentence of spansOf(conversation.turns[turn]?.text ?? '')) {
      const question = asked.find((act) => act.from >= sentence.from && act.from < sentence.to);
      if (question && sentence.said > 2) {
        found = { turn, from: question.from, to: question.to };
        wordsAfter = 0;
      } else wordsAfter += sentence.said;
    }
  }
  return wordsAfter <= 30 ? found : null;
}

function takenUp(told: Told, asked: number, question: OpenQuestion): boolean {
  const { conversation, acts, runs, crowd } = told;
  const { speaker: asker, text = '' } = conversation.turns[question.turn] ?? {};
  if (nodded(told, question, asker)) return true;
  const words = text.slice(question.from, question.to);
  const wantsNumber = HOW_MUCH.test(words);
  let oursSeen = 0;
  let theirsSeen = 0;
  for (let r = asked + 1; r < runs.length && oursSeen < 2 && theirsSeen < 2; r++) {
    const run = runs[r];
    if (!run) break;
    if (run.speaker !== asker) {
      const reply = replyOf(conversation, run);
      const boasts = (acts[run.turns[0] ?? 0] ?? [])[0]?.act.startsWith('pitch.') ?? false;
      const atOnce = r === asked + 1 && ((run.side === 'us' && !boasts && (!wantsNumber || AMOUNT.test(reply))) || crowd);
      if (answers(reply, words, atOnce)) return true;
    }
    if (run.side === 'us') oursSeen++;
    else theirsSeen++;
  }
  return false;
}

function replyOf({ turns }: Conversation, run: Run): string {
  return run.turns.length === 1 ? (turns[run.turns[0] ?? 0]?.text ?? '') : run.turns.map((i) => turns[i]?.text ?? '').join('\n');
}

const HOW_MUCH =
  /\b(?:how (?:much|many|long|often|soon)|what (?:does|would|will) (?:it|that|this) cost|hoeveel|hoe (?:lang|vaak)|wat kost)\b/i;
const AMOUNT =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|once|twice|every|per|free|depends|never|always|een|één|twee|drie|vier|vijf|tien|twaalf|twintig|dertig|honderd|elke|gratis|ligt aan)\b/i;
const NOD = /^\W*(?:yes|yeah|yep|yup|no|nope|sure|exactly|right|correct|of course|absolutely|mm-hmm|ja|jawel|nee|klopt|zeker)\b/i;
const NEAR = 3;
/** Among three of them and more, what the next of them says is taken for the answer: the question was hardly put to us. */
const CROWD = 3;

/** A plain yes or no of another speaker right after it; such short turns stand in no run. */
function nodded({ conversation: { turns }, facts }: Told, question: OpenQuestion, asker: string | undefined): boolean {
  for (let i = question.turn + 1; i <= question.turn + NEAR; i++) {
    const turn = turns[i];
    if (turn && turn.speaker !== asker && facts.nods[i] && NOD.test(turn.text)) return true;
  }
  return false;
}

function answers(reply: string, asked: string, atOnce: boolean): boolean {
  const first = spanAfter(reply, 0);
  if (!first) return false;
  if (first.ends !== '?') {
    const word = firstHeard(reply, first.from, first.to);
    if (word && ANSWERS.has(word)) return true;
  }
  const wanted = atOnce && first.ends !== '?' && !MOVES_ON.test(reply) ? null : contentOf(asked);
  for (let span: Span | null = first; span; span = spanAfter(reply, span.to)) {
    if (span.ends === '?' || span.said < 3) continue;
    // At once, and no change of subject: any statement takes it up.
    if (wanted === null || speaksOf(reply, span, wanted)) return true;
  }
  return false;
}

/** Does a sentence share a word that matters? */
function speaksOf(reply: string, { from, to }: Span, wanted: Set<string>): boolean {
  return wanted.size > 0 && hear(reply, from, to).words.some(({ w }) => isContent(w) && wanted.has(stemOf(w)));
}

function contentOf(text: string): Set<string> {
  return new Set(
    hear(text)
      .words.filter(({ w }) => isContent(w))
      .map(({ w }) => stemOf(w)),
  );
}
