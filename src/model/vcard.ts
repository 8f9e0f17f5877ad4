/** A person as a vCard 3.0 (RFC 2426), which every address book takes. Pure. */
import type { ImportedPerson } from './import.ts';

// A map, because a label is whatever somebody called it ("constructor").
const KINDS = new Map([
  ['work', 'WORK'],
  ['home', 'HOME'],
  ['mobile', 'CELL'],
  ['private', 'HOME'],
  ['fax', 'FAX'],
]);
const kindOf = (label: string) => KINDS.get(label.trim().toLowerCase());

/** Lines end with CRLF and are folded at 75 bytes, as the standard asks; `uid` is how the card is known again. */
export function vCardOf(person: ImportedPerson, uid: string): string {
  const [given, family] = namesOf(person);
  const work = person.organisations[0];
  const birthday = person.dates.find(({ kind }) => kind === 'birthday');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:urn:uuid:${uid}`,
    `N:${[family, given, '', '', ''].map(escaped).join(';')}`,
    `FN:${escaped(person.name)}`,
    ...(person.nickname ? [`NICKNAME:${escaped(person.nickname)}`] : []),
    ...(work?.name ? [`ORG:${escaped(work.name)}`] : []),
    ...(person.roleTitle ? [`TITLE:${escaped(person.roleTitle)}`] : []),
    ...person.emails.map(({ email, label }) => `EMAIL;TYPE=${['INTERNET', kindOf(label)].filter(Boolean).join(',')}:${escaped(email)}`),
    ...person.phones.map(({ phone, label }) => `TEL;TYPE=${kindOf(label) ?? 'VOICE'}:${escaped(phone)}`),
    ...person.links.map(({ url }) => `URL:${escaped(url)}`),
    ...person.addresses.map(
      (one) =>
        `ADR;TYPE=${kindOf(one.label) ?? 'WORK'}:${['', '', one.street, one.place, one.region, one.postcode, one.country].map(escaped).join(';')}`,
    ),
    ...(birthday
      ? [`BDAY:${birthday.year === null ? '-' : String(birthday.year).padStart(4, '0')}-${two(birthday.month)}-${two(birthday.day)}`]
      : []),
    ...(person.tags.length > 0 ? [`CATEGORIES:${person.tags.map(escaped).join(',')}`] : []),
    'END:VCARD',
  ];
  return lines.map(folded).join('');
}

/** Given and family name, from the whole where the parts were never told: the last word is the family's. */
function namesOf({ name, givenName, familyName }: ImportedPerson): [string, string] {
  if (givenName || familyName) return [givenName, familyName];
  const words = name.trim().split(/\s+/);
  return words.length > 1 ? [words.slice(0, -1).join(' '), words.at(-1) ?? ''] : [name, ''];
}

const two = (n: number) => String(n).padStart(2, '0');

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** No line is longer than 75 bytes, and none is cut within a letter; what goes on begins with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let length = 0;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (length + bytes > 75) {
      out += '\r\n ';
      length = 1;
    }
    out += letter;
    length += bytes;
  }
  return `${out}\r\n`;
}
