/** What stands on somebody's card: who they are, how they are reached, who they are close to. Days are `YYYY-MM-DD`, moments ISO 8601. */
import type { PersonKind } from './person.ts';

/** How somebody would rather be reached. */
export const CHANNELS = ['email', 'phone', 'message', 'visit', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The layers of methods.md 4.12: a handful, about fifteen, about fifty, about a hundred and fifty. */
export const CLOSENESS = [1, 2, 3, 4] as const;
export type Closeness = (typeof CLOSENESS)[number];

export const DATE_KINDS = ['birthday', 'anniversary', 'other'] as const;
type DateKind = (typeof DATE_KINDS)[number];

/** Their part when something is decided where they work. */
type Part = 'decides' | 'can-say-no' | 'advises' | 'affected';
export const TIE_KINDS = ['knows', 'introduced', 'reports-to', 'works-with', 'friend', 'family', 'trusts'] as const;
type TieKind = (typeof TIE_KINDS)[number];

interface Named {
  id: string;
  name: string;
}

/** Each list in the order it is shown; labels are what the team calls it ("work", "mobile"), empty for none. */
interface Reach {
  emails: { email: string; label: string }[];
  /** As it was written; `e164` is empty where the number could not be read. */
  phones: { phone: string; e164: string; label: string }[];
  links: { url: string; label: string }[];
  addresses: PostalAddress[];
}

export interface PostalAddress {
  label: string;
  street: string;
  place: string;
  region: string;
  postcode: string;
  country: string;
}

/** A day to think of; without its year where nobody told. */
export interface ImportantDate {
  kind: DateKind;
  label: string;
  month: number;
  day: number;
  year: number | null;
}

/** A person around another one: tied to them, or at the same organisation now. */
export interface Around extends Named {
  roleTitle: string;
  part: Part | null;
  /** `of`: "from" when the tie was noted from the person whose page it is ("she trusts him"), "to" when it runs to them. */
  tie: { kind: TieKind; closeness: number; of: 'from' | 'to'; note: string } | null;
}

/** Something we did for somebody as a person, sale or no sale (charter U8). */
export interface DeedView {
  id: string;
  what: string;
  doneOn: string;
  /** For which of what matters to them. */
  traitId: string | null;
  by: Named | null;
}

interface Work {
  organisation: Named;
  roleTitle: string;
  part: Part | null;
  /** Since and until when, where that is known; without an end they are there now. */
  fromOn: string | null;
  untilOn: string | null;
}

export interface PersonCard extends Reach {
  kinds: PersonKind[];
  givenName: string;
  familyName: string;
  nickname: string;
  closeness: Closeness | null;
  livesIn: string;
  /** IANA zone and BCP 47 language of theirs, where they differ from ours or were told. */
  zone: string | null;
  locale: string | null;
  prefers: Channel | null;
  prefersNote: string;
  /** They asked not to be reached: since when, who set it, why. Null: they may be. */
  doNotContact: { at: string; by: Named | null; why: string } | null;
  photoId: string | null;
  /** The member who looks after them. */
  owner: Named | null;
  /** Where they work, the present first. */
  work: Work[];
  dates: ImportantDate[];
  around: Around[];
  deeds: DeedView[];
}

/** May something reach out to them? Asked wherever Heed could: addresses that open a mail or a call, say-back links, and every sender to come. */
export function mayContact({ doNotContact }: Pick<PersonCard, 'doNotContact'>): boolean {
  return doNotContact === null;
}

/** The name to speak of them by: as friends call them, else the given name; null when only the whole name is known. */
export function calledBy({ nickname, givenName }: Pick<PersonCard, 'nickname' | 'givenName'>): string | null {
  return nickname || givenName || null;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Is there such a day in some year (with a year: in that one)? */
export function isDayOfYear({ month, day, year }: Pick<ImportantDate, 'month' | 'day' | 'year'>): boolean {
  const longest = LONGEST_MONTHS[month - 1] ?? 0;
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return day >= 1 && day <= (month === 2 && !leap ? 28 : longest);
}
