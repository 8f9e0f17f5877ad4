import { hear, type Word } from '../language/words.ts';

const OTHERS: Record<string, string> = {
  i: 'they',
  we: 'they',
  me: 'them',
  us: 'them',
  my: 'their',
  our: 'their',
  mine: 'theirs',
  ours: 'theirs',
  am: 'are',
  myself: 'themselves',
  ourselves: 'themselves',
  your: 'our',
  yours: 'ours',
};
const VERBS = new Set(
  'are were do did have had can could will would should only just never also never sell offer make work promised said call called send sent'.split(
    ' ',
  ),
);
const BEFORE_US = new Set(
  'to from with for by of at about like love call called tell told ask asked need trust heard thought thanks thank recommended around'.split(
    ' ',
  ),
);
const SUPPOSING = new Set('think know guess suppose mean believe'.split(' '));
const DROPPED = new Set('like yeah okay so and but well'.split(' '));

/**
 * A short wording of ours for what somebody said about themselves: "we need one list" becomes "They need one list". English only: other
 * languages bend their verbs, so they get null and the quote speaks for itself. At most 16 words.
 */
export function inOurWords(said: string, tongue: 'en' | 'nl'): string | null {
  if (tongue !== 'en') return null;
  const { words } = hear(said);
  while (words[0] && DROPPED.has(words[0].w)) words.shift();
  if (words[0]?.w === 'i' && SUPPOSING.has(words[1]?.w ?? '') && words.length > 5) words.splice(0, words[2]?.w === 'that' ? 3 : 2);
  if (words.some((word, i) => word.w === 'you' && !aboutUs(words[i - 1], words[i + 1]))) return null;
  const out: string[] = [];
  words.slice(0, 16).forEach((word, i) => {
    out.push(turned(word, words[i - 1], words[i + 1], said));
  });
  if (out.length < 2 || words.length > 24 || words.some(({ w }) => w.length === 1 && !/[ia\d]/.test(w))) return null;
  const line = out
    .join(' ')
    .replace(/\bthey was\b/g, 'they were')
    .replace(/\bthey has\b/g, 'they have');
  return capital(words.length > 16 ? `${line} …` : line);
}

/** Is this "you" really us, or anybody ("you never know")? */
function aboutUs(before: Word | undefined, next: Word | undefined): boolean {
  return VERBS.has(next?.w ?? '') || BEFORE_US.has(before?.w ?? '');
}

function turned(word: Word, before: Word | undefined, next: Word | undefined, said: string): string {
  if (word.w === 'you') return next && VERBS.has(next.w) ? 'we' : 'us';
  const other = OTHERS[word.w];
  if (other) return other;
  if (word.w === 'are' && before?.w === 'you') return 'are';
  const asSaid = said.slice(word.from, word.to);
  return /^\p{Lu}/u.test(asSaid) && word.from > 0 && asSaid.toLowerCase() === word.w ? asSaid : word.w;
}

/** First letter upper case, the rest as it is. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
