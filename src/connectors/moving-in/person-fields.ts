import type { ImportedPerson } from '#model/import.ts';
import { domainOf, emailIn, isEmail, isLink, isPhone, listIn } from './address.ts';
import { complain, type Draft, type Maker, type Manner, partOf, type Setter, shown } from './draft.ts';
import { mergeRef, refsInto, sharedSetter, textInto, whenInto } from './shared-fields.ts';
import { whenOf } from './when.ts';
import { isNoName, kindsIn, meansYes, saysNoContact, saysNothing } from './words.ts';

type PersonSetter = Setter<ImportedPerson>;

export const personMaker: Maker<ImportedPerson> = {
  blank: (externalObject) => ({
    object: 'person',
    externalObject,
    externalId: null,
    owner: '',
    createdAt: null,
    tags: [],
    custom: [],
    name: '',
    givenName: '',
    familyName: '',
    nickname: '',
    pronouns: '',
    roleTitle: '',
    livesIn: '',
    emails: [],
    phones: [],
    links: [],
    addresses: [],
    dates: [],
    organisations: [],
    reportsTo: null,
    kinds: [],
    doNotContact: false,
    doNotContactWhy: '',
    about: '',
    photo: null,
  }),
  setter: (field, header, manner) => ownSetter(field, header, manner) ?? (sharedSetter(field, header, manner) as PersonSetter | null),
  finish: finishPerson,
};

function ownSetter(field: string, header: string, manner: Manner): PersonSetter | null {
  const grouped = /^(emails|phones|links|addresses|dates|organisation)#(\w+)\.(\w+)$/.exec(field);
  if (grouped) return (cell, draft) => partOf(draft, field, cell);
  const [base = '', ...rest] = field.split('.');
  const label = rest.join('.');
  switch (base) {
    case 'name':
    case 'givenName':
    case 'familyName':
    case 'middleName':
      return nameInto(base, header);
    case 'nickname':
    case 'pronouns':
    case 'roleTitle':
    case 'livesIn':
      return textInto((text, { record }) => {
        record[base] ||= text;
      });
    case 'emails':
      return (cell, draft) => addEmails(draft, cell, label, header);
    case 'phones':
      return (cell, draft) => addPhones(draft, cell, label, header);
    case 'links':
      return (cell, draft) => addLinks(draft, cell, label, header);
    case 'addresses':
      return addressPart(label);
    case 'dates':
      return dateInto(label, header, manner);
    case 'organisation':
      return organisationInto(label, manner);
    case 'reportsTo':
      return refsInto(label, manner, (ref, at, { record }) => {
        if (at === 0) record.reportsTo = { ...record.reportsTo, ...ref };
      });
    case 'kinds':
      return (cell, { record }) => {
        if (saysNothing(cell)) return;
        for (const kind of kindsIn(cell)) if (!record.kinds.includes(kind)) record.kinds.push(kind);
        record.custom.push({ label: header, value: cell });
      };
    case 'doNotContact':
      return (cell, { record }) => {
        // A day in a column of opt-outs is when they said so.
        const said = saysNoContact(cell) || (label !== 'said' && cell.length > 7 && whenOf(cell, 'day-first') !== null);
        if (!said && (label === 'said' || !meansYes(cell))) return;
        record.doNotContact = true;
        record.doNotContactWhy ||= said ? `${header}: ${shown(cell)}` : header;
      };
    case 'about':
      return textInto((text, { record }) => {
        record.about = record.about === '' ? text : `${record.about}\n\n${text}`;
      });
    default:
      return null;
  }
}

function nameInto(part: 'name' | 'givenName' | 'familyName' | 'middleName', header: string): PersonSetter {
  return (cell, draft) => {
    if (isNoName(cell)) complain(draft, 'name.not-one', cell, header);
    else if (part === 'middleName') partOf(draft, 'middleName', cell);
    else draft.record[part] ||= cell.replace(/\s+/g, ' ');
  };
}

/** Several in one cell, each once; what is none is told and left out. */
export function addEmails(draft: Draft<ImportedPerson>, cell: string, label: string, header: string): void {
  for (const part of listIn(cell, true)) {
    const email = emailIn(part);
    if (!isEmail(email)) complain(draft, 'email.not-one', part, header);
    else if (!draft.record.emails.some((known) => known.email.toLowerCase() === email.toLowerCase()))
      draft.record.emails.push({ label, email });
  }
}

export function addPhones(draft: Draft<ImportedPerson>, cell: string, label: string, header: string): void {
  for (const part of listIn(cell, true)) {
    const phone = part.replace(/^tel:/i, '').replace(/^'/, '');
    if (saysNothing(phone)) continue;
    if (!isPhone(phone)) complain(draft, 'phone.not-one', part, header);
    else if (!draft.record.phones.some((known) => known.phone === phone)) draft.record.phones.push({ label, phone });
  }
}

export function addLinks(draft: Draft<ImportedPerson>, cell: string, label: string, header: string): void {
  for (const part of listIn(cell, false)) {
    if (saysNothing(part)) continue;
    if (!isLink(part)) complain(draft, 'link.not-one', part, header);
    else if (!draft.record.links.some((known) => known.url === part)) draft.record.links.push({ label: label || siteOf(part), url: part });
  }
}

const SITES = ['linkedin', 'twitter', 'facebook', 'instagram', 'github', 'xing', 'youtube', 'mastodon', 'bsky'];

/** What a profile is called by, where its address says it. */
function siteOf(url: string): string {
  const domain = domainOf(url);
  return domain === 'x.com' ? 'twitter' : (SITES.find((site) => domain === `${site}.com` || domain.endsWith(`.${site}.com`)) ?? '');
}

type AddressPart = 'street' | 'place' | 'region' | 'postcode' | 'country';
const ADDRESS_PARTS = ['street', 'place', 'region', 'postcode', 'country'];

function addressPart(rest: string): PersonSetter | null {
  const dot = rest.lastIndexOf('.');
  const part = rest.slice(dot + 1) as AddressPart;
  if (!ADDRESS_PARTS.includes(part)) return null;
  const label = dot < 0 ? '' : rest.slice(0, dot);
  return textInto((text, { record }) => {
    const known = record.addresses.find((address) => address.label === label);
    const address = known ?? { label, street: '', place: '', region: '', postcode: '', country: '' };
    address[part] = address[part] === '' ? text : `${address[part]}, ${text}`;
    if (!known) record.addresses.push(address);
  });
}

function dateInto(label: string, header: string, manner: Manner): PersonSetter {
  const kind = label === 'birthday' || label === 'anniversary' ? label : 'other';
  return whenInto(manner, header, ({ year, month, day }, { record }) => {
    // Outlook and Google write 1604 and 0 for a year that is not known.
    const known = year !== null && year > 1800 ? year : null;
    record.dates.push({ kind, label: kind === 'other' ? header : '', month, day, year: known });
  });
}

function organisationInto(kind: string, manner: Manner): PersonSetter | null {
  if (kind === 'roleTitle') return textInto((text, draft) => partOf(draft, 'organisationRole', text));
  if (kind === 'said') return textInto((text, draft) => partOf(draft, 'organisationSaid', text));
  return refsInto(kind, manner, (ref, at, { record }) => {
    const organisations: ImportedPerson['organisations'] = record.organisations;
    const before = organisations.length;
    mergeRef(organisations, ref, at);
    const added = organisations[before];
    if (added) added.roleTitle ??= '';
  });
}

/** Its parts become the name, its role goes to where it is had; without a name, an address, a number or a profile it is nobody. */
function finishPerson(draft: Draft<ImportedPerson>): string | null {
  const { record, parts } = draft;
  if (parts) for (const name in parts) if (name.includes('#')) joinGroup(draft, name);
  const middle = parts?.middleName ?? '';
  if (record.name === '') record.name = [record.givenName, middle, record.familyName].filter((word) => word !== '').join(' ');
  if (parts?.organisationSaid) nameOrganisation(record, parts.organisationSaid);
  const [first] = record.organisations;
  const role = parts?.organisationRole ?? record.roleTitle;
  if (first && first.roleTitle === '') first.roleTitle = role;
  if (record.name !== '' || record.emails.length > 0 || record.phones.length > 0 || record.links.length > 0) return null;
  return isBare(record) ? 'row.id-only' : 'row.nameless';
}

/** What somebody wrote as their company beside the one they are tied to: it names that one where nothing else does. */
function nameOrganisation({ organisations }: ImportedPerson, said: string): void {
  const [first] = organisations;
  if (!first) organisations.push({ name: said, roleTitle: '' });
  else first.name ??= said;
}

const isBare = (record: ImportedPerson): boolean =>
  record.externalId !== null &&
  record.organisations.length === 0 &&
  record.custom.length === 0 &&
  record.addresses.length === 0 &&
  record.dates.length === 0 &&
  record.about === '' &&
  record.roleTitle === '';

/** Some keep the code of the country in a column of its own. */
function addNumber(draft: Draft<ImportedPerson>, number: string, { label, group }: { label: string; group: string }): void {
  const code = draft.parts?.[`phones#${group}.code`] ?? '';
  addPhones(draft, code !== '' && !/^\+|^00/.test(number) ? `${code} ${number}` : number, label, `Phone ${group}`);
}

/** Google and others name what a value is in a column beside it: `E-mail 1 - Label`, `E-mail 1 - Value`. */
function joinGroup(draft: Draft<ImportedPerson>, name: string): void {
  const found = /^(\w+)#(\w+)\.(\w+)$/.exec(name);
  const value = draft.parts?.[name];
  if (!found || value === undefined || ['label', 'code', 'title'].includes(found[3] ?? '')) return;
  const [, what = '', group = '', part = ''] = found;
  const label = (draft.parts?.[`${what}#${group}.label`] ?? '').replace(/^\*\s*/, '').toLowerCase();
  if (what === 'emails') addEmails(draft, value, label, `E-mail ${group}`);
  else if (what === 'phones') addNumber(draft, value, { label, group });
  else if (what === 'links') addLinks(draft, value, label, `Website ${group}`);
  else if (what === 'addresses') addressPart(`${label || group}.${part}`)?.(value, draft);
  else if (what === 'organisation')
    draft.record.organisations.push({ name: value, roleTitle: draft.parts?.[`organisation#${group}.title`] ?? '' });
}
