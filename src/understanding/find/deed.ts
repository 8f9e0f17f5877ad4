import type { Tongue } from '../language/tongue.ts';
import type { Due } from './due.ts';

/** A promise or a request as it was said, from its first word to the end of its quote, and what stood in the sentence before it. */
interface Clause {
  clause: string;
  before: string;
  due: Due | null;
  whom: string | null;
  tongue: Tongue;
}

const MOST = 18;

/**
 * The deed as a clause: from its verb on, without the time, the "I will" and what is said on beside it; "you" becomes the name of whom it is owed to.
 * Null when nothing is left that says what.
 */
export function deedIn({ clause, before, due, whom, tongue }: Clause): string | null {
  const timeless = due ? `${clause.slice(0, due.from)} ${clause.slice(due.to)}` : clause;
  const said = begunAgain(tidy(timeless, tongue));
  const given = GIVEN.exec(said)?.[1];
  const opened = given ?? said.replace(/^(?:please,? )?let (?:me|us) know\b/i, 'say').replace(OPENING, '');
  const cut = TAILS.reduce((rest, tail) => rest.replace(tail, ''), opened.split(/[;.!?]\s|[;:.!?]+$/)[0] ?? '');
  const deed = ended(withNames(cut.replace(HELD, '$1'), whom === null ? null : calledIn(whom)));
  if (/^(?:(?:have|get|send) )?(?:that|it|this)$/i.test(deed)) return beginning(before) ?? (given || due ? 'send it' : null);
  const words = deed.split(' ').filter(Boolean);
  return words.length < 2 ? null : whole(words);
}

/** Cut where it grows long, but not after a word that leads on. */
function whole(words: string[]): string {
  const kept = words.slice(0, MOST);
  while (words.length > MOST && kept.length > 2 && LEADS_ON.has(kept.at(-1) ?? '')) kept.pop();
  return kept.join(' ');
}

const LEADS_ON = new Set(
  'to of for the a an and with from in on at by his her their our my its that which who or van de het een en met voor om te'.split(' '),
);

const OPENING =
  /^(?:(?:i|we|you)(?:['’]ll|['’]m| will| shall| can| am| are|['’]re| would like you)? )?(?:(?:going to|gonna|happy to|try to|please,?|to|just|also|then|definitely|probably|maybe|let me|let us|could|can|would|will|you|please|promise to|promise|actually|really|be able to|um|uh|zal|ga|gaan|zullen|even|eens|kun|kunt|zou|je|u|ik|we) )*/i;
/** "You will have the list": what is given is the deed. */
const GIVEN = /^you(?:['’]ll| will) (?:have|get|receive) (?!to\b|back\b)(.+)$/i;
/** "Have the two units with you": likewise. */
const HELD = /^(?:have|get) (.+?) (?:(?:brought|sent|delivered) )?(?:with|over to|to|ready for) you\b/i;

/** What is said on after the deed: another clause, a reason, an aside. */
const TAILS = [
  /,? (?:and then|so that|because|but|maar|want|omdat|zodat)\b.*$/i,
  /,? and (?:i|we|you|they|he|she|it)\b(?:['’]ll|['’]d)?.*$/i,
  /[,–—] ?(?:what|which|who|where|so|then|not|dan|niet|krijg|mind|okay|right|if that|and so|you know|i promise|i mean|i think|to be)\b.*$/i,
  /,? (?:and|en) (?:tell|let) (?:you|je|u|jullie)(?: know)?$/i,
  /(?:[\s,:–—-]|\b(?:and|so|then|okay|right|yeah|for you|um|uh|en|dan|too|as well|please)\b)+$/i,
];

function tidy(said: string, tongue: Tongue): string {
  const plain = tongue === 'en' ? said.replace(/\b(?:um+|uh+|er|erm),? /gi, '') : said;
  return plain
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .replace(/,(?=[,.;:])/g, '')
    .replace(/\b(\w+) \1\b/gi, '$1')
    .trim();
}

/** "I'll get in, I'll write it up": said anew after a false start. */
function begunAgain(said: string): string {
  const start = /^(?:\S+ ){1,3}\S+, (?=(?:i|we)(?:['’]ll| will) )/i.exec(said)?.[0];
  return start && said.length > start.length + 8 ? said.slice(start.length) : said;
}

const GIVES = 'send|give|bring|get|mail|email|forward|share|stuur|sturen|mail|mailen|breng|geef|geven|bel|bellen';
const TAKES =
  'tell|let|call|ring|phone|ask|show|help|copy|meet|visit|remind|keep|text|ping|invite|join|update|to|with|for|from|at|on|by|pick|drive|pay|introduce';

const ONE: Record<string, string> = { are: 'is', were: 'was', have: 'has' };

/** "You" by name where the deed is done to them, nobody where something is given, "they" where they do something themselves. */
function withNames(deed: string, name: string | null): string {
  const them = name ?? 'them';
  return deed
    .replace(/^hear (?:(?:it|that|this) )?from (?:me|us)\b(?: first)?/i, `get back to ${them}`)
    .replace(new RegExp(`\\b(${GIVES}) (?:to )?(?:you|me|us|je|jou|u|jullie|mij)\\b(?! (?:know|to|in)\\b)`, 'gi'), '$1')
    .replace(new RegExp(`\\b(${TAKES}) you\\b`, 'gi'), `$1 ${them}`)
    .replace(/^(\w+) (?:me|us|je|jou|u|jullie|mij)\b(?! (?:know|to|when|if|how))/i, '$1')
    .replace(/^(write|speak|talk|listen) you\b/i, `$1 to ${them}`)
    .replace(/\byour\b/gi, (_, at: number, all: string) => (name && !all.slice(0, at).includes(name) ? `${name}'s` : 'their'))
    .replace(/\byou (are|were|have)\b/gi, (_, verb: string) => (name ? `${name} ${ONE[verb.toLowerCase()]}` : `they ${verb}`))
    .replace(/\byou\b/gi, 'they')
    .trim();
}

const TITLES = new Set('dr mr mrs ms miss prof herr frau mevr dhr sir madam'.split(' '));

/** The name somebody goes by in a sentence: "Knopf, Walter (External)" is Walter, "Dr Amina Yusuf" is Amina. Null for an address. */
function calledIn(name: string): string | null {
  if (name.includes('@')) return null;
  const bare = name.replace(/\(.*?\)/g, '').trim();
  const ordered = /^[^,]+, ?(.+)$/.exec(bare)?.[1] ?? bare;
  return ordered.split(/\s+/).find((word) => !TITLES.has(word.toLowerCase().replace('.', ''))) ?? null;
}

/** "The churn by year, you will have that by Wednesday": what "that" is, stands before. */
function beginning(before: string): string | null {
  const first = (before.split(/[,;:]/)[0] ?? '').replace(/^(?:(?:and|so|but|well|okay|en|dus|maar)\s+)+/i, '').trim();
  return first.split(' ').length >= 2 && !/^(?:if|once|when|als|i|we|you)\b/i.test(first) ? first : null;
}

function ended(deed: string): string {
  return deed
    .replace(/(?:[\s,:–—-]|\b(?:and|so|then|en|dan|too|please)\b)+$/i, '')
    .replace(/, (and|en) /g, ' $1 ')
    .replace(/\s+/g, ' ')
    .trim();
}
