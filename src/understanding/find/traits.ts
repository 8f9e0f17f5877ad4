import type { Finding, FindingFields, FindingKind } from '#model/finding.ts';
import type { FindTag } from './cue.ts';
import type { Said } from './heard.ts';
import { quoteAround } from './quote.ts';
import { untidiness } from './untidy.ts';
import { inOurWords } from './wording.ts';

export const TRAITS = [
  'trait.value',
  'trait.risk',
  'trait.interest',
  'trait.irritant',
  'trait.preference',
  'trait.goal',
  'trait.event',
] as const;

/** What kind of person speaks: what they value, like, cannot stand, hope for, live through. The surest one a sentence shows. */
export function traitIn(said: Said): Finding | null {
  if (said.side === 'us' || said.asks) return null;
  let best: (typeof TRAITS)[number] | null = null;
  for (const trait of TRAITS) if ((said.finding.get(trait)?.p ?? 0) > (best ? (said.finding.get(best)?.p ?? 0) : 0.6)) best = trait;
  if (!best || said.sentence.words.length < 4 || COURTESY.test(said.text.slice(said.sentence.from, said.sentence.to))) return null;
  const risk = best === 'trait.risk' ? riskOf(said) : null;
  return about(said, best, best, risk ? { statement: risk } : {});
}

/** "I hate to bother you", "your feedback is important to us": manners, not character. */
const COURTESY =
  /\bhate to (?:bother|say|ask|admit|interrupt|trouble|be)\b|^\W*(?:your|we value your|uw|je) (?:\w+ ){1,2}(?:is|are|zijn) (?:\w+ )?(?:important|belangrijk)\b/i;

/** How they stand to risk, in our words. */
export function riskOf({ finding }: Said): string {
  if (finding.has('small-first')) return 'Tries small first';
  return finding.has('bold') ? 'Willing to take a risk' : 'Careful with risk';
}

const NOT_FELT = new Set(['not', 'never', 'less', 'niet', 'minder']);
const MOODS: [RegExp, 'good' | 'bad' | 'mixed'][] = [
  [
    /\b(happy|excited|relieved|proud|glad|grateful|hopeful|thrilled|pleased|delighted|impressed|relief|content|calm|touched|moved|cheerful|love|gelukkig|dankbaar|gerust|blij|trots|opgelucht|enthousiast|tevreden)\b/i,
    'good',
  ],
  [/\b(surprised|torn|verrast)\b/i, 'mixed'],
  [
    /\b(worr(?:ied|ies|ying)|frustrat(?:ed|ing|es)|nervous|anxious|tired|stress(?:ed|ful)|disappointed|annoyed|scared|confused|overwhelmed|angry|upset|uncomfortable|sceptical|skeptical|concerned|sad|embarrass(?:ed|ing)|exhaust(?:ed|ing)|unhappy|lonely|ashamed|furious|lost|desperate|stupid|foolish|guilty|awake|drained|miserable|heartbroken|hopeless|bitter|devastated|helpless|livid|gutted|worn out|burn(?:t|ed) out|cried|in tears|hate|dread|afraid|sick of|fed up|bezorgd|zorgen|bang|moe|boos|gefrustreerd|zenuwachtig|teleurgesteld|gestrest|onzeker|verdrietig|ontevreden|wakker|schuldig|eenzaam|woedend|machteloos|wanhopig|somber|kapot|opgebrand|gespannen|kwaad|uitgeput)\b/i,
    'bad',
  ],
];

/** The first word for a feeling, in small letters, and whether it is good to have. */
export function moodIn(words: string): { word: string; tone: 'good' | 'bad' | 'mixed' } | null {
  for (const [pattern, tone] of MOODS) {
    const match = pattern.exec(words);
    if (match) return { word: match[0].toLowerCase(), tone };
  }
  return null;
}

/** A feeling somebody names as their own: the word, and whether it is good to have. */
export function feelingIn(said: Said): Finding | null {
  const p = said.act('feeling');
  const hit = said.acting.get('feeling');
  if (!hit || p < 0.8 || said.side === 'us' || said.asks) return null;
  if (said.sentence.words.slice(Math.max(0, hit.start - 2), hit.end).some(({ w }) => NOT_FELT.has(w))) return null;
  const words = said.text.slice(said.sentence.words[hit.start]?.from ?? 0, said.sentence.to);
  const mood = moodIn(words);
  if (!mood || mood.word === 'love') return null;
  const own = /\b(?:i|we|me|us|my|ik|we|wij|me|mij|ons)\b/i.test(words);
  const found = own ? about(said, 'feeling', null, { feeling: mood.word, tone: mood.tone }, hit) : null;
  // A wording that leaves out the feeling says something else.
  return found && !found.statement?.toLowerCase().includes(found.feeling ?? '') ? { ...found, statement: null } : found;
}

/** A finding about the speaker, quoted around its cue, worded by us unless `fields` words it. */
export function about(
  said: Said,
  kind: FindingKind,
  tag: FindTag | null,
  fields: FindingFields = {},
  at?: { start: number; end: number },
): Finding | null {
  const hit = at ?? (tag ? said.finding.get(tag) : undefined);
  if (!hit) return null;
  const sure =
    (tag ? (said.finding.get(tag)?.p ?? 0.6) : 0.8) -
    (said.side === 'unknown' ? 0.05 : 0) -
    (said.sentence.hedged ? 0.1 : 0) -
    untidiness(said);
  const { from, to } = quoteAround(said.text, said.sentence, hit);
  const quote = said.text.slice(from, to);
  const statement = fields.statement === undefined ? inOurWords(quote, said.tongue) : fields.statement;
  return { kind, who: said.speaker, quote, turn: said.turn, from, to, p: Math.round(sure * 100) / 100, ...fields, statement };
}
