/**
 * What moving in is made of: records as a file tells them, before they are anybody's. `connectors/moving-in` reads files into these, `domain/imports`
 * plans and carries out what they say, the pages show it. Times are ISO 8601, days `YYYY-MM-DD`; texts are as written, trimmed, never null.
 */

/** In the order of the work: what others are tied to comes first. */
export const IMPORT_OBJECTS = ['organisation', 'person', 'deal', 'note', 'task'] as const;
export type ImportObject = (typeof IMPORT_OBJECTS)[number];

export const IMPORT_OUTCOMES = ['create', 'update', 'same', 'skip', 'fail'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export const IMPORT_SOURCES = [
  'hubspot',
  'salesforce',
  'pipedrive',
  'twenty',
  'monica',
  'linkedin',
  'google',
  'outlook',
  'vcard',
  'ics',
  'csv',
  'xlsx',
  'heed',
] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** How a file names another record: by its id there, else by what it is called (a name that two have is shown, not guessed). */
export interface ImportRef {
  externalId?: string;
  name?: string;
  domain?: string;
  email?: string;
  /** Given by some files instead of an id. */
  url?: string;
}

interface Labelled {
  /** work, home, mobile …; empty when not said. */
  label: string;
}

/** A record with an id and without a name or title adds only its ties to the record of that id (Salesforce keeps who is part of a deal in a file of its own). */
interface Recorded {
  /** What the source calls this kind of record ("contact", "Account"): part of the key that is kept for ever. */
  externalObject: string;
  /** Null when the file gives none: then records are matched by what they are. */
  externalId: string | null;
  /** Who looks after it, as written: a name, an address or an id of the source. */
  owner: string;
  createdAt: string | null;
  tags: string[];
  /** Columns that have no place of their own, by their header: they become fields of the workspace where the mapping says so. */
  custom: { label: string; value: string }[];
}

export interface ImportedOrganisation extends Recorded {
  object: 'organisation';
  name: string;
  domains: string[];
  website: string;
  phone: string;
  place: string;
  country: string;
  industry: string;
  about: string;
  parent: ImportRef | null;
}

export interface ImportedPerson extends Recorded {
  object: 'person';
  /** The whole name; of its parts where the file has only those; empty when there is neither. */
  name: string;
  givenName: string;
  familyName: string;
  nickname: string;
  pronouns: string;
  roleTitle: string;
  livesIn: string;
  emails: (Labelled & { email: string })[];
  phones: (Labelled & { phone: string })[];
  links: (Labelled & { url: string })[];
  addresses: (Labelled & { street: string; place: string; region: string; postcode: string; country: string })[];
  dates: { kind: 'birthday' | 'anniversary' | 'other'; label: string; month: number; day: number; year: number | null }[];
  organisations: (ImportRef & { roleTitle: string })[];
  reportsTo: ImportRef | null;
  /** customer, prospect …, where the source's own word means that; its word is kept in `custom` as well. */
  kinds: string[];
  /** True only where a column says no to being contacted. A file never lifts a no. */
  doNotContact: boolean;
  doNotContactWhy: string;
  /** Free text about them: becomes a note. */
  about: string;
  photo: { type: string; base64: string } | null;
}

export interface ImportedDeal extends Recorded {
  object: 'deal';
  title: string;
  pipeline: string;
  stage: string;
  /** A decimal number as text, with a point; null when none is given. */
  amount: string | null;
  /** ISO 4217, or null. */
  currency: string | null;
  closeOn: string | null;
  ended: 'won' | 'lost' | null;
  endedAt: string | null;
  endedWhy: string;
  nextStep: string;
  about: string;
  organisation: ImportRef | null;
  people: ImportRef[];
}

export interface ImportedNote extends Recorded {
  object: 'note';
  kind: 'note' | 'call' | 'email' | 'meeting' | 'message';
  title: string;
  /** Markdown. */
  body: string;
  happenedAt: string | null;
  people: ImportRef[];
  organisations: ImportRef[];
  deals: ImportRef[];
}

export interface ImportedTask extends Recorded {
  object: 'task';
  what: string;
  about: string;
  dueOn: string | null;
  doneAt: string | null;
  /** Done, and the file does not say when. */
  done?: boolean;
  people: ImportRef[];
  organisations: ImportRef[];
  deals: ImportRef[];
}

export type ImportedRecord = ImportedOrganisation | ImportedPerson | ImportedDeal | ImportedNote | ImportedTask;

/** A row of a file: what it says, or why it cannot be read. Rows are counted from 1, the header not counted. */
export interface ImportedRow {
  row: number;
  record: ImportedRecord | null;
  /** What is odd about it, whether or not it could be read: a code with what fills its sentence. */
  problems: ImportReason[];
}

/** Why something happens to a row, as a code of the catalogue (`messages/en/imports.ts`) with what fills its sentence. */
export interface ImportReason {
  code: string;
  params?: Record<string, string | number>;
}

/** What one column means. `field` is a path of a record (`emails.work`, `organisation.name`), `custom`, or `nothing`. */
export interface ImportColumn {
  header: string;
  field: string;
  /** Up to three values, so that one can judge. */
  samples: string[];
  filled: number;
}

/** What a file was recognised as. One dropped file may hold several (a ZIP, the sheets of a workbook). */
export interface LookedFile {
  /** Counted over the whole import: rows are named by it. */
  i: number;
  /** Which dropped file it is in, and its name there. */
  dropped: number;
  name: string;
  /** The sheet of a workbook. */
  sheet?: string;
  source: ImportSource | null;
  /** What it mostly holds: a calendar has tasks among its notes, cards are of organisations too. Each record says what it is. */
  object: ImportObject | null;
  rows: number;
  size: number;
  /** How we know, or why nothing is taken from it. */
  why: ImportReason;
  /** Of delimited files: how it is written, what its columns mean, and which way round its dates and numbers stand. */
  encoding?: string;
  delimiter?: string;
  /** Lines with something in them before the headings; -1: it has no headings. */
  headerAt?: number;
  decimal?: ',' | '.';
  /** What the source calls these records. */
  externalObject?: string;
  columns?: ImportColumn[];
  dates?: {
    order: 'day-first' | 'month-first' | 'iso' | 'unknown' /** An ambiguous one, to ask about. */;
    sample?: string;
    proof?: number;
  };
  /** As written, with how many rows name them. */
  owners?: { owner: string; rows: number }[];
  /** Ids of owners and who they are, where another of the files says so: what `owner` of the records is then. */
  ownerNames?: Record<string, string>;
  /** Left out by a member. */
  leftOut?: boolean;
}

/** What a member decides that the files cannot tell. */
export interface ImportOptions {
  /** Owner as written → member id; null: nobody. */
  owners?: Record<string, string | null>;
  /** Of the file i. */
  dates?: Record<number, 'day-first' | 'month-first'>;
  /** If we know something already: fill what is empty, or take the file's word. */
  conflict?: 'fill' | 'file';
  /** Of the file i: header → field. */
  columns?: Record<number, Record<string, string>>;
  /** Of the file i: what it holds, when that was not recognised. */
  objects?: Record<number, ImportObject>;
  /** Files and rows (`file:row`) that stay out; rows of which the file's word counts. */
  leftOutFiles?: number[];
  leftOutRows?: string[];
  filesWord?: string[];
}
