import type { Act, FoundAct } from '#model/act.ts';
import type { Conversation, Side } from '#model/conversation.ts';
import { isUnderstood } from '#model/language.ts';
import { type Hearing, hearingOf } from '../heads/hearing.ts';
import { languagesOf } from '../language/recognise.ts';
import type { Sentence } from '../language/sentences.ts';
import type { Tongue } from '../language/tongue.ts';
import { isBackChannel } from '../measure/back-channel.ts';
import { actsByHeads } from './by-heads.ts';
import { cuesIn } from './lexicon.ts';
import { questionsByMark } from './marked.ts';
import { pitchedThrough } from './pitch.ts';
import { questionIn, type Seen } from './questions.ts';
import { reflectionIn, stemsOf } from './reflections.ts';

interface Context {
  marks: boolean;
  tongue: Tongue;
  /** Stems of what the others said since this speaker last spoke, and whether it was put to them by another. */
  before: Set<string>;
}

/**
 * What each turn does: acts with the characters they cover and a confidence (design.md section 5): English by the trained heads, Dutch by rules.
 * The list at index i belongs to turn i; every turn with words of the speaker's own has at least one act. Lines forwarded with ">" have none, and
 * turns in another language only the questions that carry their mark.
 */
export function label(conversation: Conversation, hearing: Hearing = hearingOf(conversation)): FoundAct[][] {
  const sides = new Map(conversation.participants.map(({ name, side }) => [name, side]));
  const languages = languagesOf(conversation.turns.map(({ text }) => text));
  const marks = conversation.turns.some(({ text }) => text.includes('?'));
  let speaking: string | null = null;
  let others = new Set<string>();
  let own = new Set<string>();
  return conversation.turns.map((turn, i) => {
    const { tongue, sentences, firstUnit } = hearing.turns[i] ?? { tongue: 'en', sentences: [], firstUnit: 0 };
    if (!isUnderstood(languages[i] ?? 'en')) return questionsByMark(turn.text);
    if (tongue === 'en')
      return sentences.flatMap((_, nth) => {
        const unit = hearing.units[firstUnit + nth];
        return unit ? actsByHeads(unit, firstUnit + nth, hearing.confidences) : [];
      });
    const quiet = isBackChannel(turn.text);
    if (!quiet && turn.speaker !== speaking) {
      others = own;
      own = new Set();
      speaking = turn.speaker;
    }
    const found = actsIn(sentences, sides.get(turn.speaker) ?? 'unknown', { marks, tongue, before: quiet ? new Set() : others });
    if (!quiet) for (const { words } of sentences) for (const stem of stemsOf(words)) own.add(stem);
    return found;
  });
}

/** Reflections stand at the start of a turn: among its first two sentences that say something. */
const START = 2;

function actsIn(sentences: Sentence[], side: Side, context: Context): FoundAct[] {
  const acts: FoundAct[] = [];
  let spoken = 0;
  for (const sentence of sentences) {
    const hits = cuesIn(context.tongue, sentence.words);
    const seen: Seen = { sentence, side, marks: context.marks, cue: (tag) => hits.get(tag)?.p ?? 0 };
    const atStart = spoken < START && side !== 'them';
    if (sentence.words.length >= 3) spoken++;
    acts.push(
      ...actsOf(seen, hits.get('commitment')?.start ?? 0, hits.get('condition')?.start ?? null, atStart ? context.before : new Set()),
    );
  }
  return side === 'us' ? pitchedThrough(acts) : acts;
}

/** What the rules are less sure of than this they do not say: an act that is reported is one they stand by, as with the heads. */
const LIKELY = 0.5;

function actsOf(seen: Seen, promisedAt: number, conditionAt: number | null, before: Set<string>): FoundAct[] {
  const { sentence, cue } = seen;
  const acts: FoundAct[] = [];
  const add = (act: Act, p: number) => acts.push({ act, p: Math.round(p * 100) / 100, from: sentence.from, to: sentence.to });
  const question = questionIn(seen);
  const asks = question !== null && question.p >= LIKELY;
  const reflection = reflectionIn(sentence, cue, before);
  if (reflection && (!asks || (question && reflection.p > 0.5))) acts.push(reflection);
  if (question) acts.push(question);
  const says = reflection && reflection.p >= 0.6;
  if (!asks && !says) for (const { act, p } of tellings(seen, conditionAt !== null && conditionAt < promisedAt)) add(act, p);
  if (
    cue('request') > 0 &&
    cue('ask.invite') === 0 &&
    !(asks && cue('ask.open') >= 0.8) &&
    cue('condition') === 0 &&
    cue('smalltalk') < 0.8
  )
    add('request', cue('request'));
  for (const act of ['thanks', 'affirmation', 'smalltalk'] as const) add(act, cue(act));
  if (asks && cue('advice') >= 0.8 && cue('ask.open') < 0.6) add('advice', 0.6);
  const likely = acts.filter(({ p }) => p >= LIKELY);
  return likely.length > 0 ? likely : [plain(sentence)];
}

function tellings({ sentence, cue, side }: Seen, conditional: boolean): { act: Act; p: number }[] {
  const found: { act: Act; p: number }[] = [];
  const promise = conditional ? 0 : cue('commitment') - (sentence.hedged ? 0.15 : 0);
  found.push({ act: 'commitment', p: promise });
  const feeling = cue('not-feeling') === 0 ? cue('feeling') : 0;
  if (side !== 'us') {
    found.push({ act: 'need', p: cue('not-need') > 0 ? 0 : cue('need') });
    found.push({ act: 'implication', p: cue('implication') - 0.05 });
    found.push({ act: 'feeling', p: feeling });
  }
  found.push({ act: 'advice', p: cue('advice') });
  // What we feel is something we tell of ourselves: the needs and feelings that are listened for are theirs.
  found.push({ act: 'self-disclosure', p: Math.max(cue('self-disclosure'), side === 'us' ? feeling : 0) });
  // "I will ask our engineers" promises; it does not show them off.
  if (side === 'us' && promise < LIKELY) {
    const pitches = (['pitch.mission', 'pitch.expertise', 'pitch.features'] as const).map((act) => ({ act, p: cue(act) }));
    const best = Math.max(...pitches.map(({ p }) => p));
    found.push(...pitches.filter(({ p }, i) => p === best && pitches.findIndex((other) => other.p === best) === i));
  }
  return found;
}

function plain(sentence: Sentence): FoundAct {
  const tells = sentence.words.length >= 4;
  return { act: tells ? 'information' : 'other', p: tells ? 0.7 : 0.65, from: sentence.from, to: sentence.to };
}
