import { type Phrases, plantPhrases } from '../language/phrases.ts';
import type { Tongue } from '../language/tongue.ts';
import { ASKING_EN } from './asking-en.ts';
import type { CueTag, Lexicon } from './cue.ts';
import { CUES_NL } from './cues-nl.ts';
import { TELLING_EN } from './telling-en.ts';

const planted = new Map<Tongue, Phrases<CueTag>>();

/** All cues of a language as one tree, built when first asked for. */
export function phrasesOf(tongue: Tongue): Phrases<CueTag> {
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

const CONDITIONS_EN: Lexicon = { classes: {}, cues: [{ tag: 'condition', strong: 'if, unless, provided, assuming, as long as, in case' }] };
