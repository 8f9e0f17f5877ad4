import type { Depth, Finding } from '#model/finding.ts';
import type { Said } from './heard.ts';
import { quoteAround } from './quote.ts';
import { untidiness } from './untidy.ts';
import { inOurWords } from './wording.ts';

const OWN = new Set('we me ik wij mij ons onze mijn'.split(' '));

/** A need or a pain in their own words, and how deep it lies (methods.md 4.9). What only the meeting needs is none. */
export function needIn(said: Said): Finding | null {
  const hit = said.acting.get('need');
  const p = said.act('need');
  const { sentence, text } = said;
  if (!hit || p === 0 || said.asks || said.side === 'us' || sentence.words.length < 4) return null;
  const own = sentence.words.some(({ w }) => OWN.has(w));
  const depth = depthOf(said);
  let sure = p - (said.side === 'unknown' ? 0.05 : 0) - (own ? 0 : 0.25) - untidiness(said) - (sentence.hedged ? 0.1 : 0);
  if (depth >= 2 || said.act('implication') > 0) sure += 0.08;
  if (said.act('advice') > 0) sure -= 0.15;
  if (sure < 0.6 || (hit.p < 0.8 && (!own || (depth === 0 && said.act('feeling') < 0.7)))) return null;
  const quote = quoteAround(text, sentence, hit);
  const words = text.slice(quote.from, quote.to);
  return {
    kind: 'need',
    who: said.speaker,
    quote: words,
    turn: said.turn,
    from: quote.from,
    to: quote.to,
    p: Math.min(0.95, Math.round(sure * 100) / 100),
    statement: inOurWords(words, said.tongue),
    depth,
  };
}

function depthOf({ finding, act }: Said): Depth {
  if (finding.has('depth.4')) return 4;
  if (finding.has('depth.3') || act('feeling') >= 0.7) return 3;
  if (finding.has('depth.2')) return 2;
  return finding.has('depth.1') ? 1 : 0;
}
