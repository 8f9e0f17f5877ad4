/**
 * When two records may be one person, and how sure that is. Pure. The weights are ours, chosen by hand (docs/decisions/016), not measured: they order
 * what a person decides, and decide nothing.
 */
import { workDomain } from './alias.ts';
import { givenKeyOf, givenOf, matchEmailOf, matchKeyOf } from './match.ts';
import { mayBeShortFor } from './nicknames.ts';

/** Why two may be one, and what speaks against it, each with its weight. */
export const SPEAKS_FOR = {
  mailbox: 0.95,
  link: 0.9,
  'name-and-organisation': 0.85,
  phone: 0.6,
  'similar-and-organisation': 0.55,
  'same-local-part': 0.55,
  name: 0.5,
  'similar-and-domain': 0.5,
  nickname: 0.1,
} as const;
export const SPEAKS_AGAINST = {
  'said-two': 0.97,
  'spoke-together': 0.85,
  birthdays: 0.6,
  'other-names': 0.5,
  'two-at-organisation': 0.5,
  'wrote-together': 0.3,
  'new-year-birthday': 0.05,
} as const;
export type WhySame = keyof typeof SPEAKS_FOR;
export type WhyTwo = keyof typeof SPEAKS_AGAINST;

/** A reason with what fills its sentence: an organisation's name, a phone number, a nickname and its name. */
export interface Reason<Code extends string = string> {
  code: Code;
  params?: Record<string, string>;
}

/** What is compared of somebody. */
export interface Compared {
  name: string;
  emails: string[];
  /** In E.164. */
  phones: string[];
  /** As `matchUrlOf` writes them. */
  links: string[];
  organisations: { key: string; name: string }[];
  birthdays: { month: number; day: number; year: number | null }[];
}

/** What happened between the two. */
export interface Between {
  /** Both took part in one conversation: spoke in it, or wrote in one thread. */
  together: 'spoke' | 'wrote' | null;
  /** A member said that they are two. */
  saidTwo: boolean;
}

export interface Judgement {
  /** 0 to 1; see `scoreOf`. */
  score: number;
  why: Reason<WhySame>[];
  against: Reason<WhyTwo>[];
}

/** Below this nobody is asked. */
export const WORTH_ASKING = 0.25;

export function wordOf(score: number): 'very-likely' | 'likely' | 'unsure' {
  return score >= 0.8 ? 'very-likely' : score >= 0.5 ? 'likely' : 'unsure';
}

/** Is it one person? Said of two records, never of two lives: a member decides. */
export function judge(one: Compared, other: Compared, between: Between): Judgement {
  const why = speaksFor(one, other);
  const against = why.length === 0 ? [] : speaksAgainst(one, other, between);
  return { score: scoreOf(why, against), why, against };
}

/** Reasons for it are independent chances of being right: 1 - (1 - a)(1 - b)…; each against it leaves 1 - its weight of that. */
export function scoreOf(why: Reason<WhySame>[], against: Reason<WhyTwo>[]): number {
  const missed = why.reduce((left, { code }) => left * (1 - SPEAKS_FOR[code]), 1);
  const score = against.reduce((left, { code }) => left * (1 - SPEAKS_AGAINST[code]), 1 - missed);
  return Math.round(score * 1000) / 1000;
}

function speaksFor(one: Compared, other: Compared): Reason<WhySame>[] {
  const why: Reason<WhySame>[] = [];
  const mailbox = shared(one.emails.map(matchEmailOf), other.emails.map(matchEmailOf));
  if (mailbox && !isShared(mailbox)) why.push({ code: 'mailbox', params: { email: mailbox } });
  const phone = shared(one.phones, other.phones);
  if (phone) why.push({ code: 'phone', params: { phone } });
  const link = shared(one.links, other.links);
  if (link) why.push({ code: 'link', params: { link } });
  return [...why, ...namesFor(one, other)];
}

function namesFor(one: Compared, other: Compared): Reason<WhySame>[] {
  const organisation = one.organisations.find(({ key }) => key !== '' && other.organisations.some((there) => there.key === key))?.name;
  const [key, otherKey] = [matchKeyOf(one.name), matchKeyOf(other.name)];
  const same = key !== '' && key === otherKey;
  const local = localPart(one, other);
  if (!same && !isSimilar(one.name, other.name)) return local && organisation ? [{ code: 'same-local-part', params: { local } }] : [];
  const why: Reason<WhySame>[] = local ? [{ code: 'same-local-part', params: { local } }] : [];
  const domain = shared(domainsOf(one), domainsOf(other));
  if (organisation) why.push({ code: same ? 'name-and-organisation' : 'similar-and-organisation', params: { organisation } });
  else if (same) why.push({ code: 'name' });
  else if (domain) why.push({ code: 'similar-and-domain', params: { domain } });
  const [short, full] = [givenOf(one.name), givenOf(other.name)];
  if (why.length > 0 && short !== full && mayBeShortFor(short, full))
    why.push({ code: 'nickname', params: { one: givenWritten(one.name), other: givenWritten(other.name) } });
  return why;
}

function speaksAgainst(one: Compared, other: Compared, { together, saidTwo }: Between): Reason<WhyTwo>[] {
  const against: Reason<WhyTwo>[] = [];
  if (saidTwo) against.push({ code: 'said-two' });
  if (together) against.push({ code: together === 'spoke' ? 'spoke-together' : 'wrote-together' });
  const birthday = birthdaysOf(one, other);
  if (birthday) against.push({ code: birthday });
  const similar = isSimilar(one.name, other.name) || sharesAWord(one.name, other.name);
  if (!similar) against.push({ code: 'other-names' });
  const domain = shared(domainsOf(one), domainsOf(other));
  if (domain && !shared(one.emails.map(matchEmailOf), other.emails.map(matchEmailOf)) && !sameGiven(one.name, other.name))
    against.push({ code: 'two-at-organisation', params: { domain } });
  return against;
}

/** One birthday each, and not the same: a January the first is often put where none is known. */
function birthdaysOf(one: Compared, other: Compared): WhyTwo | null {
  const [mine, theirs] = [one.birthdays[0], other.birthdays[0]];
  if (!mine || !theirs) return null;
  const sameYear = mine.year === null || theirs.year === null || mine.year === theirs.year;
  if (mine.month === theirs.month && mine.day === theirs.day && sameYear) return null;
  return [mine, theirs].some(({ month, day }) => month === 1 && day === 1) ? 'new-year-birthday' : 'birthdays';
}

function sameGiven(one: string, other: string): boolean {
  const [mine, theirs] = [givenOf(one), givenOf(other)];
  return givenKeyOf(one) === givenKeyOf(other) || mayBeShortFor(mine, theirs) || isInitial(mine, theirs) || isTypo(mine, theirs);
}

/**
 * Nearly the same name: one word of it differs by a letter or two, is an initial or may be short for the other; or one has more words than the other and
 * both have at least two of them ("Ana Ruiz", "Ana Maria Ruiz"). The same name is similar.
 */
export function isSimilar(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (short.length === 0) return false;
  if (short.length === 1) return long.length === 1 && isNear(short[0] ?? '', long[0] ?? '');
  const [unmet, left] = [without(short, long), without(long, short)];
  if (unmet.length === 0) return true;
  const [word = ''] = unmet;
  if (unmet.length > 1) return false;
  return left.some((there) => isNear(word, there)) || (left.length === 1 && areGiven(one, other, [word, left[0] ?? '']));
}

function isNear(one: string, other: string): boolean {
  return one === other || isInitial(one, other) || isTypo(one, other);
}

/** The two words in which the names differ are the given names, and may be forms of one ("pat" of Patricia as of Patrick). */
function areGiven(one: string, other: string, words: string[]): boolean {
  const keys = [givenKeyOf(one), givenKeyOf(other)];
  return words.every((word) => keys.includes(word)) && mayBeShortFor(givenOf(one), givenOf(other));
}

/** The words that the other has not, each as often as it is missing there. */
function without(words: string[], others: string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1) !== (other.length === 1) && one[0] === other[0];
}

/** One letter wrong in a word of four and more, two in one of eight and more; neighbours that changed places are one. */
export function isTypo(one: string, other: string): boolean {
  const least = Math.min(one.length, other.length);
  if (one === other || least < 4) return false;
  return distance(one, other) <= (least >= 8 ? 2 : 1);
}

/** Optimal string alignment distance (Damerau-Levenshtein without twice-edited pieces). */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}

function sharesAWord(one: string, other: string): boolean {
  const theirs = wordsOf(other);
  return wordsOf(one).some((word) => word.length > 1 && theirs.includes(word));
}

function wordsOf(name: string): string[] {
  const key = matchKeyOf(name);
  return key === '' ? [] : key.split(' ');
}

function givenWritten(name: string): string {
  const given = givenOf(name);
  return name.split(/[\s,]+/).find((word) => givenOf(word) === given) ?? given;
}

/** The same name before the @ at another house ("g.oyelaran" here and there); a common word or a few letters say nothing. */
function localPart(one: Compared, other: Compared): string | null {
  const locals = (who: Compared) => who.emails.map((email) => matchEmailOf(email).split('@')[0] ?? '').filter((local) => local.length >= 6);
  const mailboxes = new Set(one.emails.map(matchEmailOf));
  if (other.emails.some((email) => mailboxes.has(matchEmailOf(email)))) return null;
  const local = shared(locals(one), locals(other));
  return local && !isShared(`${local}@`) ? local : null;
}

const EVERYBODYS = new Set(
  'info office sales support contact hello hallo service admin mail post team kantoor verkoop bureau buero kontakt vertrieb accueil ventas invoices billing facturen noreply no-reply reception receptie'.split(
    ' ',
  ),
);

/** A mailbox that a house reads together. */
function isShared(email: string): boolean {
  return EVERYBODYS.has(email.split('@')[0] ?? '');
}

function domainsOf(who: Compared): string[] {
  return who.emails.flatMap((email) => workDomain(email) ?? []);
}

function shared(one: string[], other: string[]): string | null {
  return one.find((value) => value !== '' && other.includes(value)) ?? null;
}
