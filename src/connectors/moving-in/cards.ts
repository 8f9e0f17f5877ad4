import type { ImportedOrganisation, ImportedPerson, ImportedRow } from '#model/import.ts';
import { domainOf, isLink } from './address.ts';
import { type Block, blocksOf, type Property, partsOf, unescapeText } from './content-lines.ts';
import type { Draft } from './draft.ts';
import { MOST_PHOTO } from './limits.ts';
import { addEmails, addLinks, addPhones, personMaker } from './person-fields.ts';
import { whenOf } from './when.ts';
import { isNoName, saysNothing } from './words.ts';
import { organisationMaker } from './work-fields.ts';

/** The cards of a file of vCards, 2.1 to 4.0, one a row. A card of an organisation becomes one; what has no place of its own is kept by its name. */
export async function* cardRows(texts: AsyncIterable<string>): AsyncGenerator<ImportedRow> {
  let row = 0;
  for await (const block of blocksOf(texts, new Set(['VCARD']))) if (block.kind !== '') yield rowOf(block, ++row);
}

function rowOf({ isWhole, isTooLong, properties }: Block, row: number): ImportedRow {
  if (isTooLong) return { row, record: null, problems: [{ code: 'row.too-long', params: { most: 8 } }] };
  if (!isWhole) return { row, record: null, problems: [{ code: 'row.unreadable', params: { why: 'END' } }] };
  const draft: Draft<ImportedPerson> = { record: personMaker.blank('card'), problems: [], gone: '', parts: null };
  const labels = labelsOf(properties);
  for (const property of properties) take(draft, property, labels.get(property.group) ?? '');
  const failure = isGroup(properties) ? 'row.says-nothing' : isOrganisation(properties, draft.record) ? null : personMaker.finish(draft);
  if (failure)
    return {
      row,
      record: null,
      problems: [
        { code: failure, ...(failure === 'row.id-only' ? { params: { id: draft.record.externalId ?? '' } } : {}) },
        ...draft.problems,
      ],
    };
  return { row, record: isOrganisation(properties, draft.record) ? organisationOf(draft.record) : draft.record, problems: draft.problems };
}

/** Apple names what it has no type for beside it: `item1.X-ABLabel:Private`. */
const labelsOf = (properties: Property[]): Map<string, string> =>
  new Map(
    properties
      .filter(({ name, group }) => name === 'X-ABLABEL' && group !== '')
      .map(({ group, value }) => [
        group,
        unescapeText(value)
          .replace(/^_\$!<|>!\$_$/g, '')
          .trim()
          .toLowerCase(),
      ]),
  );

const saidOf = (properties: Property[], name: string): string =>
  properties
    .find((property) => property.name === name)
    ?.value.trim()
    .toLowerCase() ?? '';
const isGroup = (properties: Property[]): boolean =>
  [saidOf(properties, 'KIND'), saidOf(properties, 'X-ADDRESSBOOKSERVER-KIND')].includes('group');

function isOrganisation(properties: Property[], { organisations, givenName, familyName }: ImportedPerson): boolean {
  const isSaid = ['org', 'organization'].includes(saidOf(properties, 'KIND')) || saidOf(properties, 'X-ABSHOWAS') === 'company';
  return isSaid && givenName === '' && familyName === '' && organisations.length > 0;
}

function organisationOf(person: ImportedPerson): ImportedOrganisation {
  const { externalId, owner, createdAt, tags, custom, emails, phones, links, addresses, organisations, about } = person;
  const website = links.find(({ url }) => isLink(url))?.url ?? '';
  const domain = domainOf(website);
  return {
    ...organisationMaker.blank('card'),
    externalId,
    owner,
    createdAt,
    tags,
    name: organisations[0]?.name ?? person.name,
    website,
    domains: domain ? [domain] : [],
    phone: phones[0]?.phone ?? '',
    place: addresses[0]?.place ?? '',
    country: addresses[0]?.country ?? '',
    about,
    custom: [
      ...custom,
      ...emails.map(({ email }) => ({ label: 'EMAIL', value: email })),
      ...phones.slice(1).map(({ phone }) => ({ label: 'TEL', value: phone })),
    ],
  };
}

const NOT_KEPT = new Set(
  'VERSION PRODID REV X-ABLABEL X-ABUID X-ABSHOWAS X-IMAGETYPE X-IMAGEHASH SOUND KEY LOGO AGENT MAILER SORT-STRING X-APPLE-OMIT-YEAR X-PHONETIC-FIRST-NAME X-PHONETIC-LAST-NAME KIND SOURCE PROFILE NAME CLIENTPIDMAP X-ABADR X-ADDRESSBOOKSERVER-KIND X-SHARED-PHOTO-DISPLAY-PREF CLASS X-ABPHOTO X-ABCROP-RECTANGLE XML'.split(
    ' ',
  ),
);

function take(draft: Draft<ImportedPerson>, property: Property, said: string): void {
  const { name, value } = property;
  const text = unescapeText(value).trim();
  if (text === '') return;
  const taker = TAKERS[name];
  if (taker) taker(draft, { property, value, text, label: said || labelOf(property) });
  else if (!NOT_KEPT.has(name)) draft.record.custom.push({ label: said || name, value: text });
}

interface Taken {
  property: Property;
  /** As written, for what has parts; `text` is the whole of it, unescaped. */
  value: string;
  text: string;
  label: string;
}

type Taker = (draft: Draft<ImportedPerson>, taken: Taken) => void;

const anniversary: Taker = (draft, { property }) => takeDate(draft, property, 'anniversary', '');
const profile: Taker = (draft, { property: { name }, text, label }) => {
  if (isLink(text)) addLinks(draft, text, label, name);
  else draft.record.custom.push({ label: label || name, value: text });
};

const TAKERS: Record<string, Taker> = {
  FN: ({ record, problems }, { text }) => {
    if (isNoName(text)) problems.push({ code: 'name.not-one', params: { value: text.slice(0, 80), column: 'FN' } });
    else record.name = text.replace(/\s+/g, ' ');
  },
  N: (draft, { value }) => takeName(draft, value),
  NICKNAME: ({ record }, { value }) => {
    record.nickname ||= partsOf(value, ',').join(', ');
  },
  PRONOUNS: ({ record }, { text }) => {
    record.pronouns ||= text;
  },
  ORG: (draft, { value }) => takeOrganisation(draft, value),
  TITLE: ({ record }, { text }) => {
    record.roleTitle = text;
  },
  ROLE: ({ record }, { text }) => {
    if (record.roleTitle === '') record.roleTitle = text;
    else record.custom.push({ label: 'ROLE', value: text });
  },
  EMAIL: (draft, { text, label }) => addEmails(draft, text, label, 'EMAIL'),
  TEL: (draft, { text, label }) => addPhones(draft, text, label, 'TEL'),
  URL: (draft, { text, label }) => addLinks(draft, text, label === 'work' || label === 'home' ? '' : label, 'URL'),
  'X-SOCIALPROFILE': profile,
  SOCIALPROFILE: profile,
  ADR: (draft, { value, label }) => takeAddress(draft, value, label),
  BDAY: (draft, { property }) => takeDate(draft, property, 'birthday', ''),
  ANNIVERSARY: anniversary,
  'X-ANNIVERSARY': anniversary,
  'X-EVOLUTION-ANNIVERSARY': anniversary,
  'X-ABDATE': (draft, { property, label }) =>
    label === 'anniversary' ? takeDate(draft, property, 'anniversary', '') : takeDate(draft, property, 'other', label),
  NOTE: ({ record }, { text }) => {
    record.about = record.about === '' ? text : `${record.about}\n\n${text}`;
  },
  CATEGORIES: ({ record }, { value }) => {
    for (const tag of partsOf(value, ',')) if (!saysNothing(tag) && !record.tags.includes(tag)) record.tags.push(tag);
  },
  UID: ({ record }, { text }) => {
    record.externalId = text;
  },
  PHOTO: (draft, { property }) => takePhoto(draft, property),
};

const LABELS: Record<string, string> = {
  cell: 'mobile',
  iphone: 'mobile',
  work: 'work',
  home: 'home',
  fax: 'fax',
  main: 'main',
  pager: 'pager',
  other: 'other',
};

function labelOf({ params }: Property): string {
  const types = (params.get('TYPE') ?? []).flatMap((type) => type.toLowerCase().split(','));
  const isMobile = types.includes('cell') || types.includes('iphone');
  if (isMobile) return 'mobile';
  return types.map((type) => LABELS[type]).find((label) => label !== undefined) ?? types.find((type) => !MEANS_NOTHING.test(type)) ?? '';
}

const MEANS_NOTHING = /^(?:internet|pref|voice|text|msg|video|x400|dom|intl|postal|parcel|jpeg|png|gif|b|1)$/;

function takeName({ record }: Draft<ImportedPerson>, value: string): void {
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = partsOf(value, ';').map((part) => part.replaceAll(',', ' '));
  if (!isNoName(family)) record.familyName = family;
  if (!isNoName(given)) record.givenName = given;
  if (record.name === '') record.name = [given, middle, family].filter((part) => !isNoName(part)).join(' ');
  if (prefix) record.custom.push({ label: 'Prefix', value: prefix });
  if (suffix) record.custom.push({ label: 'Suffix', value: suffix });
}

function takeOrganisation({ record }: Draft<ImportedPerson>, value: string): void {
  const [name = '', ...units] = partsOf(value, ';');
  if (!isNoName(name)) record.organisations.push({ name, roleTitle: '' });
  const unit = units.filter((part) => part !== '').join(', ');
  if (unit) record.custom.push({ label: 'Department', value: unit });
}

function takeAddress({ record }: Draft<ImportedPerson>, value: string, label: string): void {
  const [box = '', extended = '', street = '', place = '', region = '', postcode = '', country = ''] = partsOf(value, ';');
  const address = { label, street: [box, extended, street].filter((part) => part !== '').join(', '), place, region, postcode, country };
  if (Object.entries(address).some(([part, text]) => part !== 'label' && text !== '')) record.addresses.push(address);
}

type DateKind = ImportedPerson['dates'][number]['kind'];

function takeDate({ record, problems }: Draft<ImportedPerson>, { name, value, params }: Property, kind: DateKind, label: string): void {
  const written = value.trim();
  // `--0912T…`, `1980-09-12T00:00:00Z`, `19800912`; a year alone or an age in words is no day.
  const when = whenOf(written.replace(/^--(\d{2})-?(\d{2}).*$/, '--$1$2'), 'iso');
  if (when === null || when === 'which-way') {
    problems.push({ code: 'date.not-one', params: { value: written.slice(0, 80), column: name } });
    return;
  }
  const omitted = params.get('X-APPLE-OMIT-YEAR')?.[0];
  const isYearless = when.year === null || when.year <= 1800 || (omitted !== undefined && Number(omitted) === when.year);
  record.dates.push({ kind, label, month: when.month, day: when.day, year: isYearless ? null : when.year });
}

function takePhoto({ record, problems }: Draft<ImportedPerson>, { value, params }: Property): void {
  const data = /^data:(image\/[\w.+-]+);base64,/i.exec(value.slice(0, 100));
  const isEncoded = /^(?:b|base64)$/i.test(params.get('ENCODING')?.[0] ?? '');
  // A picture that stands elsewhere is not fetched: nobody is told that it was brought.
  if (!data && !isEncoded) return;
  const base64 = (data ? value.slice(data[0].length) : value).replace(/\s+/g, '');
  const type =
    data?.[1]?.toLowerCase() ??
    `image/${(params.get('TYPE')?.[0] ?? params.get('MEDIATYPE')?.[0] ?? 'jpeg')
      .toLowerCase()
      .replace(/^image\//, '')
      .replace('jpg', 'jpeg')}`;
  const isImage = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && /^image\/(?:jpeg|png|gif|webp)$/.test(type);
  if (!isImage || (base64.length * 3) / 4 > MOST_PHOTO + 2)
    problems.push({ code: 'photo.not-one', params: { most: MOST_PHOTO / 1024 / 1024 } });
  else record.photo = { type, base64 };
}
