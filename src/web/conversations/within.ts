/** Words found in a turn, as places in its text: UTF-16 units, as JavaScript counts them. */
export interface Hit {
  turn: number;
  from: number;
  to: number;
}

/** A text as it is compared: without capitals and accents, and for each letter of that, and its end, where it stands in the text. */
interface Folded {
  turn: number;
  text: string;
  /** Null: letter for letter the same places. */
  at: number[] | null;
}

const PLAIN = /^[\x20-\x7e\n]*$/;
/** Written in several ways, typed in one. */
const ALIKE: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
};

/** Folded once for a conversation: each letter typed after that is a plain search. */
export function foldTurns(turns: { i: number; text: string }[]): Folded[] {
  return turns.map(({ i, text }) => ({ turn: i, ...foldedWithPlaces(text) }));
}

function foldedWithPlaces(text: string): Omit<Folded, 'turn'> {
  if (PLAIN.test(text)) return { text: text.toLowerCase().replaceAll('\n', ' '), at: null };
  let folded = '';
  const at: number[] = [];
  let place = 0;
  for (const letter of text) {
    const plain = foldLetter(letter);
    folded += plain;
    for (let n = 0; n < plain.length; n++) at.push(place);
    place += letter.length;
  }
  at.push(place);
  return { text: folded, at };
}

const folds = new Map<string, string>();

// Each letter is folded once: a conversation has few of them, many times over.
function foldLetter(letter: string): string {
  const known = folds.get(letter);
  if (known !== undefined) return known;
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\p{M}/gu, '');
  const folded = /\s/u.test(letter) ? ' ' : (ALIKE[plain] ?? plain);
  folds.set(letter, folded);
  return folded;
}

/** Every place where the sought words stand, in reading order, none over another. Nothing is found for nothing. */
export function hitsIn(folded: Folded[], sought: string): Hit[] {
  const needle = foldedWithPlaces(sought.replace(/\s+/gu, ' ').trim()).text;
  if (!needle) return [];
  const hits: Hit[] = [];
  for (const { turn, text, at } of folded) {
    for (let from = text.indexOf(needle); from >= 0; from = text.indexOf(needle, from + needle.length)) {
      const to = from + needle.length;
      hits.push(at ? { turn, from: at[from] ?? 0, to: wholeLetter(at, to) } : { turn, from, to });
    }
  }
  return hits.filter((hit) => hit.from < hit.to);
}

// "ß" is compared as two letters: half of it is marked as the whole.
function wholeLetter(at: number[], to: number): number {
  let end = to;
  while (end > 0 && end < at.length - 1 && at[end] === at[end - 1]) end++;
  return at[end] ?? at.at(-1) ?? 0;
}

export function hitsByTurn(hits: Hit[]): Map<number, Hit[]> {
  const map = new Map<number, Hit[]>();
  for (const hit of hits) {
    const there = map.get(hit.turn);
    if (there) there.push(hit);
    else map.set(hit.turn, [hit]);
  }
  return map;
}

/** The first hit at or after the turn being read; from the top again when there is none. */
export function firstFrom(hits: Hit[], turn: number): number {
  return Math.max(
    0,
    hits.findIndex((hit) => hit.turn >= turn),
  );
}

/** One further or back, round and round. */
export function walked(at: number, by: 1 | -1, all: number): number {
  return all === 0 ? 0 : (at + by + all) % all;
}

/** A turn may be longer than the window: once it is drawn, the hit itself comes into view. @returns what stops waiting for that. */
export function bringIntoView(): () => void {
  let left = 6;
  let frame = 0;
  const look = () => {
    const mark = document.querySelector('mark.hit.now');
    if (mark) mark.scrollIntoView({ block: 'nearest' });
    else if (left-- > 0) frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}
