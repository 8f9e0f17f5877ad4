/** Two records of one person, side by side, and what becomes of them when they are one. Pure. */
import type { Reason, WhySame, WhyTwo, wordOf } from './duplicate.ts';
import type { NameRef, Quote } from './pages.ts';
import type { PersonKind } from './person.ts';

type SureWord = ReturnType<typeof wordOf>;

/** Who somebody may be. */
export interface MayBe {
  id: string;
  name: string;
  roleTitle: string;
  organisation: NameRef | null;
  /** Since when they are here. */
  since: string;
  word: SureWord;
  why: Reason<WhySame>[];
}

/** A pair that waits to be decided. */
export interface PairRow {
  id: string;
  one: NameRef;
  other: NameRef;
  word: SureWord;
  why: Reason<WhySame>[];
  laterAt: string | null;
}

/** How far looking over everybody is. */
export interface DuplicateLook {
  askedAt: string;
  doneAt: string | null;
  waysDone: number;
  ways: number;
  looked: number;
}

/** Where one value can be true: one of the two is chosen. */
export const CHOSEN_FIELDS = [
  'name',
  'nickname',
  'roleTitle',
  'pronouns',
  'livesIn',
  'birthday',
  'phone',
  'owner',
  'closeness',
  'prefers',
  'photo',
] as const;
export type ChosenField = (typeof CHOSEN_FIELDS)[number];

/** Where both are kept. */
type KeptField = 'email' | 'link' | 'address' | 'organisation' | 'kinds' | 'tag' | 'date';

/** For seven days both can be had back. */
export const UNDO_DAYS = 7;

/** One of the two as they stand. Texts are empty where nothing is known. */
export interface MergeSide {
  id: string;
  name: string;
  /** Since when they are here, and the source they came from. */
  since: string;
  from: { source: string; at: string } | null;
  /** Only the reader knows of them. */
  isPrivate: boolean;
  /** Mails of theirs are signed with this name. */
  signsSo: boolean;
  nickname: string;
  roleTitle: string;
  pronouns: string;
  livesIn: string;
  owner: string;
  closeness: string;
  prefers: string;
  photo: string;
  kinds: PersonKind[];
  doNotContact: { at: string; why: string } | null;
  emails: string[];
  phones: string[];
  links: string[];
  addresses: string[];
  organisations: string[];
  tags: string[];
  /** `MM-DD`, or `YYYY-MM-DD` where the year is known. */
  birthdays: string[];
  dates: string[];
  custom: { id: string; label: string; value: string }[];
  together: Record<TogetherNoun, number>;
  quote: Quote | null;
}

export const TOGETHER = ['conversations', 'notes', 'promises', 'matters', 'deals', 'tasks', 'files', 'privateNotes'] as const;
type TogetherNoun = (typeof TOGETHER)[number];

export type CellNote = 'signs-so' | 'kept-as-name' | 'new-year' | 'never-asked';
type RowNote = 'only-one' | 'the-same' | 'first-first' | 'no-wins' | 'chosen-first';

export interface MergeCell {
  values: string[];
  note: CellNote | null;
}

/** A row of the page: one value is chosen, both are kept, or a no wins. */
export interface MergeRow {
  field: ChosenField | KeptField | 'contact' | `custom.${string}`;
  /** Of a field of the workspace's own. */
  label?: string;
  way: 'choose' | 'both' | 'no-wins';
  one: MergeCell;
  other: MergeCell;
  chosen: 'one' | 'other';
  note: RowNote | null;
}

/** The page on which two are made one: `one` stays, `other` goes into it. */
export interface DuplicatePage {
  one: MergeSide;
  other: MergeSide;
  word: SureWord;
  why: Reason<WhySame>[];
  against: Reason<WhyTwo>[];
  rows: MergeRow[];
  /** What a member decided of them before. */
  saidTwoAt: string | null;
  laterAt: string | null;
}

/** What of the one that goes is taken; where it has nothing, what stays is kept. */
export interface Taking {
  take: ChosenField[];
  /** Ids of fields of the workspace's own. */
  takeCustom: string[];
}

/** Which of two stays: whom everybody knows, then who has more to them, then who was here first. */
export function staysOf(one: MergeSide, other: MergeSide): 'one' | 'other' {
  if (one.isPrivate !== other.isPrivate) return one.isPrivate ? 'other' : 'one';
  const weight = ({ together }: MergeSide) => TOGETHER.reduce((sum, noun) => sum + together[noun], 0);
  if (weight(one) !== weight(other)) return weight(one) > weight(other) ? 'one' : 'other';
  if (one.since !== other.since) return one.since < other.since ? 'one' : 'other';
  return one.id < other.id ? 'one' : 'other';
}

/** The rows of the page, of what at least one of them has. */
export function rowsFor(one: MergeSide, other: MergeSide): MergeRow[] {
  const choose = (field: ChosenField, pick: (side: MergeSide) => string[]) => chooseRow(field, pick(one), pick(other));
  const both = (field: KeptField, pick: (side: MergeSide) => string[]) => keepRow(field, pick(one), pick(other));
  const text = (field: 'nickname' | 'roleTitle' | 'pronouns' | 'livesIn' | 'owner' | 'closeness' | 'prefers' | 'photo') =>
    choose(field, (side) => (side[field] ? [side[field]] : []));
  const rows = [
    nameRow(one, other),
    text('nickname'),
    text('roleTitle'),
    both('email', (side) => side.emails),
    phoneRow(one, other),
    birthdayRow(one, other),
    text('pronouns'),
    text('livesIn'),
    text('owner'),
    contactRow(one, other),
    both('organisation', (side) => side.organisations),
    both('kinds', (side) => side.kinds),
    both('tag', (side) => side.tags),
    both('link', (side) => side.links),
    both('address', (side) => side.addresses),
    both('date', (side) => side.dates),
    text('closeness'),
    text('prefers'),
    text('photo'),
    ...customRows(one, other),
  ];
  return rows.filter((row) => row.one.values.length + row.other.values.length > 0);
}

const cell = (values: string[], note: CellNote | null = null): MergeCell => ({ values, note });

function chooseRow(field: MergeRow['field'], one: string[], other: string[]): MergeRow {
  const note = one.length === 0 || other.length === 0 ? 'only-one' : same(one, other) ? 'the-same' : null;
  return { field, way: 'choose', one: cell(one), other: cell(other), chosen: one.length > 0 ? 'one' : 'other', note };
}

function keepRow(field: KeptField, one: string[], other: string[]): MergeRow {
  const note = same(one, other) ? 'the-same' : field === 'email' && one.length > 0 && other.length > 0 ? 'first-first' : null;
  return { field, way: 'both', one: cell(one), other: cell(other), chosen: 'one', note };
}

function nameRow(one: MergeSide, other: MergeSide): MergeRow {
  const row = chooseRow('name', [one.name], [other.name]);
  const chosen = other.signsSo && !one.signsSo ? 'other' : 'one';
  if (row.note === 'the-same') return row;
  const note = (side: MergeSide, is: boolean): CellNote | null => (side.signsSo ? 'signs-so' : is ? null : 'kept-as-name');
  return { ...row, chosen, one: cell([one.name], note(one, chosen === 'one')), other: cell([other.name], note(other, chosen === 'other')) };
}

function phoneRow(one: MergeSide, other: MergeSide): MergeRow {
  const row = chooseRow('phone', one.phones, other.phones);
  return row.note === null ? { ...row, note: 'chosen-first' } : row;
}

function birthdayRow(one: MergeSide, other: MergeSide): MergeRow {
  const row = chooseRow('birthday', one.birthdays.slice(0, 1), other.birthdays.slice(0, 1));
  const doubtful = ({ birthdays: [day] }: MergeSide) => day?.endsWith('01-01') ?? false;
  const marked = (side: MergeSide, { values }: MergeCell) => cell(values, doubtful(side) ? 'new-year' : null);
  const chosen = doubtful(one) && other.birthdays.length > 0 && !doubtful(other) ? 'other' : row.chosen;
  return { ...row, chosen, one: marked(one, row.one), other: marked(other, row.other) };
}

function contactRow(one: MergeSide, other: MergeSide): MergeRow {
  const values = (side: MergeSide) => (side.doNotContact ? [side.doNotContact.why] : []);
  const asked = (side: MergeSide) => cell(values(side), side.doNotContact ? null : 'never-asked');
  return {
    field: 'contact',
    way: 'no-wins',
    one: asked(one),
    other: asked(other),
    chosen: one.doNotContact ? 'one' : 'other',
    note: 'no-wins',
  };
}

function customRows(one: MergeSide, other: MergeSide): MergeRow[] {
  const labels = new Map([...one.custom, ...other.custom].map(({ id, label }) => [id, label]));
  const value = (side: MergeSide, id: string) => side.custom.filter((field) => field.id === id).map((field) => field.value);
  return [...labels].map(([id, label]) => ({ ...chooseRow(`custom.${id}`, value(one, id), value(other, id)), label }));
}

function same(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((value) => other.some((there) => there.toLowerCase() === value.toLowerCase()));
}
