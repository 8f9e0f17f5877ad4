const MOST_WORDS = 12;
const BECAUSE = /\b(?:because(?: of)?|since|due to|over|after)\s+(.+)/i;
const OF_IT = /^(?:\s+\w+)?\s+(?:about|of|at|by|with|for|to (?:see|hear|find|know)|that|when|if)\s+(.+)/i;

/**
 * What a feeling comes from, as they say it: what follows "worried about", "tired of", "because"; up to the end of that clause, twelve words at most.
 * Null when the sentence names none.
 */
export function causeIn(sentence: string, feeling: string | null): string | null {
  const at = feeling === null ? -1 : sentence.toLowerCase().indexOf(feeling.toLowerCase());
  const after = at < 0 ? '' : sentence.slice(at + (feeling?.length ?? 0));
  const cause = OF_IT.exec(after)?.[1] ?? BECAUSE.exec(sentence)?.[1];
  if (!cause) return null;
  const clause = (cause.split(/[.;!?]|,\s*(?:and|but|so|which)\b|\s(?:but|so|and (?:i|we))\s/i)[0] ?? '').trim().replace(/[,:–—-]+$/, '');
  const words = clause.split(/\s+/).filter(Boolean);
  return words.length === 0 ? null : words.slice(0, MOST_WORDS).join(' ');
}
