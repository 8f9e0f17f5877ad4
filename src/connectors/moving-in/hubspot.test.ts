import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringing, only } from '#test/dropping.ts';

test('a contact of HubSpot, field by field', async () => {
  const told = await bringing({
    'all-contacts.csv': `Record ID,First Name,Last Name,Email,Additional email addresses,Phone Number,Mobile Phone Number,Job Title,Company Name,Contact owner,Lead Status,Lifecycle Stage,Marketing contact status,Unsubscribed from all email,Create Date,Last Activity Date,Associated Company,Associated Company IDs,City,Favourite tea
5518204417,Ines,Carvalho,ines@harbour.example,i.carvalho@mail.example;ines@old.example,+44 20 7946 0018,+44 7700 900417,Ops Dir.,harbour foods ltd,Maya Okafor,In progress,Customer,Marketing contact,Yes,2024-03-12 09:14,2026-01-02 10:00,Harbour Foods,90441,London,Assam`,
  });
  assert.deepEqual(only(told, 'person'), {
    object: 'person',
    externalObject: 'contact',
    externalId: '5518204417',
    owner: 'Maya Okafor',
    createdAt: '2024-03-12T09:14:00.000Z',
    tags: [],
    custom: [
      { label: 'Lead Status', value: 'In progress' },
      { label: 'Lifecycle Stage', value: 'Customer' },
      { label: 'Favourite tea', value: 'Assam' },
    ],
    name: 'Ines Carvalho',
    givenName: 'Ines',
    familyName: 'Carvalho',
    nickname: '',
    pronouns: '',
    roleTitle: 'Ops Dir.',
    livesIn: '',
    emails: [
      { label: '', email: 'ines@harbour.example' },
      { label: 'other', email: 'i.carvalho@mail.example' },
      { label: 'other', email: 'ines@old.example' },
    ],
    phones: [
      { label: 'work', phone: '+44 20 7946 0018' },
      { label: 'mobile', phone: '+44 7700 900417' },
    ],
    links: [],
    addresses: [{ label: 'work', street: '', place: 'London', region: '', postcode: '', country: '' }],
    dates: [],
    organisations: [{ name: 'Harbour Foods', externalId: '90441', roleTitle: 'Ops Dir.' }],
    reportsTo: null,
    kinds: ['customer'],
    doNotContact: true,
    doNotContactWhy: 'Unsubscribed from all email',
    about: '',
    photo: null,
  });
  assert.deepEqual(told.looked[0]?.owners, [{ owner: 'Maya Okafor', rows: 1 }]);
});

test('several companies of a contact are tied by their ids, each once', async () => {
  const told = await bringing({
    'c.csv':
      'Record ID,First Name,Contact owner,Associated Company IDs,Associated Company\n1,Tom,Maya,90441;90442,Harbour Foods;Kimura Seafood\n',
  });
  assert.deepEqual(
    only(told, 'person').organisations.map(({ externalId, name }) => [externalId, name]),
    [
      ['90441', 'Harbour Foods'],
      ['90442', 'Kimura Seafood'],
    ],
  );
});

test('a stage of a lifecycle is a kind only where it means one; being a marketing contact is no consent and no opt-out', async () => {
  const told = await bringing({
    'c.csv': `Record ID,First Name,Lifecycle Stage,Marketing contact status,Unsubscribed from all email,Contact owner
1,Ann,Opportunity,Non-marketing contact,,
2,Bob,Marketing Qualified Lead,Marketing contact,No,
3,Cy,Evangelist,,false,
4,Di,Subscriber,,true,`,
  });
  assert.deepEqual(
    told.records.map((record) => record.object === 'person' && [record.kinds, record.doNotContact]),
    [
      [[], false],
      [['prospect'], false],
      [[], false],
      [[], true],
    ],
  );
});

test('companies and deals of HubSpot, tied to each other', async () => {
  const told = await bringing({
    'companies.csv':
      'Record ID,Company name,Company Domain Name,Website URL,Company owner,Phone Number,City,Country/Region,Industry,Create Date\n90441,Harbour Foods,harbour.example,https://www.harbour.example,Maya Okafor,+44 20 7946 0000,London,United Kingdom,Food,2023-01-02 08:00\n',
    'deals.csv':
      'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Associated Company IDs,Associated Contact IDs,Closed Lost Reason,Closed Won Reason,Next step\n7,Cold room sensors,Closed Lost,Sales,"12,500.50",2024-05-01 00:00,2024-01-05 09:00,Maya Okafor,90441,5518204417;5518204418,No budget,,Call in May\n8,More sensors,Proposal,Sales,"1,000",,,,90441,,,,\n',
  });
  const company = only(told, 'organisation');
  assert.deepEqual(
    [
      company.externalId,
      company.name,
      company.domains,
      company.website,
      company.phone,
      company.place,
      company.country,
      company.industry,
      company.owner,
    ],
    [
      '90441',
      'Harbour Foods',
      ['harbour.example'],
      'https://www.harbour.example',
      '+44 20 7946 0000',
      'London',
      'United Kingdom',
      'Food',
      'Maya Okafor',
    ],
  );
  const [lost, open] = told.records.filter((record) => record.object === 'deal');
  assert.ok(lost && open);
  assert.deepEqual(
    [lost.title, lost.stage, lost.pipeline, lost.amount, lost.closeOn, lost.ended, lost.endedAt, lost.endedWhy, lost.nextStep],
    ['Cold room sensors', 'Closed Lost', 'Sales', '12500.5', '2024-05-01', 'lost', '2024-05-01T00:00:00.000Z', 'No budget', 'Call in May'],
  );
  assert.deepEqual(lost.organisation, { externalId: '90441' });
  assert.deepEqual(lost.people, [{ externalId: '5518204417' }, { externalId: '5518204418' }]);
  assert.deepEqual([open.amount, open.ended, open.endedAt], ['1000', null, null]);
});

test('notes, calls, e-mails, meetings and tasks of HubSpot', async () => {
  const told = await bringing({
    'notes.csv':
      'Record ID,Activity date,Note body,Activity assigned to,Associated Contact IDs,Associated Company IDs,Associated Deal IDs\n1,2025-02-03 10:00,"<p>Met <strong>Ines</strong>.</p><ul><li>late &amp; cold</li><li>third time</li></ul>",Maya Okafor,5518204417,90441,7\n',
    'calls.csv':
      'Record ID,Call title,Call notes,Activity date,Call duration,Associated Contact IDs\n2,Call with Tom,He is busy,2025-02-04 11:30,00:05:00,9\n',
    'emails.csv':
      'Record ID,Email subject,Email body,Activity date,Email from address,Email to address\n3,Re: sensors,See below,2025-02-05 12:00,tom@harbour.example,maya@us.example\n',
    'meetings.csv': 'Record ID,Meeting name,Meeting description,Meeting start time\n4,Kick-off,Agenda,2025-02-06 09:00\n',
    'tasks.csv':
      'Record ID,Task Title,Task Notes,Due date,Task status,Completed at,Associated Contact IDs\n5,Send the quote,today,2025-02-07 17:00,COMPLETED,2025-02-06 16:00,9\n6,Call back,,2025-02-08 09:00,NOT_STARTED,,9\n',
  });
  const notes = told.records.filter((record) => record.object === 'note');
  assert.deepEqual(
    notes.map(({ kind, title, body, happenedAt }) => [kind, title, body, happenedAt]),
    [
      ['note', '', 'Met **Ines**.\n\n- late & cold\n- third time', '2025-02-03T10:00:00.000Z'],
      ['call', 'Call with Tom', 'He is busy', '2025-02-04T11:30:00.000Z'],
      ['email', 'Re: sensors', 'See below', '2025-02-05T12:00:00.000Z'],
      ['meeting', 'Kick-off', 'Agenda', '2025-02-06T09:00:00.000Z'],
    ],
  );
  assert.deepEqual(
    [notes[0]?.people, notes[0]?.organisations, notes[0]?.deals],
    [[{ externalId: '5518204417' }], [{ externalId: '90441' }], [{ externalId: '7' }]],
  );
  assert.deepEqual(notes[2]?.people, [{ email: 'tom@harbour.example' }, { email: 'maya@us.example' }]);
  const tasks = told.records.filter((record) => record.object === 'task');
  assert.deepEqual(
    tasks.map(({ what, about, dueOn, doneAt, people }) => [what, about, dueOn, doneAt, people]),
    [
      ['Send the quote', 'today', '2025-02-07', '2025-02-06T16:00:00.000Z', [{ externalId: '9' }]],
      ['Call back', '', '2025-02-08', null, [{ externalId: '9' }]],
    ],
  );
});

test('two objects in one file: the contact, tied to the company beside it', async () => {
  const told = await bringing({
    'x.csv':
      'Record ID - Contact,First Name,Email - Contact,Record ID - Company,Company name - Company,Company Domain Name - Company\n1,Tom,tom@x.example,90441,Harbour Foods,harbour.example\n',
  });
  const person = only(told, 'person');
  assert.equal(person.externalId, '1');
  assert.deepEqual(person.organisations, [{ externalId: '90441', name: 'Harbour Foods', domain: 'harbour.example', roleTitle: '' }]);
});

test('rows that are nobody say why', async () => {
  const told = await bringing({
    'c.csv': `Record ID,First Name,Last Name,Email,Contact owner,Company Name,Lifecycle Stage
88,,,n/a,,,
596,,,,,,
597,-,unknown,,,Harbour Foods,
598,n/a,,jo@x.example,,,
599,Jo,,not an address,,,`,
  });
  assert.deepEqual(
    told.rows[0]?.map(({ row, record, problems }) => [row, record === null, problems.map(({ code }) => code)]),
    [
      [1, true, ['row.id-only', 'email.not-one']],
      [2, true, ['row.id-only']],
      [3, true, ['row.nameless', 'name.not-one', 'name.not-one']],
      [4, false, ['name.not-one']],
      [5, false, ['email.not-one']],
    ],
  );
  assert.deepEqual(told.rows[0]?.[4]?.problems[0]?.params, { value: 'not an address', column: 'Email' });
});
