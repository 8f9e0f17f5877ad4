import { columnsOf, type Layout, mustHave } from './layout.ts';

/** Every heading is `Object - Field`; what one imports with writes `Person - Email (Work)` for the same. Deals and notes are tied by name. */
const source = 'pipedrive';

const of = (object: string, lines: string) =>
  columnsOf(
    lines
      .split('\n')
      .map((line) => {
        const [headings = '', field = ''] = line.split(' = ');
        if (field === '') return '';
        return `${headings
          .split(' | ')
          .map((heading) => `${object} - ${heading}`)
          .join(' | ')} = ${field}`;
      })
      .join('\n'),
  );

const person: Layout = {
  source,
  object: 'person',
  externalObject: 'person',
  must: mustHave(
    'Person - Name | Person - First name | Person - Last name',
    'Person - ID | Person - Organization | Person - Owner | Person - Email - Work | Person - Email (Work) | Person - Email | Person - Phone - Work | Person - Phone | Person - Phone (Work) | Person - Label | Person - Person created | Person - First name | Person - Name',
  ),
  columns: of(
    'Person',
    `
ID = externalId
Name = name
First name = givenName
Last name = familyName
Organization | Organization name = organisation.name
Organization ID = organisation.externalId
Email | Email - Work | Email (Work) = emails.work
Email - Home | Email (Home) = emails.home
Email - Other | Email (Other) = emails.other
Phone | Phone - Work | Phone (Work) = phones.work
Phone - Home | Phone (Home) = phones.home
Phone - Mobile | Phone (Mobile) = phones.mobile
Phone - Other | Phone (Other) = phones.other
Label | Labels = tags
Owner = owner
Person created | Created = createdAt
Marketing status = doNotContact.said
Job title | Position = roleTitle
Birthday = dates.birthday
Notes = about
Postal address | Address = addresses.work.street
LinkedIn = links.linkedin
Update time | Last activity date | Next activity date | Last email received | Last email sent | Open deals | Closed deals | Won deals | Lost deals | Total activities | Done activities | Activities to do | Email messages count | Visible to | Profile picture = nothing
`,
  ),
};

const organisation: Layout = {
  source,
  object: 'organisation',
  externalObject: 'organization',
  must: mustHave('Organization - Name'),
  columns: of(
    'Organization',
    `
ID = externalId
Name = name
Owner = owner
Organization created | Created = createdAt
Label | Labels = tags
Website = website
LinkedIn profile = custom
Industry = industry
Address - City/town/village/locality of Address | City/town/village/locality of Address = place
Address - Country of Address | Country of Address = country
Address | Address - ZIP/Postal code of Address | Address - Street/road name of Address = custom
Address - Full/combined address of Address | Address - Latitude of Address | Address - Longitude of Address | Update time | Last activity date | Next activity date | People | Open deals | Closed deals | Won deals | Lost deals | Total activities | Done activities | Activities to do | Email messages count | Visible to = nothing
`,
  ),
};

const deal: Layout = {
  source,
  object: 'deal',
  externalObject: 'deal',
  must: mustHave(
    'Deal - Title',
    'Deal - Value | Deal - Stage | Deal - Status | Deal - Pipeline | Deal - Organization | Deal - Contact person | Deal - ID | Deal - Owner',
  ),
  columns: of(
    'Deal',
    `
ID = externalId
Title = title
Value = amount
Currency | Currency of Value = currency
Pipeline = pipeline
Stage = stage
Status = ended
Expected close date = closeOn
Won time = wonAt
Lost time = lostAt
Deal closed on = endedAt
Lost reason = endedWhy
Organization = organisation.name
Organization ID = organisation.externalId
Contact person | Person = people.name
Contact person ID | Person ID = people.externalId
Owner = owner
Deal created | Created = createdAt
Label | Labels = tags
Notes = about
Probability | Source channel | Source origin = custom
Weighted value | Currency of Weighted value | Update time | Last stage change | Last activity date | Next activity date | Last email received | Last email sent | Total activities | Done activities | Activities to do | Email messages count | Visible to | Product quantity | Product amount = nothing
`,
  ),
};

const TIES = `
Person | Contact person | Person name = people.name
Person ID = people.externalId
Organization | Organization name = organisations.name
Organization ID = organisations.externalId
Deal | Deal title = deals.name
Deal ID = deals.externalId
`;

/** Imports of notes name whom they are about as `Person - Name`, `Deal - Title`. */
const TIED_ELSEWHERE = columnsOf(`
Person - Name = people.name
Person - ID = people.externalId
Person - Email | Person - Email - Work | Person - Email (Work) = people.email
Organization - Name = organisations.name
Organization - ID = organisations.externalId
Deal - Title = deals.name
Deal - ID = deals.externalId
`);

const note: Layout = {
  source,
  object: 'note',
  externalObject: 'note',
  must: mustHave('Note - Content'),
  columns: new Map([
    ...TIED_ELSEWHERE,
    ...of(
      'Note',
      `${TIES}
ID = externalId
Content = body
User | Author | Owner | Creator = owner
Add time | Note created | Created | Date = happenedAt
Update time | Lead | Pinned to deal | Pinned to person | Pinned to organization = nothing
`,
    ),
  ]),
};

const activity: Layout = {
  source,
  object: 'task',
  externalObject: 'activity',
  must: mustHave(
    'Activity - Subject',
    'Activity - Due date | Activity - Type | Activity - Done | Activity - Deal | Activity - Contact person | Activity - ID',
  ),
  columns: new Map([
    ...TIED_ELSEWHERE,
    ...of(
      'Activity',
      `${TIES}
ID = externalId
Subject = what
Note | Public description = about
Due date = dueOn
Done | Status = done
Marked as done time = doneAt
Assigned to user | Owner = owner
Add time | Activity created | Created = createdAt
Type | Due time | Duration | Location | Priority = custom
Creator | Update time | Last notification time | Busy | Free/busy = nothing
`,
    ),
  ]),
};

const leftOut = (what: string, must: string[][]): Layout => ({
  source,
  object: 'note',
  externalObject: what,
  must,
  columns: new Map(),
  use: { leftOut: what },
});

export const PIPEDRIVE: Layout[] = [leftOut('products', mustHave('Product - Name')), note, activity, deal, person, organisation];
