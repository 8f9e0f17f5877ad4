import { columnsOf, type Layout, mustHave } from './layout.ts';

/** Headings are a field and its part (`Emails PrimaryEmail`, later `Emails / Primary Email`); amounts are whole already, though the heading says micros. */
const source = 'twenty';

const RECORD = `
Id = externalId
Creation date | Created at = createdAt
Deleted at | Deletion date = deleted
Last update | Updated at | Position | Search vector | Avatar | Avatar Url | Created by Source | Created by Name | Created by WorkspaceMemberId | Created by Workspace Member Id | Created by Context | Updated by Source | Updated by Name | Updated by WorkspaceMemberId | Updated by Context = nothing
`;

const person: Layout = {
  source,
  object: 'person',
  externalObject: 'person',
  must: mustHave(
    'Name FirstName | Emails PrimaryEmail | Phones PrimaryPhoneNumber',
    'Name FirstName | Name LastName',
    'Id | Emails PrimaryEmail | Company Id',
  ),
  columns: columnsOf(`${RECORD}
Name FirstName = givenName
Name LastName = familyName
Emails PrimaryEmail = emails
Emails AdditionalEmails = emails.other
Phones PrimaryPhoneNumber = phones#1.value
Phones PrimaryPhoneCallingCode = phones#1.code
Phones PrimaryPhoneCountryCode = nothing
Phones AdditionalPhones = phones.other
Job Title = roleTitle
City = livesIn
Company Id = organisation.externalId
Company | Company Name = organisation.name
Linkedin PrimaryLinkUrl = links.linkedin
X PrimaryLinkUrl = links.twitter
Linkedin PrimaryLinkLabel | Linkedin SecondaryLinks | X PrimaryLinkLabel | X SecondaryLinks = nothing
Intro | Work Preference = custom
`),
};

const company: Layout = {
  source,
  object: 'organisation',
  externalObject: 'company',
  must: mustHave(
    'Name',
    'Domain Name PrimaryLinkUrl | Address AddressCity | ARR AmountMicros | Annual Recurring Revenue AmountMicros | Ideal Customer Profile | Account Owner Id',
  ),
  columns: columnsOf(`${RECORD}
Name = name
Domain Name PrimaryLinkUrl | Domain Name | Domain = domains
Domain Name SecondaryLinks = domains
Address AddressCity = place
Address AddressCountry = country
Account Owner Id = owner
Industry = industry
Domain Name PrimaryLinkLabel | Linkedin PrimaryLinkLabel | Linkedin SecondaryLinks | X PrimaryLinkLabel | X SecondaryLinks | Address AddressLat | Address AddressLng = nothing
`),
};

const opportunity: Layout = {
  source,
  object: 'deal',
  externalObject: 'opportunity',
  must: mustHave(
    'Name',
    'Stage',
    'Amount AmountMicros | Amount CurrencyCode | Point of Contact Id | Close date',
    'Id | Point of Contact Id',
  ),
  columns: columnsOf(`${RECORD}
Name = title
Stage = stage
Amount AmountMicros | Amount Amount | Amount = amount
Amount CurrencyCode = currency
Close date = closeOn
Point of Contact Id = people.externalId
Point of Contact = people.name
Company Id = organisation.externalId
Company = organisation.name
Owner Id | Owner = owner
`),
};

const TIES = `
Person Id | People Id = people.externalId
Company Id = organisations.externalId
Opportunity Id = deals.externalId
Person | People | Relations = people.name
Company = organisations.name
Opportunity = deals.name
`;

const note: Layout = {
  source,
  object: 'note',
  externalObject: 'note',
  must: mustHave(
    'Id',
    'Title',
    'Body V2 Markdown | Body V2 Blocknote | Body Markdown | Body Blocknote | Body',
    'Creation date | Created by Name | Created at | Body V2 Markdown | Body Markdown',
  ),
  columns: columnsOf(`${RECORD}${TIES}
Title = title
Body V2 Markdown | Body Markdown = body
Body = blocks
Body V2 Blocknote | Body Blocknote = nothing
Creation date | Created at = happenedAt
`),
};

const task: Layout = {
  source,
  object: 'task',
  externalObject: 'task',
  must: mustHave('Id', 'Title', 'Due Date', 'Status | Assignee Id | Body V2 Markdown'),
  columns: columnsOf(`${RECORD}${TIES}
Title = what
Body V2 Markdown | Body Markdown = about
Body V2 Blocknote | Body Blocknote | Body = nothing
Due Date = dueOn
Status = done
Assignee Id | Assignee = owner
`),
};

export const TWENTY: Layout[] = [task, note, person, company, opportunity];
