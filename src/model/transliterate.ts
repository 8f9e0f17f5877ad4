/** Cyrillic and Greek letters as they are commonly written in Latin ones (BGN/PCGN and ELOT 743, simplified); Latin letters that no decomposition opens. */
const LETTERS: Record<string, string> = {
  ...lettersOf('абвгдежзийклмнопрстуфхцчшщъыьэюя', 'a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'),
  ...lettersOf('ёіїєґў', 'e i i e g u'),
  ...lettersOf('αβγδεζηθικλμνξοπρστυφχψως', 'a v g d e z i th i k l m n x o p r s t y f ch ps o s'),
  ...lettersOf('ђјљњћџѓѕќ', 'd j lj nj c dz g dz k'),
  ...lettersOf('ßæøåðþłđœıħŋŧəƒ', 'ss ae o a d th l d oe i h n t e f'),
};

function lettersOf(from: string, to: string): Record<string, string> {
  const written = to.split(' ');
  return Object.fromEntries([...from].map((letter, i) => [letter, written[i] ?? '']));
}

/** A text in lower-case Latin letters without marks, as far as its letters have one; other scripts stay as they are. */
export function inLatin(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain].map((letter) => LETTERS[letter] ?? letter).join('');
}
