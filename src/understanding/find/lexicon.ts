import { type Phrases, plantPhrases } from '../language/phrases.ts';
import type { Tongue } from '../language/tongue.ts';
import type { FindTag } from './cue.ts';
import { FINDINGS_EN } from './cues-en.ts';
import { FINDINGS_NL } from './cues-nl.ts';

const planted = new Map<Tongue, Phrases<FindTag>>();

/** All cues of findings of a language as one tree, built when first asked for. */
export function findPhrasesOf(tongue: Tongue): Phrases<FindTag> {
  const known = planted.get(tongue);
  if (known) return known;
  const { cues, classes } = tongue === 'nl' ? FINDINGS_NL : FINDINGS_EN;
  const tree = plantPhrases(cues, classes);
  planted.set(tongue, tree);
  return tree;
}
