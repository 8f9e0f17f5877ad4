import type { Conversation } from '#model/conversation.ts';
import type { Said } from './heard.ts';

const NO_NAME = new Set(
  `i ok okay english dutch french german spanish monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december europe
  netherlands germany france england britain america london amsterdam paris berlin google internet tv lcd led usb god christmas easter engels nederlands duits frans duitsland nederland belgie frankrijk spanje maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mr mrs ms dr`.split(
    /\s+/,
  ),
);
const NAME = /^\p{Lu}[\p{L}\p{N}&.-]*$/u;

/** A name within `reach` words of a cue: capitalised, not the first word of the sentence, not a day, a country or one who is here. */
export function nameNear(said: Said, hit: { start: number; end: number }, conversation: Conversation, reach: number): string | null {
  const { sentence, text } = said;
  const here = new Set(conversation.participants.flatMap(({ name }) => name.toLowerCase().split(/[\s,.()]+/)));
  const at = (i: number): string | null => {
    const word = sentence.words[i];
    if (!word || word.from === sentence.from) return null;
    const as = text.slice(word.from, word.to).replace(/['’]s$/, '');
    return NAME.test(as) && !as.includes('_') && as.length > 1 && !NO_NAME.has(as.toLowerCase()) && !here.has(as.toLowerCase()) ? as : null;
  };
  const around = [...Array(reach).keys()].flatMap((n) => [hit.end + n, hit.start - 1 - n]);
  const inside = [...Array(hit.end - hit.start).keys()].map((n) => hit.start + n);
  for (const i of [...inside, ...around]) {
    if (!at(i)) continue;
    let first = i;
    let last = i;
    while (at(first - 1)) first--;
    while (at(last + 1)) last++;
    return [...Array(last - first + 1).keys()].map((n) => at(first + n)).join(' ');
  }
  return null;
}
