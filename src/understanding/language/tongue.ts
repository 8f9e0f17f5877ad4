import type { Word } from './words.ts';

/** The languages that the rules know. */
export type Tongue = 'en' | 'nl';

const DUTCH = new Set(
  'de het een ik je jij jullie wij zij niet dat voor met van zijn hebben heb heeft maar naar ook wat wel nog als dan bij kan moet gaan dit deze onze ons geen graag mij mijn jouw jou uw hun waarom hoe wie waar welke hoeveel wanneer goed punt dank bedankt dankjewel goedemorgen goedemiddag goedenavond hallo fijn fijne prettig precies inderdaad daardoor omdat daarmee kost gaat gebeurt duurt elke twee drie morgen vandaag maandag dinsdag woensdag donderdag vrijdag zal zou zullen zouden kun kunt kunnen moeten wil willen ben bent bel bellen stuur sturen laat komt vind zeg dochter zoon probleem niemand iemand iets niets meer geloven beloof alles er u toch klopt wij'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'the i you they it not that for with and have has but to what are if at can must this our us no my on be'.split(' '),
);

/** Which language these words are in; `otherwise` when they are too few or do not tell. */
export function tongueOf(words: Iterable<Word>, otherwise: Tongue = 'en'): Tongue {
  let dutch = 0;
  let english = 0;
  for (const { w } of words) {
    if (DUTCH.has(w)) dutch++;
    if (ENGLISH.has(w)) english++;
  }
  if (dutch > english * 1.5) return 'nl';
  return english > dutch * 1.5 ? 'en' : otherwise;
}
