import { hear, type Word } from '../language/words.ts';

const OTHERS: Record<string, string> = {
  my: 'their',
  our: 'their',
  mine: 'theirs',
  ours: 'theirs',
  your: 'our',
  yours: 'ours',
  myself: 'themselves',
};
const OWN = new Set('i we me us'.split(' '));
const BEFORE_US = new Set(
  'to from with for by of at about like love call called tell told ask asked need trust trusts heard thought thanks thank recommended around'.split(
    ' ',
  ),
);
const SUPPOSING = new Set('think know guess suppose mean believe'.split(' '));
const DROPPED = new Set('like yeah okay so and but well look no yes because honestly now then'.split(' '));
/** A second clause begins: what comes then is said better by the quote. */
const JOINTS = new Set('and but because if when which while although unless or so'.split(' '));
const MOST = 12;

/**
 * A short wording of ours for what somebody said: "we need one list" becomes "One list", "I like to keep what I sign" becomes "Likes to keep what they
 * sign". One plain clause of at most 12 words or nothing: where our words would read worse than theirs the quote speaks for itself. English only.
 */
export function inOurWords(said: string, tongue: 'en' | 'nl'): string | null {
  if (tongue !== 'en') return null;
  const clause = firstClause(said);
  if (clause === null) return null;
  const words = hear(clause).words.filter(({ w }, i, all) => !DROPPED.has(w) || all.slice(0, i).some((before) => !DROPPED.has(before.w)));
  if (words[0]?.w === 'i' && SUPPOSING.has(words[1]?.w ?? '') && words.length > 5) words.splice(0, words[2]?.w === 'that' ? 3 : 2);
  if (words.length < 2 || words.length > MOST || words.some(({ w }, i) => i > 0 && JOINTS.has(w))) return null;
  if (words.some(({ w }) => w.length === 1 && !/[ia\d]/.test(w))) return null;
  const wanted = wantedIn(words);
  if (wanted) return phrase(wanted, clause);
  const first = words[0]?.w;
  if (first === 'i') return aboutOne(words, clause);
  if (first === 'we') return phrase(words, clause, 'they');
  if (first === 'you') return aboutUs(words, clause);
  return phrase(words, clause);
}

/** Up to the first comma, when that much stands by itself. */
function firstClause(said: string): string | null {
  const [first, ...rest] = said.split(/[,;:–—]\s/);
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  return first.split(' ').length >= 4 && !/^\W*(?:if|when|because|while|in|on|at|one|what)\b/i.test(first) ? first : null;
}

/** What is asked for: "I would like a map" is "A map", "what I do not have is a name" is "A name". */
function wantedIn(words: Word[]): Word[] | null {
  const line = words.map(({ w }) => w).join(' ');
  const opening =
    /^(?:i|we) (?:would )?(?:like|need|want|require|miss|lack) (?=(?:a|an|one|two|three|some|somebody|someone|something|more|less|fewer|better|clear|the|to know|to believe|help|proof|people|it|our|my)\b)/.exec(
      line,
    ) ??
    /^what (?:i|we) (?:do not have|need|would need|want|would want|miss|lack) is /.exec(line) ??
    /^(?:i|we) (?:am|are) looking for /.exec(line);
  if (!opening) return null;
  const gone = opening[0].trim().split(' ').length;
  const rest = words.slice(gone);
  return rest.length >= 2 && !(rest[0]?.w === 'it' && rest.length < 4) ? rest : null;
}

const PAST = new Set(
  'lost bought told went was had did said made got took came saw knew thought left grew fought began broke chose felt found gave heard held kept led met paid put ran sent sold spent stood taught won wrote rang studied'.split(
    ' ',
  ),
);
const FIXED = new Set('can could would will should must may might'.split(' '));
const BENT: Record<string, string> = { am: 'is', have: 'has', do: 'does', go: 'goes', are: 'is' };

/** "I swim" is "Swims": the person is known where it stands. */
function aboutOne(words: Word[], clause: string): string | null {
  const rest = words.slice(1);
  const at = /^(?:always|never|often|usually|still|only)$/.test(rest[0]?.w ?? '') ? 1 : 0;
  const verb = rest[at];
  const line = phrase(rest, clause);
  if (!verb || line === null) return null;
  const bent = third(verb.w);
  return capital([...line.split(' ').slice(0, at), bent, ...line.split(' ').slice(at + 1)].join(' '));
}

function third(verb: string): string {
  if (BENT[verb]) return BENT[verb];
  if (FIXED.has(verb) || PAST.has(verb) || verb.endsWith('ed')) return verb;
  if (/(?:s|sh|ch|x|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function aboutUs(words: Word[], clause: string): string | null {
  const rest = phrase(words.slice(1), clause);
  return rest === null ? null : capital(`we ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`);
}

/** These words told of somebody else; null where "I" or an unclear "you" stands in the middle and reads wrong. */
function phrase(words: Word[], clause: string, subject?: string): string | null {
  const out: string[] = [];
  for (const [i, word] of words.entries()) {
    const before = words[i - 1]?.w ?? '';
    if (i === 0 && subject) out.push(subject);
    else if (word.w === 'you') {
      if (!BEFORE_US.has(before)) return null;
      out.push('us');
    } else if (word.w === 'i' && (before === 'what' || before === 'that')) out.push('they');
    else if (OWN.has(word.w)) {
      if (word.w !== 'me' && word.w !== 'us') return null;
      out.push('them');
    } else out.push(OTHERS[word.w] ?? asSaid(word, clause));
  }
  return out.length < 2 ? null : capital(out.join(' ').replace(/\bthey am\b/g, 'they are'));
}

function asSaid(word: Word, clause: string): string {
  const said = clause.slice(word.from, word.to);
  return /^\p{Lu}/u.test(said) && word.from > 0 && said.toLowerCase() === word.w ? said : word.w;
}

/** First letter upper case, the rest as it is. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
