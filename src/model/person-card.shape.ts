import { z } from 'zod';
import { idShape, momentShape, nameRefShape, personKindShape, writtenShape } from './names.shape.ts';
import { CHANNELS, DATE_KINDS, isDayOfYear, type PersonCard, TIE_KINDS } from './person-card.ts';
import { zoneShape } from './session.shape.ts';

const partShape = z.enum(['decides', 'can-say-no', 'advises', 'affected']);
const closenessShape = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

export const aroundShape = z.object({
  id: idShape,
  name: z.string(),
  roleTitle: z.string(),
  part: partShape.nullable(),
  tie: z.object({ kind: z.enum(TIE_KINDS), closeness: z.int(), of: z.enum(['from', 'to']), note: z.string() }).nullable(),
});

const deedViewShape = z.object({
  id: idShape,
  what: z.string(),
  doneOn: z.iso.date(),
  traitId: idShape.nullable(),
  by: nameRefShape.nullable(),
});

const addressShape = z.object({
  label: z.string(),
  street: z.string(),
  place: z.string(),
  region: z.string(),
  postcode: z.string(),
  country: z.string(),
});

/** What a page says of somebody's card; the page itself is `personPageShape`. */
export const personCardShape = z.object({
  kinds: z.array(personKindShape),
  givenName: z.string(),
  familyName: z.string(),
  nickname: z.string(),
  closeness: closenessShape.nullable(),
  livesIn: z.string(),
  zone: z.string().nullable(),
  locale: z.string().nullable(),
  prefers: z.enum(CHANNELS).nullable(),
  prefersNote: z.string(),
  doNotContact: z.object({ at: momentShape, by: nameRefShape.nullable(), why: z.string() }).nullable(),
  photoId: idShape.nullable(),
  owner: nameRefShape.nullable(),
  work: z.array(
    z.object({
      organisation: nameRefShape,
      roleTitle: z.string(),
      part: partShape.nullable(),
      fromOn: z.iso.date().nullable(),
      untilOn: z.iso.date().nullable(),
    }),
  ),
  emails: z.array(z.object({ email: z.string(), label: z.string() })),
  phones: z.array(z.object({ phone: z.string(), e164: z.string(), label: z.string() })),
  links: z.array(z.object({ url: z.string(), label: z.string() })),
  addresses: z.array(addressShape),
  dates: z.array(
    z.object({
      kind: z.enum(DATE_KINDS),
      label: z.string(),
      month: z.int(),
      day: z.int(),
      year: z.int().nullable(),
    }),
  ),
  around: z.array(aroundShape),
  deeds: z.array(deedViewShape),
}) satisfies z.ZodType<PersonCard>;

const label = writtenShape.trim().max(60).default('').describe('What it is called: work, home, mobile; empty for none');
const line = writtenShape.trim().max(300).default('');

export const emailShape = z.email().max(320).describe('An e-mail address');

/** An address by itself, or with its label. */
const writtenEmail = z.union([emailShape.transform((email) => ({ email, label: '' })), z.object({ email: emailShape, label })]);

const digits = /\d.*\d/;
const writtenPhone = z.object({
  phone: writtenShape.trim().max(60).regex(digits, 'A number has digits.').describe('As it is written'),
  label,
});

/** What would run when it is clicked is no address. */
const urlShape = writtenShape
  .trim()
  .max(2000)
  .transform((url) => (/^[a-z][a-z0-9+.-]*:(?!\d+(\/|$))/i.test(url) ? url : `https://${url}`))
  .refine((url) => url.length <= 2000 && /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(url), 'That is not a web address.')
  .describe('The address of a page of theirs');
const writtenLink = z.object({ url: urlShape, label });

const writtenAddress = z
  .object({ label, street: line, place: line, region: line, postcode: line, country: line })
  .refine(
    ({ street, place, region, postcode, country }) => `${street}${place}${region}${postcode}${country}` !== '',
    'An address says something.',
  );

const writtenDate = z
  .object({
    kind: z.enum(DATE_KINDS).describe('A birthday, an anniversary, or another day'),
    label: writtenShape.trim().max(120).default('').describe('What the day is of'),
    month: z.int().min(1).max(12).describe('1 to 12'),
    day: z.int().min(1).max(31).describe('1 to 31'),
    year: z.int().min(1800).max(2200).nullable().default(null).describe('The year; null when nobody told'),
  })
  .refine(isDayOfYear, 'There is no such day.');

const short = (most: number) => writtenShape.trim().max(most);

/** What may be written on a card beside name, kinds, work and pronouns. Lists are given whole: what is not among them is no longer theirs. */
export const writtenCardShape = z.object({
  givenName: short(120).optional().describe('Given name; empty when not known'),
  familyName: short(120).optional().describe('Family name; empty when not known'),
  nickname: short(120).optional().describe('What friends call them; empty for none'),
  closeness: closenessShape.nullable().optional().describe('How close: 1 (a handful) to 4 (good to know); null when nobody said'),
  livesIn: short(200).optional().describe('Where they live'),
  zone: zoneShape.nullable().optional().describe('Their time zone, IANA name; null when not known'),
  locale: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'That is not a language, like en or pt-BR.')
    .nullable()
    .optional()
    .describe('The language they speak, BCP 47; null when not known'),
  prefers: z.enum(CHANNELS).nullable().optional().describe('How they would rather be reached; null when not known'),
  prefersNote: short(300).optional().describe('When, or how: "after two"'),
  ownerId: idShape.nullable().optional().describe('Id of the member who looks after them; null for nobody'),
  emails: z.array(writtenEmail).max(20).optional().describe('All their addresses, in order, each by itself or as { email, label }'),
  phones: z.array(writtenPhone).max(20).optional().describe('All their numbers, in order'),
  links: z.array(writtenLink).max(20).optional().describe('All pages of theirs, in order'),
  addresses: z.array(writtenAddress).max(10).optional().describe('All postal addresses, in order'),
  dates: z.array(writtenDate).max(30).optional().describe('All days to think of, in order'),
});

export type WrittenCard = z.output<typeof writtenCardShape>;
