import { objectOfSalesforceId, salesforceId } from '../salesforce-id.ts';
import { columnsOf, type Layout, mustHave } from './layout.ts';

/** One CSV an object with API names (Data Export, Data Loader), and reports with labels. */
const source = 'salesforce';
const ids = { idOf: salesforceId, objectOfId: objectOfSalesforceId };

const RECORD = `
Id = externalId
IsDeleted = deleted
OwnerId = owner
CreatedDate = createdAt
MasterRecordId | CreatedById | LastModifiedById | LastModifiedDate | SystemModstamp | LastActivityDate | LastViewedDate | LastReferencedDate | LastCURequestDate | LastCUUpdateDate | PhotoUrl | JigsawContactId | Jigsaw | JigsawCompanyId | RecordTypeId | IsEmailBounced | EmailBouncedReason | EmailBouncedDate | CleanStatus | IndividualId | IsPriorityRecord = nothing
`;

const made = (object: Layout['object'], externalObject: string, must: string[][], lines: string, use?: Layout['use']): Layout => ({
  source,
  object,
  externalObject,
  must,
  columns: columnsOf(lines),
  ids,
  ...(use ? { use } : {}),
  fieldOf: (key) =>
    /^otheraddress|^(?:mailing|billing|shipping|other)(?:latitude|longitude|geocodeaccuracy|statecode|countrycode)$/.test(key)
      ? 'nothing'
      : null,
});

const SYSTEM = 'IsDeleted | CreatedById | SystemModstamp | MasterRecordId | OwnerId';

const contact = made(
  'person',
  'Contact',
  mustHave('Id', 'LastName', `AccountId | MailingCity | MailingStreet | ReportsToId | ${SYSTEM}`),
  `${RECORD}
FirstName = givenName
MiddleName = middleName
LastName = familyName
Suffix | Salutation = custom
Name = name
AccountId = organisation.externalId
ReportsToId = reportsTo.externalId
Email = emails.work
Phone = phones.work
MobilePhone = phones.mobile
HomePhone = phones.home
OtherPhone = phones.other
AssistantPhone | AssistantName | Fax | Department | LeadSource = custom
Title = roleTitle
Birthdate = dates.birthday
Description = about
HasOptedOutOfEmail | DoNotCall = doNotContact
HasOptedOutOfFax = custom
MailingStreet = addresses.work.street
MailingCity = addresses.work.place
MailingState = addresses.work.region
MailingPostalCode = addresses.work.postcode
MailingCountry = addresses.work.country
OtherStreet = addresses.other.street
OtherCity = addresses.other.place
OtherState = addresses.other.region
OtherPostalCode = addresses.other.postcode
OtherCountry = addresses.other.country
`,
);

const lead = made(
  'person',
  'Lead',
  mustHave('Id', 'LastName', 'IsConverted | ConvertedContactId | Status', `Company | Status | ${SYSTEM}`),
  `${RECORD}
FirstName = givenName
MiddleName = middleName
LastName = familyName
Name = name
Company = organisation.name
Title = roleTitle
Email = emails.work
Phone = phones.work
MobilePhone = phones.mobile
Website = organisation.domain
Description = about
IsConverted = converted
HasOptedOutOfEmail | DoNotCall = doNotContact
ConvertedDate | ConvertedAccountId | ConvertedContactId | ConvertedOpportunityId | IsUnreadByOwner = nothing
Street = addresses.work.street
City = addresses.work.place
State = addresses.work.region
PostalCode = addresses.work.postcode
Country = addresses.work.country
`,
);

const account = made(
  'organisation',
  'Account',
  mustHave(
    'Id',
    'Name',
    'BillingCity | BillingStreet | BillingCountry | AccountNumber | NumberOfEmployees | AnnualRevenue | AccountSource | ParentId',
    `Type | Industry | Website | Phone | ${SYSTEM}`,
  ),
  `${RECORD}
Name = name
ParentId = parent.externalId
Phone = phone
Website = website
Industry = industry
Description = about
BillingCity = place
BillingCountry = country
Type | AnnualRevenue | NumberOfEmployees | BillingStreet | BillingState | BillingPostalCode = custom
`,
);

const opportunity = made(
  'deal',
  'Opportunity',
  mustHave('Id', 'Name', 'StageName'),
  `${RECORD}
Name = title
AccountId = organisation.externalId
ContactId | PrimaryContactId = people.externalId
StageName = stage
Amount = amount
CurrencyIsoCode = currency
CloseDate = closeOn
IsWon = won
IsClosed = closed
NextStep = nextStep
Description = about
Loss_Reason__c | LossReason__c | Closed_Lost_Reason__c | Lost_Reason__c = endedWhy
Probability | Type | LeadSource | ExpectedRevenue = custom
HasOpportunityLineItem | Pricebook2Id | ForecastCategory | ForecastCategoryName | FiscalQuarter | FiscalYear | Fiscal | CampaignId | HasOpenActivity | HasOverdueTask | TotalOpportunityQuantity | PushCount | LastStageChangeDate | LastAmountChangedHistoryId | LastCloseDateChangedHistoryId = nothing
`,
);

const contactRole = made(
  'deal',
  'Opportunity',
  mustHave('OpportunityId', 'ContactId', 'Role | IsPrimary'),
  `
Id | CreatedDate | CreatedById | LastModifiedDate | LastModifiedById | SystemModstamp | Role | IsPrimary = nothing
IsDeleted = deleted
OpportunityId = externalId
ContactId = people.externalId
`,
  'ties',
);

const accountContact = made(
  'person',
  'Contact',
  mustHave('AccountId', 'ContactId', 'IsDirect | Roles | StartDate | IsPrimary'),
  `
Id | CreatedDate | CreatedById | LastModifiedDate | LastModifiedById | SystemModstamp | IsDirect | IsActive | StartDate | EndDate | Role | IsPrimary = nothing
IsDeleted = deleted
ContactId = externalId
AccountId = organisation.externalId
Roles = organisation.roleTitle
`,
  'ties',
);

const task = made(
  'task',
  'Task',
  mustHave('Id', 'Subject', 'WhoId | WhatId', 'Status | ActivityDate | IsClosed | Priority', 'Status | IsClosed | TaskSubtype | Priority'),
  `${RECORD}
Subject = what
WhoId | WhatId = ties.externalId
ActivityDate = dueOn
Status | IsClosed = done
CompletedDateTime = doneAt
Description = about
Priority | Type | TaskSubtype | CallType | CallDurationInSeconds | CallDisposition = custom
AccountId | IsHighPriority | IsArchived | IsReminderSet | ReminderDateTime | IsRecurrence | RecurrenceActivityId | WhoCount | WhatCount | CallObject = nothing
`,
);

const event = made(
  'note',
  'Event',
  mustHave('Id', 'Subject', 'StartDateTime | ActivityDateTime | EndDateTime | IsAllDayEvent | DurationInMinutes'),
  `${RECORD}
Subject = title
WhoId | WhatId = ties.externalId
StartDateTime | ActivityDateTime = happenedAt
ActivityDate = happenedAt
Description = body
Location | DurationInMinutes | Type = custom
EndDateTime | EndDate | AccountId | IsAllDayEvent | IsPrivate | ShowAs | IsChild | IsGroupEvent | GroupEventType | IsArchived | IsRecurrence | IsReminderSet | ReminderDateTime | WhoCount | WhatCount | EventSubtype = nothing
`,
);

const note = made(
  'note',
  'Note',
  mustHave('Id', 'ParentId', 'Body', 'Title | IsPrivate'),
  `${RECORD}
Title = title
Body = body
ParentId = ties.externalId
IsPrivate = nothing
`,
);

const email = made(
  'note',
  'EmailMessage',
  mustHave('Id', 'Subject', 'FromAddress | ToAddress', 'TextBody | HtmlBody | MessageDate'),
  `${RECORD}
Subject = title
TextBody = body
MessageDate = happenedAt
FromAddress | ToAddress | CcAddress = people.email
RelatedToId = ties.externalId
HtmlBody | Headers | ParentId | ActivityId | Status | Incoming | HasAttachment | MessageIdentifier | ThreadIdentifier | FromName | BccAddress | IsExternallyVisible | ReplyToEmailMessageId | IsClientManaged = nothing
`,
);

const user = made(
  'person',
  'User',
  mustHave('Id', 'Username', 'ProfileId | IsActive | UserRoleId | TimeZoneSidKey'),
  `
Id = externalId
Email = emails
Name = name
FirstName = givenName
LastName = familyName
`,
  'users',
);

const leftOut = (what: string, must: string[][]): Layout => made('note', what, must, '', { leftOut: what });

const reports: Layout[] = [
  made(
    'deal',
    'Opportunity',
    mustHave('Opportunity Name', 'Stage | Opportunity ID | Account Name | Close Date | Opportunity Owner'),
    `
Opportunity ID = externalId
Opportunity Name = title
Account Name = organisation.name
Account ID = organisation.externalId
Contact Name | Primary Contact = people.name
Contact ID = people.externalId
Stage = stage
Amount = amount
Amount Currency = currency
Close Date = closeOn
Owner | Opportunity Owner = owner
Won = won
Closed = closed
Next Step = nextStep
Description = about
Loss Reason | Closed Lost Reason = endedWhy
Created Date = createdAt
Probability | Probability (%) | Type | Lead Source | Fiscal Period | Age | Expected Revenue = custom
`,
  ),
  made(
    'person',
    'Lead',
    mustHave(
      'Lead ID | Lead Status | Lead Owner',
      'First Name | Last Name | Name',
      'Lead Status | Lead Owner | Company / Account | Lead Source',
    ),
    `
Lead ID = externalId
First Name = givenName
Last Name = familyName
Name = name
Title = roleTitle
Company / Account | Company = organisation.name
Email = emails.work
Phone = phones.work
Mobile = phones.mobile
Lead Owner = owner
Converted = converted
Street = addresses.work.street
City = addresses.work.place
State/Province = addresses.work.region
Zip/Postal Code = addresses.work.postcode
Country = addresses.work.country
Created Date | Create Date = createdAt
Description = about
Email Opt Out | Do Not Call = doNotContact
`,
  ),
  made(
    'person',
    'Contact',
    mustHave(
      'First Name | Last Name | Full Name | Contact Name',
      'Account Name | Contact Owner | Contact ID',
      'Contact Owner | Mailing Street | Mailing City | Reports To | Contact ID | Salutation',
    ),
    `
Contact ID = externalId
Salutation | Department | Lead Source | Fax | Assistant | Asst. Phone = custom
First Name = givenName
Middle Name = middleName
Last Name = familyName
Full Name | Contact Name = name
Title = roleTitle
Account Name = organisation.name
Account ID = organisation.externalId
Account Website = organisation.domain
Email = emails.work
Phone = phones.work
Mobile = phones.mobile
Home Phone = phones.home
Other Phone = phones.other
Contact Owner = owner
Reports To = reportsTo.name
Birthdate = dates.birthday
Description | Contact Description = about
Mailing Street | Mailing Address Line 1 | Mailing Address Line 2 = addresses.work.street
Mailing City = addresses.work.place
Mailing State/Province = addresses.work.region
Mailing Zip/Postal Code = addresses.work.postcode
Mailing Country = addresses.work.country
Email Opt Out | Do Not Call = doNotContact
Created Date = createdAt
Last Activity | Last Modified Date = nothing
`,
  ),
  made(
    'organisation',
    'Account',
    mustHave(
      'Account Name',
      'Account Owner | Account ID | Billing City | Account Site',
      'Account Owner | Billing City | Billing Street | Billing Country | Type | Rating | Industry | Account ID',
    ),
    `
Account ID = externalId
Account Name = name
Account Owner = owner
Parent Account = parent.name
Parent Account ID = parent.externalId
Phone = phone
Website = website
Industry = industry
Description | Account Description = about
Billing City = place
Billing Country = country
Type | Rating | Employees | Annual Revenue | Account Site | Billing Street | Billing State/Province | Billing Zip/Postal Code = custom
Created Date = createdAt
Last Activity | Last Modified Date = nothing
`,
  ),
];

export const SALESFORCE: Layout[] = [
  leftOut('history', mustHave('Field', 'OldValue', 'NewValue')),
  leftOut('tickets', mustHave('CaseNumber', 'Status | Origin | Priority')),
  leftOut('marketing', mustHave('CampaignId', 'LeadId | ContactId | HasResponded', 'Status | HasResponded')),
  leftOut('products', mustHave('ProductCode | Pricebook2Id', 'UnitPrice | Family | QuantityUnitOfMeasure')),
  leftOut('system', mustHave('UserOrGroupId | GroupId', 'RowCause | AccessLevel | UserOrGroupId', 'Id')),
  user,
  contactRole,
  accountContact,
  task,
  event,
  email,
  note,
  lead,
  contact,
  opportunity,
  account,
  ...reports,
];
