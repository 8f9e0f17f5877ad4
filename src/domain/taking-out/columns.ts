import type { ImportObject } from '#model/import.ts';

type Record_ = Record<string, unknown>;
type Column = [header: string, of: (record: Record_) => unknown];

const field =
  (name: string) =>
  (record: Record_): unknown =>
    record[name];
const at =
  (name: string, i: number, key: string) =>
  (record: Record_): unknown =>
    (record[name] as Record_[])[i]?.[key];
const names = (name: string) => (record: Record_) => (record[name] as Record_[]).map((one) => one.name).join('; ');
const nameOf = (name: string) => (record: Record_) => (record[name] as Record_ | null)?.name;
const joined = (name: string) => (record: Record_) => (record[name] as string[]).join('; ');
const shared: Column[] = [
  ['Owner', field('owner')],
  ['Tags', joined('tags')],
  ['Created', field('createdAt')],
  ['Id', field('externalId')],
];
const birthday = (record: Record_) => {
  const day = (record.dates as { kind: string; year: number | null; month: number; day: number }[]).find(({ kind }) => kind === 'birthday');
  return day && `${day.year ?? '-'}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
};

/** The columns of the five tables that any other program reads: the headers are those that every address book knows. */
export const CSV_COLUMNS: Record<ImportObject, Column[]> = {
  organisation: [
    ['Name', field('name')],
    ['Domains', joined('domains')],
    ['Website', field('website')],
    ['Phone', field('phone')],
    ['City', field('place')],
    ['Country', field('country')],
    ['Industry', field('industry')],
    ['About', field('about')],
    ['Parent', nameOf('parent')],
    ...shared,
  ],
  person: [
    ['Name', field('name')],
    ['First name', field('givenName')],
    ['Last name', field('familyName')],
    ['Nickname', field('nickname')],
    ['Organisation', at('organisations', 0, 'name')],
    ['Job title', field('roleTitle')],
    ['E-mail', at('emails', 0, 'email')],
    ['E-mail 2', at('emails', 1, 'email')],
    ['E-mail 3', at('emails', 2, 'email')],
    ['Phone', at('phones', 0, 'phone')],
    ['Phone 2', at('phones', 1, 'phone')],
    ['Website', at('links', 0, 'url')],
    ['City', field('livesIn')],
    ['Birthday', birthday],
    ['Kinds', joined('kinds')],
    ['Do not contact', (record) => (record.doNotContact ? 'yes' : '')],
    ...shared,
  ],
  deal: [
    ['Title', field('title')],
    ['Pipeline', field('pipeline')],
    ['Stage', field('stage')],
    ['Amount', field('amount')],
    ['Currency', field('currency')],
    ['Close date', field('closeOn')],
    ['Status', field('ended')],
    ['Why', field('endedWhy')],
    ['Next step', field('nextStep')],
    ['Organisation', nameOf('organisation')],
    ['People', names('people')],
    ...shared,
  ],
  note: [
    ['Kind', field('kind')],
    ['Title', field('title')],
    ['Text', field('body')],
    ['Date', field('happenedAt')],
    ['People', names('people')],
    ['Organisations', names('organisations')],
    ['Deals', names('deals')],
    ['Id', field('externalId')],
  ],
  task: [
    ['Task', field('what')],
    ['About', field('about')],
    ['Due date', field('dueOn')],
    ['Done', field('doneAt')],
    ['People', names('people')],
    ['Organisations', names('organisations')],
    ['Deals', names('deals')],
    ...shared.filter(([header]) => header !== 'Tags'),
  ],
};
