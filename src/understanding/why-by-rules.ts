import type { Act } from '#model/act.ts';
import type { FindingKind } from '#model/finding.ts';
import { MOST_WORDS, type Why, type WhyWords } from '#model/why.ts';
import type { FindTag } from './find/cue.ts';
import { findPhrasesOf } from './find/lexicon.ts';
import type { CueTag } from './label/cue.ts';
import { cuesIn } from './label/lexicon.ts';
import { openerOf } from './label/questions.ts';
import { isContent, stemOf } from './language/content.ts';
import { bestHits, type Hit, hitsIn } from './language/phrases.ts';
import type { Sentence } from './language/sentences.ts';
import type { Tongue } from './language/tongue.ts';

const ASKS: CueTag[] = ['ask.open', 'ask.inner', 'ask.closed', 'ask.invite', 'ask.tag'];
const REFLECTS: CueTag[] = ['say-back', 'meaning'];

/** The cues that the rules read an act from, where it is not the one of its own name. */
const BEHIND_ACT: Partial<Record<Act, CueTag[]>> = {
  'question.open': ASKS,
  'question.closed': ASKS,
  'reflection.simple': REFLECTS,
  'reflection.complex': REFLECTS,
  information: [],
  other: [],
  'self-disclosure': ['self-disclosure', 'feeling'],
};

const DEPTHS: FindTag[] = ['depth.4', 'depth.3', 'depth.2', 'depth.1'];
const BEHIND_FINDING: Record<FindingKind, { acting?: CueTag[]; finding?: FindTag[] }> = {
  need: { acting: ['need', 'implication'], finding: DEPTHS },
  commitment: { acting: ['commitment'], finding: ['errand', 'to-you'] },
  request: { acting: ['request'], finding: ['errand'] },
  'trait.value': { finding: ['trait.value'] },
  'trait.risk': { finding: ['trait.risk', 'bold', 'small-first'] },
  'trait.interest': { finding: ['trait.interest'] },
  'trait.irritant': { finding: ['trait.irritant'] },
  'trait.preference': { finding: ['trait.preference'] },
  'trait.goal': { finding: ['trait.goal'] },
  'trait.event': { finding: ['trait.event'] },
  'belief.true': { finding: ['trusting', 'belief'] },
  'belief.false': { finding: ['belief', 'limits'] },
  'belief.gap': { finding: ['belief.gap'] },
  feeling: { acting: ['feeling'] },
  feedback: { finding: ['feedback', 'praise', 'blame'] },
  referral: { finding: ['referral', 'send-on'] },
  competitor: { finding: ['competitor'] },
  objection: { finding: ['objection', 'subject.price', 'subject.timing', 'subject.authority', 'subject.no-need', 'subject.trust'] },
};

/** The cue words that the rules read an act from. `before` is what the others said just before. */
export function whyActByRules(act: Act, sentence: Sentence, tongue: Tongue, before: Sentence[]): Why {
  const hits = cuesIn(tongue, sentence.words);
  const cues = (BEHIND_ACT[act] ?? [act as CueTag]).map((tag) => hits.get(tag));
  const asks = act.startsWith('question.') && sentence.ends === '?';
  const opener = act === 'question.open' ? openerOf(sentence) : -1;
  const opens = opener < 0 ? [] : [{ start: opener, end: opener + 1, p: 0.5 }];
  const again = act.startsWith('reflection.') ? saidAgain(sentence, before) : [];
  return {
    words: placesOf(sentence, [...cues, ...opens, ...again]),
    reasons: [...(asks ? (['question-mark'] as const) : []), ...(again.length > 0 ? (['same-words'] as const) : [])],
  };
}

/** The cue words that the rules read a finding from. */
export function whyFindingByRules(kind: FindingKind, sentence: Sentence, tongue: Tongue): Why {
  const { acting = [], finding = [] } = BEHIND_FINDING[kind];
  const acts = cuesIn(tongue, sentence.words);
  const found = bestHits(hitsIn(findPhrasesOf(tongue), sentence.words));
  const asks = kind === 'belief.gap' && sentence.ends === '?';
  return {
    words: placesOf(sentence, [...acting.map((tag) => acts.get(tag)), ...finding.map((tag) => found.get(tag))]),
    reasons: asks ? ['question-mark'] : [],
  };
}

type Place = Pick<Hit<string>, 'start' | 'end' | 'p'>;

/** The words of a sentence that the others had said. */
function saidAgain({ words }: Sentence, before: Sentence[]): Place[] {
  const theirs = new Set(before.flatMap((sentence) => sentence.words.filter(({ w }) => isContent(w)).map(({ w }) => stemOf(w))));
  return words.flatMap(({ w }, i) => (isContent(w) && theirs.has(stemOf(w)) ? [{ start: i, end: i + 1, p: 0.5 }] : []));
}

/** Cues as characters, the surest first; those that touch or lie in one another are one. */
function placesOf({ words }: Sentence, hits: (Place | undefined)[]): WhyWords[] {
  const places: WhyWords[] = [];
  const inOrder = hits.filter((hit) => hit !== undefined).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, p } of inOrder) {
    const from = words[start]?.from;
    const to = words[end - 1]?.to;
    if (from === undefined || to === undefined) continue;
    const open = places.at(-1);
    if (open && from <= open.to + 1) {
      open.to = Math.max(open.to, to);
      open.share = Math.max(open.share, p);
    } else places.push({ from, to, share: p });
  }
  const all = places.reduce((sum, { share }) => sum + share, 0);
  return places
    .sort((a, b) => b.share - a.share || a.from - b.from)
    .slice(0, MOST_WORDS)
    .map((place) => ({ ...place, share: Math.round((place.share / all) * 100) / 100 }));
}
