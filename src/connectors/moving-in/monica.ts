import type { ImportedNote, ImportedPerson, ImportedRecord, ImportedRow, ImportedTask } from '#model/import.ts';
import type { Draft } from './draft.ts';
import { isPlain } from './json-values.ts';
import { addEmails, addLinks, addPhones, personMaker } from './person-fields.ts';
import { dayOf, instantOf, whenOf } from './when.ts';
import { noteMaker, taskMaker } from './work-fields.ts';

type Plain = Record<string, unknown>;

/** Whether a JSON value is what Monica (version 4) exports of an account. */
export const isMonicas = (value: unknown): boolean =>
  isPlain(value) && isPlain(value.account) && Array.isArray((value.account as Plain).data);

/** What Monica keeps of people, then the notes, calls, activities and tasks about them. What Heed has no place for stays with the person by its name. */
export function* monicaRows(value: unknown): Generator<ImportedRow> {
  const account = (value as { account: Plain }).account;
  const contacts = listIn(account.data, 'contact');
  const book: Book = {
    types: typesOf(account),
    names: new Map(contacts.map((contact) => [idOf(contact), nameOf(contact)])),
    ties: tiesOf(account),
  };
  let row = 0;
  for (const contact of contacts) yield personRow(contact, book, ++row);
  for (const contact of contacts) for (const record of recordsAbout(contact)) yield { row: ++row, record, problems: [] };
  for (const record of activitiesOf(account, contacts)) yield { row: ++row, record, problems: [] };
}

interface Book {
  /** What the kinds of contact field are: of which protocol, and their name. */
  types: Map<string, { type: string; name: string }>;
  names: Map<string, string>;
  /** Person → how they are related to whom. */
  ties: Map<string, { label: string; value: string }[]>;
}

/** Lists come as `{ count, type, values }`, or by their name. */
function listIn(data: unknown, type: string): Plain[] {
  const found = Array.isArray(data) ? data.find((one) => isPlain(one) && one.type === type) : undefined;
  const values = isPlain(found) ? found.values : isPlain(data) ? (data[type] ?? data[`${type}s`]) : undefined;
  return Array.isArray(values) ? values.filter(isPlain) : [];
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');
const idOf = (record: Plain): string => text(record.uuid) || text(record.id);
const of = (record: Plain): Plain => (isPlain(record.properties) ? record.properties : record);
const nameOf = (contact: Plain): string =>
  [of(contact).first_name, of(contact).middle_name, of(contact).last_name].map(text).filter(Boolean).join(' ');

function typesOf(account: Plain): Book['types'] {
  const { contact_field_types: kinds } = isPlain(account.instance) ? account.instance : {};
  const entries = (Array.isArray(kinds) ? kinds : []).filter(isPlain);
  return new Map(entries.map((kind) => [idOf(kind), { type: text(of(kind).type), name: text(of(kind).name) }]));
}

function tiesOf(account: Plain): Book['ties'] {
  const ties: Book['ties'] = new Map();
  const names = new Map(listIn(account.data, 'contact').map((contact) => [idOf(contact), nameOf(contact)]));
  for (const relationship of listIn(account.data, 'relationship')) {
    const { type, contact_is: one, of_contact: other } = of(relationship);
    const value = names.get(text(other));
    if (value) ties.set(text(one), [...(ties.get(text(one)) ?? []), { label: text(type) || 'relationship', value }]);
  }
  return ties;
}

function personRow(contact: Plain, book: Book, row: number): ImportedRow {
  const said = of(contact);
  const draft: Draft<ImportedPerson> = { record: personMaker.blank('contact'), problems: [], gone: '', parts: null };
  const { record } = draft;
  record.externalId = idOf(contact) || null;
  record.createdAt = timeOf(contact.created_at);
  record.name = nameOf(contact);
  record.givenName = text(said.first_name);
  record.familyName = text(said.last_name);
  record.nickname = text(said.nickname);
  record.roleTitle = text(said.job);
  record.about = text(said.description);
  if (text(said.company)) record.organisations.push({ name: text(said.company), roleTitle: record.roleTitle });
  record.tags = Array.isArray(said.tags) ? said.tags.map(text).filter(Boolean) : [];
  for (const [label, field] of [
    ['Food', 'food_preferences'],
    ['How we met', 'first_met_additional_info'],
    ['Gender', 'gender'],
  ] as const)
    if (text(said[field])) record.custom.push({ label, value: text(said[field]) });
  takeDates(record, said);
  for (const field of listIn(contact.data, 'contact_field')) takeField(draft, of(field), book);
  for (const address of listIn(contact.data, 'address')) takeAddress(record, of(address));
  for (const kind of ['gift', 'pet', 'debt', 'life_event', 'reminder'])
    for (const thing of listIn(contact.data, kind)) record.custom.push({ label: kind.replace('_', ' '), value: inWords(of(thing)) });
  record.custom.push(...(book.ties.get(idOf(contact)) ?? []));
  const failure = personMaker.finish(draft);
  if (!failure) return { row, record, problems: draft.problems };
  return {
    row,
    record: null,
    problems: [{ code: failure, ...(failure === 'row.id-only' ? { params: { id: record.externalId ?? '' } } : {}) }, ...draft.problems],
  };
}

/** Gifts and pets have a name, a title, a reason or an amount: those, in that order. */
const inWords = (thing: Plain): string =>
  ['title', 'name', 'reason', 'amount', 'comment', 'note', 'status', 'initial_date', 'happened_at']
    .map((field) => text(thing[field]))
    .filter(Boolean)
    .join(', ') || '–';

function takeDates(record: ImportedPerson, said: Plain): void {
  const dates = [
    ['birthday', 'birthdate', ''],
    ['other', 'first_met_date', 'first met'],
    ['other', 'deceased_date', 'died'],
  ] as const;
  for (const [kind, field, label] of dates) {
    const special = said[field];
    // One that is worked out of an age has no day.
    if (!isPlain(special) || special.is_age_based === true) continue;
    const when = whenOf(text(special.date), 'iso');
    if (when === null || when === 'which-way') continue;
    record.dates.push({ kind, label, month: when.month, day: when.day, year: special.is_year_unknown === true ? null : when.year });
  }
}

function takeField(draft: Draft<ImportedPerson>, field: Plain, { types }: Book): void {
  const { type = '', name = '' } = types.get(text(field.type)) ?? { type: text(field.type), name: text(field.type) };
  const value = text(field.data);
  const kind = `${type} ${name}`.toLowerCase();
  if (value === '') return;
  if (/mail/.test(kind) || /^\S+@\S+\.\S+$/.test(value)) addEmails(draft, value, '', name || 'email');
  else if (/phone|mobile|tel|whatsapp/.test(kind)) addPhones(draft, value, '', name || 'phone');
  else if (/^https?:/i.test(value)) addLinks(draft, value, name.toLowerCase(), name || 'link');
  else draft.record.custom.push({ label: name || 'contact', value });
}

function takeAddress(record: ImportedPerson, place: Plain): void {
  const address = {
    label: text(place.name).toLowerCase(),
    street: text(place.street),
    place: text(place.city),
    region: text(place.province),
    postcode: text(place.postal_code),
    country: text(place.country),
  };
  if (address.street || address.place || address.country || address.postcode) record.addresses.push(address);
}

function timeOf(value: unknown): string | null {
  const when = whenOf(text(value).replace(/\.(\d{3})\d*Z$/, '.$1Z'), 'iso');
  return when === null || when === 'which-way' ? null : instantOf(when);
}

function* recordsAbout(contact: Plain): Generator<ImportedRecord> {
  const person = { externalId: idOf(contact) };
  // Older versions give notes and calls no id of their own; when they were made tells them apart.
  const id = (kind: string, thing: Plain) => idOf(thing) || `${person.externalId}/${kind}/${text(thing.created_at)}`;
  for (const [type, kind, body] of [
    ['note', 'note', 'body'],
    ['call', 'call', 'content'],
  ] as const)
    for (const thing of listIn(contact.data, type)) {
      const said = of(thing);
      if (text(said[body]) !== '')
        yield noteOf(
          { externalId: id(type, thing), kind, title: '', body: text(said[body]), happenedAt: timeOf(said.called_at ?? thing.created_at) },
          [person],
        );
    }
  for (const thing of listIn(contact.data, 'conversation')) {
    const messages = listIn(thing.data, 'message')
      .map((message) => text(of(message).content))
      .filter(Boolean);
    if (messages.length > 0)
      yield noteOf(
        {
          externalId: id('conversation', thing),
          kind: 'message',
          title: '',
          body: messages.join('\n\n'),
          happenedAt: timeOf(of(thing).happened_at),
        },
        [person],
      );
  }
  for (const thing of listIn(contact.data, 'task')) yield taskOf(thing, id('task', thing), [person]);
}

function noteOf(
  said: Pick<ImportedNote, 'externalId' | 'kind' | 'title' | 'body' | 'happenedAt'>,
  people: { externalId: string }[],
): ImportedNote {
  return { ...noteMaker.blank(said.kind), ...said, people };
}

function taskOf(thing: Plain, externalId: string, people: { externalId: string }[]): ImportedTask {
  const said = of(thing);
  const isDone = said.completed === true || said.completed === 1;
  const doneAt = isDone ? timeOf(said.completed_at) : null;
  const record: ImportedTask = {
    ...taskMaker.blank('task'),
    externalId,
    what: text(said.title),
    about: text(said.description),
    createdAt: timeOf(thing.created_at),
    doneAt,
    people,
  };
  return isDone && doneAt === null ? { ...record, done: true } : record;
}

function* activitiesOf(account: Plain, contacts: Plain[]): Generator<ImportedRecord> {
  const people = new Map<string, { externalId: string }[]>();
  for (const contact of contacts)
    for (const activity of uuidsIn(contact.data, 'activity'))
      people.set(activity, [...(people.get(activity) ?? []), { externalId: idOf(contact) }]);
  for (const activity of listIn(account.data, 'activity')) {
    const { summary, description, happened_at: at } = of(activity);
    if (text(summary) === '' && text(description) === '') continue;
    const when = whenOf(text(at), 'iso');
    const day = when === null || when === 'which-way' ? null : dayOf(when);
    yield noteOf(
      {
        externalId: idOf(activity),
        kind: 'meeting',
        title: text(summary),
        body: text(description),
        happenedAt: day && `${day}T00:00:00.000Z`,
      },
      people.get(idOf(activity)) ?? [],
    );
  }
}

function uuidsIn(data: unknown, type: string): string[] {
  const found = Array.isArray(data) ? data.find((one) => isPlain(one) && one.type === type) : undefined;
  const values: unknown = isPlain(found) ? found.values : undefined;
  return Array.isArray(values) ? values.map((value) => (isPlain(value) ? idOf(value) : text(value))).filter(Boolean) : [];
}
