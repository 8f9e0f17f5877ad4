import story from './story.json' with { type: 'json' };
import type { Told, Waiting } from './told.ts';

/**
 * The conversations that are still fresh, and what waits in them to be confirmed where Heed hears it there; what else it hears was put aside, and
 * elsewhere all was settled long ago. Two at least wait in each, whatever the engine hears: then its surest.
 */
export const FRESH: Readonly<Record<string, readonly Waiting[]>> = {
  second: [
    { kind: 'need', quote: 'most of them are nothing, so everybody has learned to not look' },
    { kind: 'need', quote: 'I have to have a name and a time' },
    { kind: 'feeling', quote: 'It makes me angry already now' },
    { kind: 'need', quote: 'go in the water in July on a normal Tuesday' },
    { kind: 'belief.gap', quote: 'Do you have somebody like that, who is our size?' },
    { kind: 'belief.gap', quote: 'would I see in the file what was said, or only that she called?' },
    { kind: 'need', quote: 'I want to ask a woman with my job one thing' },
    { kind: 'commitment', quote: "I'll give you Priya's number in the same mail" },
  ],
  'amina-mail': [
    { kind: 'need', quote: 'I need a day from you, one that holds' },
    { kind: 'feeling', quote: 'I am worried that somebody will simply switch it off' },
  ],
  'hana-mail': [
    { kind: 'need', quote: 'I worry that we lose the whole auction day in December' },
    { kind: 'need', quote: 'how it will look when the phone rings in the middle of the auction' },
    { kind: 'commitment', quote: 'I will send you the hours of the December auctions tomorrow' },
  ],
  sam: [
    { kind: 'need', quote: "I try to see the person who's always tired" },
    { kind: 'belief.false', quote: "They'll ask what happens if the big one comes" },
    { kind: 'commitment', quote: "you'll have that by Wednesday" },
    { kind: 'commitment', quote: "I'll introduce you to Marian Holt next week" },
  ],
};

/**
 * In the order it is told: of all that weighs the same, what is told last stands at the head of a person's page. The tests hold the file to its type.
 */
export const STORY = story as readonly Told[];
