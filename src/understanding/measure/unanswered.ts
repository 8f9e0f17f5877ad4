import type { FoundAct } from '#model/act.ts';
import type { Conversation } from '#model/conversation.ts';
import { isContent, stemOf } from '../language/content.ts';
import { sentencesOf } from '../language/sentences.ts';
import { hear } from '../language/words.ts';
import { isBackChannel } from './back-channel.ts';
import { COUNTED, isQuestion } from './counted.ts';
import { type Run, runsOf } from './runs.ts';

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
export function unansweredQuestions(conversation: Conversation, acts: FoundAct[][]): OpenQuestion[] {
  const runs = runsOf(conversation);
  const open: OpenQuestion[] = [];
  runs.forEach((run, r) => {
    if (run.side !== 'them') return;
    const last = lastQuestion(conversation, acts, run);
    if (last && !takenUp(conversation, acts, runs, r, last)) open.push(last);
  });
  return open;
}

/** Of several questions in one breath the last is the one that waits; one followed by a story of their own was not put to us. */
function lastQuestion(conversation: Conversation, acts: FoundAct[][], run: Run): OpenQuestion | null {
  let found: OpenQuestion | null = null;
  let wordsAfter = 0;
  for (const turn of run.turns) {
    const text = conversation.turns[turn]?.text ?? '';
    for (const sentence of sentencesOf(text)) {
      const question = (acts[turn] ?? []).find(
        (act) => isQuestion(act) && act.p >= COUNTED && act.from >= sentence.from && act.from < sentence.to,
      );
      if (question && sentence.said > 2) {
        found = { turn, from: question.from, to: question.to };
        wordsAfter = 0;
      } else wordsAfter += sentence.said;
    }
  }
  return wordsAfter <= 30 ? found : null;
}

function takenUp(conversation: Conversation, acts: FoundAct[][], runs: Run[], asked: number, question: OpenQuestion): boolean {
  const wanted = contentOf(conversation.turns[question.turn]?.text.slice(question.from, question.to) ?? '');
  if (nodded(conversation, question)) return true;
  const crowd = conversation.participants.filter(({ side }) => side === 'them').length >= CROWD;
  const wantsNumber = HOW_MUCH.test(conversation.turns[question.turn]?.text.slice(question.from, question.to) ?? '');
  const asker = conversation.turns[question.turn]?.speaker;
  let oursSeen = 0;
  let theirsSeen = 0;
  for (let r = asked + 1; r < runs.length && oursSeen < 2 && theirsSeen < 2; r++) {
    const run = runs[r];
    if (!run) break;
    const boasts = (acts[run.turns[0] ?? 0] ?? [])[0]?.act.startsWith('pitch.') ?? false;
    const reply = run.turns.map((i) => conversation.turns[i]?.text ?? '').join('\n');
    const fits =
      run.speaker !== asker &&
      answers(reply, wanted, r === asked + 1 && ((run.side === 'us' && !boasts && (!wantsNumber || AMOUNT.test(reply))) || crowd));
    if (run.side === 'us') oursSeen++;
    else theirsSeen++;
    if (fits) return true;
  }
  return false;
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
function nodded(conversation: Conversation, question: OpenQuestion): boolean {
  const asker = conversation.turns[question.turn]?.speaker;
  return conversation.turns
    .slice(question.turn + 1, question.turn + 1 + NEAR)
    .some((turn) => turn.speaker !== asker && isBackChannel(turn.text) && NOD.test(turn.text));
}

function answers(reply: string, wanted: Set<string>, atOnce: boolean): boolean {
  const sentences = sentencesOf(reply);
  const statements = sentences.filter((sentence) => sentence.ends !== '?' && sentence.said >= 3);
  const first = sentences[0]?.words[0]?.w;
  if (first && ANSWERS.has(first) && sentences[0]?.ends !== '?') return true;
  if (statements.some((sentence) => overlaps(contentOf(reply.slice(sentence.from, sentence.to)), wanted))) return true;
  return atOnce && statements.length > 0 && sentences[0]?.ends !== '?' && !MOVES_ON.test(reply);
}

function contentOf(text: string): Set<string> {
  return new Set(
    hear(text)
      .words.filter(({ w }) => isContent(w))
      .map(({ w }) => stemOf(w)),
  );
}

function overlaps(a: Set<string>, b: Set<string>): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}
