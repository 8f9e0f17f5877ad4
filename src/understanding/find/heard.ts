import type { Act, FoundAct } from '#model/act.ts';
import type { Conversation, Side } from '#model/conversation.ts';
import type { Hearing } from '../heads/hearing.ts';
import type { CueTag } from '../label/cue.ts';
import { cuesIn } from '../label/lexicon.ts';
import { bestHits, type Hit, hitsIn } from '../language/phrases.ts';
import type { Sentence } from '../language/sentences.ts';
import type { Tongue } from '../language/tongue.ts';
import type { FindTag } from './cue.ts';
import { findPhrasesOf } from './lexicon.ts';

/** A sentence with all that is known of it when findings are sought. */
export interface Said {
  turn: number;
  text: string;
  speaker: string;
  side: Side;
  tongue: Tongue;
  sentence: Sentence;
  /** The sentence that follows in the same turn; empty when none does. */
  after: string;
  /** The best cue of each tag, of acts and of findings. */
  acting: Map<CueTag, Hit<CueTag>>;
  finding: Map<FindTag, Hit<FindTag>>;
  /** How sure the labels are of an act in it; 0 when it has none. */
  act: (act: Act) => number;
  asks: boolean;
  /** What the trained heads say of it; null where they do not know the language. */
  heads: Heads | null;
}

/** The confidences of one sentence: `sensed` is what the first layer noticed, -1 to 1. */
interface Heads {
  of: (head: string) => number;
  says: (head: string) => boolean;
  thresholdOf: (head: string) => number;
  sensed: (sensor: string) => number;
}

/** Every sentence of a conversation with its cues and its labels. */
export function sayings(conversation: Conversation, acts: FoundAct[][], hearing: Hearing): Said[] {
  const sides = new Map(conversation.participants.map(({ name, side }) => [name, side]));
  return conversation.turns.flatMap((turn, i) => {
    const { sentences, tongue, firstUnit } = hearing.turns[i] ?? { sentences: [], tongue: 'en' as const, firstUnit: 0 };
    const inOrder = [...(acts[i] ?? [])].sort((a, b) => a.from - b.from);
    let at = 0;
    return sentences.map((sentence, nth) => {
      const next = sentences[nth + 1];
      const inside: FoundAct[] = [];
      // Acts lie within a sentence each, so the ones behind us are done with: once over both, however many there are.
      while (at < inOrder.length && (inOrder[at]?.to ?? 0) <= sentence.from) at++;
      for (let j = at; j < inOrder.length; j++) {
        const found = inOrder[j];
        if (!found || found.from >= sentence.to) break;
        if (found.to > sentence.from) inside.push(found);
      }
      const act = (name: Act) => inside.reduce((most, found) => (found.act === name ? Math.max(most, found.p) : most), 0);
      return {
        turn: i,
        text: turn.text,
        speaker: turn.speaker,
        side: sides.get(turn.speaker) ?? 'unknown',
        tongue,
        sentence,
        after: next ? turn.text.slice(next.from, next.to) : '',
        ...cuesOf(hearing, tongue, firstUnit + nth, sentence),
        act,
        asks: act('question.open') > 0 || act('question.closed') > 0,
      };
    });
  });
}

function cuesOf(hearing: Hearing, tongue: Tongue, unit: number, sentence: Sentence): Pick<Said, 'acting' | 'finding' | 'heads'> {
  const known = tongue === 'en' ? hearing.units[unit] : undefined;
  if (!known)
    return { acting: cuesIn(tongue, sentence.words), finding: bestHits(hitsIn(findPhrasesOf(tongue), sentence.words)), heads: null };
  const { of, says, thresholdOf, sensed } = hearing.confidences;
  return {
    acting: known.acting,
    finding: known.finding,
    heads: { of: (head) => of(unit, head), says: (head) => says(unit, head), thresholdOf, sensed: (sensor) => sensed(unit, sensor) },
  };
}
