const LEADS =
  /\b(?:(?:i|we)(?:['’]ve| have|['’]m| am)? (?:really |just |still |also |been |often |always )?(?:love|loved|enjoy|enjoyed|like|adore|collect|collected|play|played|sew|build|built|breed|bred|grow|growing|keep|kept|restore|paint|knit|brew|bake|cook|carve|mend|gather|make|write|sing|sing in|read about|reading about|follow|ride|train|watch|fly|study|learn|learning|do|go|went|gone|race|photograph|into|mad about|crazy about|keen on|fond of|hooked on|passionate about|a fan of|big on)|(?:my|our) (?:thing|passion|hobby|love|weakness)(?:['’]s| is| was)?|thing about|belongs? to|nothing (?:like|better than)|obsessed with|spend (?:\w+ ){1,3}(?:on|in|with)|talk (?:for hours )?about|a bit of)\s+(?:to\s+)?(.+)/i;
const ENDS =
  /[,.;:!?–—]|\s(?:with|in|on|at|for|since|and|but|or|every|until|from|when|while|because|so|as|that|which|who|to|all|most|every|twice|once|by|if|before|after|during|again|now|too|though|now|till|than|i|we|he|she|they|you|it)\b/i;
const FIRST =
  /^(?:the|a|an|my|our|his|her|their|your|some|any|this|that|these|those|all|lots of|a lot of|bits of|old bits of|nine|two|three|four|five|kinds of|going|doing|playing|to)\s+/i;
const MOST_WORDS = 4;
/** Characters of a sentence that are looked at. */
const LONGEST = 600;
const EMPTY = new Set(
  'it that this them him her one so there here something anything everything things thing nothing what bit lot way time much more good well'.split(
    ' ',
  ),
);

/**
 * What somebody likes, as a noun phrase: what follows "I keep", "mad about", "my thing's", up to the end of that phrase, four words at most, without its
 * article; else a word for a pastime ("choir", "birding"). Null when the sentence names none so plainly.
 */
export function interestIn(sentence: string): string | null {
  const after = LEADS.exec(sentence.slice(0, LONGEST))?.[1];
  return (after ? phraseOf(after) : null) ?? PASTIME.exec(sentence.slice(0, LONGEST))?.[0].toLowerCase() ?? null;
}

const PASTIME =
  /\b(?:choir|allotment|telescope|pigeons?|bees|gardening|(?:sea |wild |fly |rock |salsa |folk )?(?:swimming|sailing|fishing|climbing|rowing|running|hiking|cycling|skiing|diving|dancing|singing|knitting|sewing|baking|cooking|birding|gliding|painting|pottery|chess|football|rugby|tennis|cricket|hockey|judo|yoga|theatre|opera|jazz|piano|guitar|violin|cello|drums|organ|accordion|tuba|trains|lighthouses|maps|books|poetry|astronomy|mushrooms|puffins))\b/i;

function phraseOf(after: string): string | null {
  let phrase = (after.split(ENDS)[0] ?? '').trim();
  for (let before = ''; before !== phrase; ) {
    before = phrase;
    phrase = phrase.replace(FIRST, '');
  }
  const words = phrase.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return words.length === 0 || words.every((word) => EMPTY.has(word.toLowerCase())) ? null : words.join(' ');
}
