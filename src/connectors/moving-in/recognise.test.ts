import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportObject, ImportSource } from '#model/import.ts';
import { bringing } from '#test/dropping.ts';

/** Every set of headings that the vendors are known to write, and what it is. */
const SETS: [ImportSource, ImportObject, string][] = [
  [
    'hubspot',
    'person',
    'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact owner,Lead Status,Lifecycle Stage,Marketing contact status,Create Date,Last Activity Date,Associated Company,Associated Company IDs',
  ],
  ['hubspot', 'person', 'Record ID - Contact,First Name,Last Name,Email,Record ID - Company,Company name'],
  [
    'hubspot',
    'person',
    'firstname,lastname,email,phone,mobilephone,jobtitle,company,lifecyclestage,hs_lead_status,hubspot_owner_id,associatedcompanyid,createdate,lastmodifieddate',
  ],
  [
    'hubspot',
    'organisation',
    'Record ID,Company name,Company Domain Name,Website URL,Company owner,Phone Number,City,Country/Region,State/Region,Street Address,Industry,Create Date',
  ],
  [
    'hubspot',
    'deal',
    'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Associated Company IDs,Associated Contact IDs,Closed Lost Reason,Closed Won Reason,Next step',
  ],
  ['hubspot', 'deal', 'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Associated Company IDs (Primary)'],
  ['hubspot', 'deal', 'dealname,dealstage,pipeline,amount,closedate,dealtype,closed_lost_reason'],
  ['hubspot', 'note', 'Activity date,Note body,Activity assigned to,Associated Contact IDs'],
  ['hubspot', 'note', 'Record ID,Call title,Call notes,Activity date,Call duration,Associated Contact IDs'],
  ['hubspot', 'note', 'Record ID,Email subject,Email body,Activity date,Email send status'],
  ['hubspot', 'note', 'Record ID,Meeting name,Meeting description,Meeting start time,Meeting outcome'],
  ['hubspot', 'task', 'Record ID,Task Title,Task status,Due date,Task type,Associated Contact IDs'],
  [
    'salesforce',
    'person',
    '"Id","IsDeleted","MasterRecordId","AccountId","LastName","FirstName","Salutation","MailingStreet","MailingCity","MailingState","MailingPostalCode","MailingCountry","Phone","Fax","MobilePhone","HomePhone","OtherPhone","AssistantPhone","ReportsToId","Email","Title","Department","AssistantName","LeadSource","Birthdate","Description","OwnerId","CreatedDate","CreatedById"',
  ],
  [
    'salesforce',
    'organisation',
    'Id,IsDeleted,Name,Type,ParentId,BillingStreet,BillingCity,Phone,Website,Industry,AnnualRevenue,NumberOfEmployees,OwnerId',
  ],
  [
    'salesforce',
    'deal',
    'Id,IsDeleted,AccountId,Name,Description,StageName,Amount,Probability,CloseDate,Type,NextStep,LeadSource,IsClosed,IsWon,OwnerId',
  ],
  ['salesforce', 'person', 'Id,IsDeleted,LastName,FirstName,Company,Status,IsConverted,ConvertedAccountId,ConvertedContactId,OwnerId'],
  ['salesforce', 'task', 'Id,WhoId,WhatId,Subject,ActivityDate,Status,Description,OwnerId'],
  ['salesforce', 'note', 'Id,WhoId,WhatId,Subject,StartDateTime,EndDateTime,Description,OwnerId,IsDeleted'],
  ['salesforce', 'note', 'Id,IsDeleted,ParentId,Title,IsPrivate,Body,OwnerId,CreatedDate'],
  ['salesforce', 'note', 'Id,ParentId,Subject,TextBody,FromAddress,ToAddress,MessageDate,RelatedToId'],
  ['salesforce', 'deal', 'Id,OpportunityId,ContactId,Role,IsPrimary,IsDeleted'],
  ['salesforce', 'deal', 'Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Probability,Owner,Next Step'],
  ['salesforce', 'person', 'First Name,Last Name,Account Name,Title,Mailing Street,Mailing City,Contact Owner,Lead Source,Reports To'],
  ['salesforce', 'person', 'Lead ID,First Name,Last Name,Company / Account,Lead Status,Lead Owner'],
  ['salesforce', 'organisation', 'Account ID,Account Name,Account Owner,Billing City,Type'],
  [
    'pipedrive',
    'person',
    'Person - Name,Person - First name,Person - Last name,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Email - Other,Person - Phone - Work,Person - Phone - Home,Person - Phone - Mobile,Person - Phone - Other,Person - Label,Person - Owner,Person - Person created,Person - Marketing status,Person - ID',
  ],
  ['pipedrive', 'person', 'Person - Name *,Person - Email (Work),Person - Phone (Work),Organization - Name'],
  [
    'pipedrive',
    'organisation',
    'Organization - Name,Organization - Address,Organization - Owner,Organization - Organization created,Organization - Address - City/town/village/locality of Address,Organization - Address - ZIP/Postal code of Address,Organization - Address - Street/road name of Address',
  ],
  [
    'pipedrive',
    'deal',
    'Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Pipeline,Deal - Stage,Deal - Status,Deal - Expected close date,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Organization,Deal - Contact person,Deal - Owner,Deal - Deal created,Deal - ID',
  ],
  ['pipedrive', 'note', 'Note - Content*,Person - Name,Deal - Title'],
  ['pipedrive', 'task', 'Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Contact person'],
  [
    'twenty',
    'person',
    'Id,Name FirstName,Name LastName,Emails PrimaryEmail,Emails AdditionalEmails,Phones PrimaryPhoneNumber,Company Id,City,Job Title',
  ],
  ['twenty', 'person', 'Id,Name / First Name,Name / Last Name,Emails / Primary Email,Company Id'],
  ['twenty', 'organisation', 'Id,Name,Domain Name PrimaryLinkUrl,Address AddressCity,Account Owner Id,Creation date'],
  ['twenty', 'deal', 'Id,Name,Amount AmountMicros,Amount CurrencyCode,Close date,Stage,Point of Contact Id,Company Id'],
  ['twenty', 'note', 'Id,Title,Body V2 Markdown,Body V2 Blocknote,Creation date,Created by Name'],
  ['twenty', 'task', 'Id,Title,Due Date,Status,Assignee Id,Body V2 Markdown'],
  ['monica', 'person', 'uuid,first_name,middle_name,last_name,nickname,job,company,stay_in_touch_frequency,last_talked_to'],
  ['linkedin', 'person', 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'],
  ['linkedin', 'person', 'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Vernetzt am'],
  ['linkedin', 'person', 'Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Gekoppeld op'],
  ['linkedin', 'person', 'Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le'],
  ['linkedin', 'person', 'Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el'],
  [
    'google',
    'person',
    'First Name,Middle Name,Last Name,Phonetic First Name,Nickname,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value',
  ],
  [
    'google',
    'person',
    'Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value',
  ],
  [
    'outlook',
    'person',
    'First Name,Middle Name,Last Name,Company,Job Title,Business Street,Business Phone,E-mail Address,E-mail Display Name',
  ],
  ['outlook', 'person', 'Anrede,Vorname,Weitere Vornamen,Nachname,Firma,Position,Straße geschäftlich,Telefon geschäftlich,E-Mail-Adresse'],
  ['outlook', 'person', 'Titel,Voornaam,Middelste naam,Achternaam,Bedrijf,Functie,"Werkadres, straat",Telefoon op werk,E-mailadres'],
];

for (const [source, object, headings] of SETS)
  test(`${source}, ${object}: ${headings.slice(0, 60)}`, async () => {
    const { looked } = await bringing({ 'export.csv': `${headings}\n` });
    const [file] = looked;
    assert.deepEqual([file?.source, file?.object], [source, object]);
    const columns = file?.columns ?? [];
    const ownWords = columns.filter(({ field }) => field !== 'custom');
    assert.ok(ownWords.length >= columns.length * 0.5, JSON.stringify(columns.map(({ header, field }) => `${header} > ${field}`)));
  });

test('case, accents, punctuation and a trailing star of a heading tell nothing', async () => {
  const { looked } = await bringing({ 'x.csv': 'RECORD-ID;first name *;Last_Name;É-mail*;contact Owner;lifecycle stage\n' });
  assert.equal(looked[0]?.source, 'hubspot');
  assert.equal(looked[0]?.columns?.find(({ header }) => header === 'É-mail*')?.field, 'emails');
});

test('what Heed does not keep about people is left out and said to be', async () => {
  const left = async (headings: string) => (await bringing({ 'x.csv': `${headings}\n1,2,3\n` })).looked[0];
  for (const [what, headings] of [
    ['tickets', 'Ticket ID,Ticket name,Ticket status'],
    ['tickets', 'Id,CaseNumber,Status'],
    ['history', 'Id,Field,OldValue,NewValue'],
    ['marketing', 'Id,CampaignId,LeadId,HasResponded'],
    ['products', 'Product - Name,Product - Price'],
  ] as const) {
    const file = await left(headings);
    assert.equal(file?.source, null, headings);
    assert.deepEqual(file?.why, { code: 'file.left-out', params: { what } });
  }
});

test('how we know is counted in headings', async () => {
  const { looked } = await bringing({
    'x.csv': 'Record ID,First Name,Last Name,Email,Contact owner,Favourite tea\n1,Tom,Baker,t@x.example,Maya,Assam\n',
  });
  assert.deepEqual(looked[0]?.why, { code: 'file.known', params: { known: 5, of: 6 } });
  assert.deepEqual(looked[0]?.columns?.at(-1), { header: 'Favourite tea', field: 'custom', samples: ['Assam'], filled: 1 });
});
