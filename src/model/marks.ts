/** The words of what somebody types to find, in lower case; at most eight count. */
export function soughtWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8);
}

/** Where the sought words stand in a text, each at the beginning of a word: ranges of UTF-16 units, in order, none over another. */
export function marksIn(text: string, words: string[]): [number, number][] {
  const marks: [number, number][] = [];
  const plain = plainLetters(text);
  const sought = words.map(plainLetters);
  for (const match of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const longest = sought.filter((word) => match[0].startsWith(word)).sort((a, b) => b.length - a.length)[0];
    if (longest) marks.push([match.index, match.index + longest.length]);
  }
  return marks;
}

/** In lower case and without marks, letter by letter: one that would change its length stays, so that places remain what they are. */
function plainLetters(text: string): string {
  return text.replace(/\p{Lu}|\P{ASCII}/gu, (letter) => {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === letter.length ? plain : letter;
  });
}

/** At most so many letters of a text around its first mark, whole words, with an ellipsis where it was cut. */
export function snippetOf(text: string, words: string[], most = 160): { text: string; marks: [number, number][] } {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= most) return { text: flat, marks: marksIn(flat, words) };
  const first = marksIn(flat, words)[0]?.[0] ?? 0;
  let from = Math.max(0, Math.min(first - Math.floor(most / 3), flat.length - most));
  if (from > 0) from = flat.indexOf(' ', from) + 1 || from;
  if (from > first) from = first;
  const space = flat.lastIndexOf(' ', from + most);
  const to = from + most >= flat.length ? flat.length : space > first ? space : from + most;
  const cut = `${from > 0 ? '… ' : ''}${flat.slice(from, to)}${to < flat.length ? ' …' : ''}`;
  return { text: cut.toWellFormed(), marks: marksIn(cut, words) };
}
