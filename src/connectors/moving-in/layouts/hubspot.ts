import { columnsOf, type Layout, mustHave } from './layout.ts';

/** Labels of the account's exports, and the names of its programming interface, which are met in files too. */
const source = 'hubspot';

const RECORD = `
Create Date | createdate | hs_createdate | Create date = createdAt
hs_object_id = externalId
Last Modified Date | lastmodifieddate | hs_lastmodifieddate | Last Activity Date | notes_last_updated = nothing
Number of times contacted | Number of Sales Activities | Record source | Record source detail 1 | Original Source = nothing
`;

const contacts: Layout = {
  source,
  object: 'person',
  externalObject: 'contact',
  must: mustHave(
    'Record ID | Record ID - Contact | Contact ID | vid | hs_object_id | hubspot_owner_id | Contact owner',
    'First Name | firstname | Last Name | Email | Email - Contact',
    'Contact owner | Lifecycle Stage | Lead Status | Marketing contact status | Associated Company IDs | Associated Company | hs_lead_status | hubspot_owner_id | associatedcompanyid | Record ID - Contact | Primary Associated Company ID | Unsubscribed from all email',
  ),
  columns: columnsOf(`${RECORD}
Record ID | Record ID - Contact | Contact ID | vid = externalId
First Name | firstname | First name - Contact = givenName
Last Name | lastname = familyName
Email | Work email | Email - Contact = emails
Additional email addresses | hs_additional_emails = emails.other
Phone Number | phone = phones.work
Mobile Phone Number | mobilephone = phones.mobile
WhatsApp Phone Number | hs_whatsapp_phone_number = phones.whatsapp
Job Title | jobtitle = roleTitle
Company Name | company = organisation.said
Associated Company | Company name - Company | Associated Company (Primary) | Associated Company Names = organisation.name
Associated Company IDs | Associated Company IDs (Primary) | Primary Associated Company ID | associatedcompanyid | Record ID - Company | Associated Company ID = organisation.externalId
Company Domain Name - Company = organisation.domain
Contact owner | hubspot_owner_id | HubSpot Owner = owner
Lead Status | hs_lead_status = custom
Lifecycle Stage | lifecyclestage = kinds
Marketing contact status | hs_marketable_status = nothing
Unsubscribed from all email | Opted out of all email | hs_email_optout | Do not contact = doNotContact
Website URL | website = links.website
LinkedIn URL | hs_linkedin_url | LinkedIn Bio | linkedinbio = links.linkedin
Twitter Username | twitterhandle = custom
Street Address | address = addresses.work.street
City | city = addresses.work.place
State/Region | state = addresses.work.region
Postal Code | zip = addresses.work.postcode
Country/Region | Country | country = addresses.work.country
Date of birth | date_of_birth = dates.birthday
Notes | message = about
`),
  fieldOf: (key) => (/^optedoutofemail/.test(key) ? 'doNotContact' : null),
};

const companies: Layout = {
  source,
  object: 'organisation',
  externalObject: 'company',
  must: mustHave(
    'Record ID | Record ID - Company | Company ID | companyId | hs_object_id | Company owner',
    'Company name | name',
    'Company Domain Name | domain | Company owner | Industry | Website URL | Associated Contact IDs',
  ),
  columns: columnsOf(`${RECORD}
Record ID | Record ID - Company | Company ID | companyId = externalId
Company name | name = name
Company Domain Name | domain | hs_additional_domains | Additional Domains = domains
Website URL | website = website
Company owner | hubspot_owner_id = owner
Phone Number | phone = phone
City | city = place
Country/Region | country = country
Industry | industry = industry
Description | About Us | description = about
Parent Company | Parent company name = parent.name
Parent Company ID | hs_parent_company_id = parent.externalId
Associated Contact | Associated Contact IDs | Associated Deal | Associated Deal IDs | Number of Associated Contacts = nothing
`),
};

const deals: Layout = {
  source,
  object: 'deal',
  externalObject: 'deal',
  must: mustHave('Deal Name | dealname', 'Deal Stage | dealstage | Deal owner | Record ID | Record ID - Deal | Deal pipeline'),
  columns: columnsOf(`${RECORD}
Record ID | Record ID - Deal | Deal ID | dealId = externalId
Deal Name | dealname = title
Deal Stage | dealstage = stage
Pipeline | Deal pipeline = pipeline
Amount | amount = amount
Currency | deal_currency_code = currency
Close Date | closedate = closeOn
Deal owner | hubspot_owner_id = owner
Associated Company IDs | Associated Company IDs (Primary) | associatedcompanyid | Record ID - Company | Associated Company ID = organisation.externalId
Associated Company | Associated Company (Primary) | Associated Company Names | Associated Company Names (Primary) = organisation.name
Associated Contact IDs | Associated Contact ID | Record ID - Contact | Associated Contact IDs (Primary) = people.externalId
Associated Contact | Associated Contacts | Associated Contact Names = people.name
Closed Lost Reason | closed_lost_reason = endedWhy
Closed Won Reason | closed_won_reason = wonWhy
Is Closed Won | hs_is_closed_won | Is closed won = won
Next step | hs_next_step = nextStep
Deal Description | description = about
Deal Type | dealtype = custom
`),
};

const TIES = `
Associated Contact IDs | Associated Contact ID | Record ID - Contact = people.externalId
Associated Contact | Associated Contacts | Associated Contact Names = people.name
Contact email | Email = people.email
Associated Company IDs | Associated Company ID | Record ID - Company = organisations.externalId
Associated Company | Associated Companies | Associated Company Names = organisations.name
Associated Deal IDs | Associated Deal ID | Record ID - Deal = deals.externalId
Associated Deal | Associated Deals | Associated Deal Names = deals.name
Activity assigned to | Activity owner | Assigned to | hubspot_owner_id | Owner | Created by = owner
`;

const activity = (externalObject: string, must: string[][], lines: string): Layout => ({
  source,
  object: 'note',
  externalObject,
  must,
  columns: columnsOf(`${RECORD}${TIES}
Record ID | Engagement ID | Activity ID = externalId
Activity date | hs_timestamp | Activity Date = happenedAt
${lines}`),
});

const WHEN = 'Activity date | hs_timestamp | Create Date | createdate | Record ID | hs_createdate | Engagement ID | Activity assigned to';

const activities: Layout[] = [
  activity(
    'note',
    mustHave('Note body | hs_note_body | Note Body | Body preview | Note', WHEN),
    'Note body | hs_note_body | Note = body\nBody preview = nothing\nNote title = title',
  ),
  activity(
    'call',
    mustHave('Call notes | Call title | hs_call_body | hs_call_title | Call body', WHEN),
    'Call title | hs_call_title = title\nCall notes | Call body | hs_call_body = body\nCall outcome | hs_call_disposition | Call duration | hs_call_duration | Call direction | hs_call_direction = custom',
  ),
  activity(
    'email',
    mustHave('Email subject | hs_email_subject', `${WHEN} | Email body | hs_email_text | Email send status`),
    'Email subject | hs_email_subject = title\nEmail body | Email text | hs_email_text | Email content = body\nhs_email_html = nothing\nEmail send date = happenedAt\nEmail from address | Email to address | hs_email_to_email | hs_email_from_email | Email from | Email to = people.email\nEmail direction | hs_email_direction | Email send status = custom',
  ),
  activity(
    'meeting',
    mustHave('Meeting name | Meeting title | hs_meeting_title', `${WHEN} | Meeting start time | hs_meeting_start_time`),
    'Meeting name | Meeting title | hs_meeting_title = title\nMeeting description | hs_meeting_body | Meeting notes | Internal meeting notes | hs_internal_meeting_notes = body\nMeeting start time | hs_meeting_start_time = happenedAt\nMeeting outcome | hs_meeting_outcome | Meeting location | hs_meeting_location | Meeting end time = custom',
  ),
];

const tasks: Layout = {
  source,
  object: 'task',
  externalObject: 'task',
  must: mustHave(
    'Task Title | hs_task_subject | Task subject',
    'Due date | hs_timestamp | Task status | hs_task_status | Task type | Task Due Date',
  ),
  columns: columnsOf(`${RECORD}${TIES}
Record ID | Task ID = externalId
Task Title | hs_task_subject | Task subject = what
Task Notes | Task body | hs_task_body | Notes = about
Due date | hs_timestamp | Task Due Date = dueOn
Task status | hs_task_status = done
Completed at | hs_task_completion_date | Task completion date = doneAt
Task type | hs_task_type | Priority | hs_task_priority | Task priority | Queue = custom
`),
};

const leftOut = (what: string, must: string[][]): Layout => ({
  source,
  object: 'note',
  externalObject: what,
  must,
  columns: new Map(),
  use: { leftOut: what },
});

export const HUBSPOT: Layout[] = [
  leftOut(
    'tickets',
    mustHave(
      'Ticket ID | Ticket name | hs_ticket_id',
      'Ticket status | Ticket owner | Ticket description | hs_pipeline_stage | Ticket name',
    ),
  ),
  leftOut('products', mustHave('Product ID | SKU | hs_sku', 'Unit price | Unit cost', 'Name | Product name')),
  leftOut('marketing', mustHave('Campaign | Campaign Name | Email campaign', 'Opens | Clicks | Opened | Clicked | Recipient')),
  ...activities,
  tasks,
  deals,
  contacts,
  companies,
];
