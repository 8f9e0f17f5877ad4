import { bestHits, type Hit, hitsIn, type Phrases, plantPhrases } from '../language/phrases.ts';
import type { Tongue } from '../language/tongue.ts';
import type { Word } from '../language/words.ts';
import { ASKING_EN } from './asking-en.ts';
import type { CueTag, Lexicon } from './cue.ts';
import { CUES_NL } from './cues-nl.ts';
import { TELLING_EN } from './telling-en.ts';

const planted = new Map<Tongue, Phrases<CueTag>>();

/** All cues of a language as one tree, built when first asked for. */
function phrasesOf(tongue: Tongue): Phrases<CueTag> {
  const known = planted.get(tongue);
  if (known) return known;
  const parts: Lexicon[] = tongue === 'nl' ? [CUES_NL] : [ASKING_EN, TELLING_EN, CONDITIONS_EN];
  const tree = plantPhrases(
    parts.flatMap(({ cues }) => cues),
    Object.assign({}, ...parts.map(({ classes }) => classes)),
  );
  planted.set(tongue, tree);
  return tree;
}

/**
 * The best cue of each tag in a sentence. A promise that is taken back in the same breath ("I will be honest") is gone; another one further on
 * in the sentence stays.
 */
export function cuesIn(tongue: Tongue, words: Word[]): Map<CueTag, Hit<CueTag>> {
  const hits = hitsIn(phrasesOf(tongue), words);
  const denials = hits.filter(({ tag }) => tag === 'not-promise');
  const kept = hits.filter((hit) => hit.tag !== 'commitment' || !denials.some(({ start, end }) => start < hit.end && end > hit.start));
  const best = bestHits(kept);
  const promise = best.get('commitment');
  const first = kept.find(({ tag }) => tag === 'commitment');
  // Of two promises in one sentence the surer gives the confidence, the earlier where it begins.
  if (promise && first) best.set('commitment', { ...promise, start: first.start });
  return best;
}

const CONDITIONS_EN: Lexicon = { classes: {}, cues: [{ tag: 'condition', strong: 'if, unless, provided, assuming, as long as, in case' }] };
