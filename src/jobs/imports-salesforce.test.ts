import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { type Mover, newMover } from '#test/mover.ts';
import { newWorld, type World } from '#test/world.ts';
import { zipOf } from '#test/zip-of.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
const EXPORT = {
  'Account.csv': csv(
    '"Id","IsDeleted","Name","Type","ParentId","BillingCity","BillingCountry","Phone","Website","Industry","OwnerId"',
    '"001D000000IqhSLIAZ","0","Harbour Foods","Customer - Direct","","London","UK","020 7946 0018","harbour.example","Food","005D0000001abcdIAA"',
    '"001D000000IqhSMIAZ","1","Gone Ltd","","","","","","","",""',
  ),
  'Contact.csv': csv(
    '"Id","IsDeleted","AccountId","LastName","FirstName","MobilePhone","ReportsToId","Email","Title","Birthdate","Description","OwnerId","CreatedDate","DoNotCall","Tea__c"',
    '"003D000000QYVxVIAX","0","001D000000IqhSLIAZ","Baker","Tom","+44 7700 900417","003D000000QYVxWIAX","tom@harbour.example","Head of Supply","1980-09-12","Likes the sea","005D0000001abcdIAA","2024-03-12T09:14:00.000Z","1","Assam"',
    '"003D000000QYVxWIAX","0","001D000000IqhSLIAZ","Lee","Ann","","","ann@harbour.example","Director","","","005D0000009zzzzIAA","2024-03-12T09:14:00.000Z","0",""',
  ),
  'Lead.csv': csv(
    '"Id","IsDeleted","LastName","FirstName","Company","Status","IsConverted","ConvertedContactId","Email","OwnerId"',
    '"00QD000000AbCdEMAX","0","Voss","Lena","Voss GmbH","Open","0","","lena@voss.example","005D0000001abcdIAA"',
    '"00QD000000AbCdFMAX","0","Old","Lead","X","Closed","1","003D000000QYVxVIAX","",""',
  ),
  'Opportunity.csv': csv(
    '"Id","IsDeleted","AccountId","Name","StageName","Amount","CloseDate","NextStep","IsClosed","IsWon","OwnerId"',
    '"006D000000AbCdEIAX","0","001D000000IqhSL","Sensors","Closed Won","125000.00","2024-05-01","","1","1","005D0000001abcdIAA"',
    '"006D000000AbCdFIAX","0","001D000000IqhSL","Doors","Proposal","10","2024-06-01","Call Ann","0","0",""',
  ),
  'OpportunityContactRole.csv': csv(
    '"Id","OpportunityId","ContactId","Role","IsPrimary","IsDeleted"',
    '"00K1","006D000000AbCdEIAX","003D000000QYVxVIAX","Decision Maker","1","0"',
  ),
  'Task.csv': csv(
    '"Id","WhoId","WhatId","Subject","ActivityDate","Status","Description","OwnerId","IsDeleted"',
    '"00TD000000AbCdEMAX","003D000000QYVxVIAX","006D000000AbCdEIAX","Call Tom","2024-04-01","Completed","about Monday","005D0000001abcdIAA","0"',
    '"00TD000000AbCdFMAX","003D000000QYVxWIAX","","Call Ann","2026-12-01","Not Started","","005D0000001abcdIAA","0"',
  ),
  'Event.csv': csv(
    '"Id","WhoId","WhatId","Subject","StartDateTime","EndDateTime","Description","OwnerId","IsDeleted"',
    '"00UD000000AbCdEMAX","003D000000QYVxVIAX","001D000000IqhSLIAZ","Kick-off","2024-04-02T09:00:00.000Z","2024-04-02T10:00:00.000Z","agenda","","0"',
  ),
  'Note.csv': csv(
    '"Id","IsDeleted","ParentId","Title","IsPrivate","Body","OwnerId","CreatedDate"',
    '"002D000000AbCdEMAX","0","003D000000QYVxVIAX","Monday","0","late again","","2024-04-03T09:00:00.000Z"',
  ),
  'User.csv': csv(
    '"Id","Username","LastName","FirstName","Name","Email","IsActive","ProfileId"',
    '"005D0000001abcdIAA","maya@us.sf","Okafor","Maya","Maya Okafor","maya@us.example","1","00e1"',
    '"005D0000009zzzzIAA","osei@us.sf","Osei","M.","M. Osei","osei@us.example","0","00e1"',
  ),
  'CaseHistory.csv': csv('"Id","Field","OldValue","NewValue"', '"1","Status","New","Closed"'),
};

async function moved(): Promise<{ maya: Mover; id: string }> {
  const maya = await newMover(world);
  const { id } = await maya.bring(
    { 'WE_00D.zip': zipOf(EXPORT) },
    { owners: { 'maya@us.example': maya.member.id, 'osei@us.example': null } },
  );
  return { maya, id };
}

test('who looked after things in Salesforce is asked by address, not by an id that nobody knows', async () => {
  const maya = await newMover(world);
  const { id, page } = await maya.looked({ 'WE_00D.zip': zipOf(EXPORT) });
  assert.equal(page.source, 'salesforce');
  assert.deepEqual(page.questions.owners.map(({ owner, guess, answer }) => [owner, guess, answer]).sort(), [
    ['maya@us.example', null, undefined],
    ['osei@us.example', null, undefined],
  ]);
  await assert.rejects(maya.answer(id, { owners: { 'maya@us.example': world.workspace.id } }), /no such member/);
  await maya.answer(id, { owners: { 'osei@us.example': null } });
  const asked = (await maya.open(id)).questions.owners.find(({ owner }) => owner === 'osei@us.example');
  assert.equal(asked?.answer, null, 'nobody is an answer too');
});

test('accounts, contacts and leads come in as organisations and people who belong there and report to one another', async () => {
  const { maya, id } = await moved();
  assert.deepEqual(await maya.told(id, 'organisation'), ['create', 'skip row.deleted']);
  const organisations = await maya.kept('organisation');
  assert.deepEqual(
    organisations.map(({ name, domains, place, industry, owner }) => [name, domains, place, industry, owner]),
    [
      ['Harbour Foods', ['harbour.example'], 'London', 'Food', maya.member.email],
      ['Voss GmbH', [], '', '', ''],
    ],
  );
  const tom = await maya.person('Tom Baker');
  assert.deepEqual([tom.organisations.map(({ name }) => name), tom.reportsTo?.name], [['Harbour Foods'], 'Ann Lee']);
  assert.deepEqual(tom.dates, [{ kind: 'birthday', label: '', month: 9, day: 12, year: 1980 }]);
  assert.deepEqual([tom.doNotContact, tom.doNotContactWhy, tom.owner], [true, 'DoNotCall', maya.member.email]);
  assert.deepEqual(tom.custom, [{ label: 'Tea__c', value: 'Assam' }]);
  assert.deepEqual([(await maya.person('Ann Lee')).owner, (await maya.person('Ann Lee')).doNotContact], ['', false]);
  assert.equal((await maya.person('Lena Voss')).organisations[0]?.name, 'Voss GmbH');
  assert.deepEqual((await maya.kept('person')).length, 3, 'a converted lead is the contact it became');
});

test('opportunities keep their stage, end, amount and who has a part in them, though that stands in a file of its own', async () => {
  const { maya } = await moved();
  const [doors, sensors] = await maya.kept('deal');
  assert.deepEqual(
    [
      sensors?.amount,
      sensors?.stage,
      sensors?.ended,
      sensors?.closeOn,
      sensors?.organisation?.name,
      sensors?.people.map(({ name }) => name),
    ],
    ['125000.00', 'Closed Won', 'won', '2024-05-01', 'Harbour Foods', ['Tom Baker']],
  );
  assert.deepEqual([doors?.ended, doors?.endedAt, doors?.nextStep, doors?.people], [null, null, 'Call Ann', []]);
  assert.equal(doors?.pipeline, sensors?.pipeline, 'two stages of one pipeline');
});

test('what was said and what is to do hangs on whom it was with', async () => {
  const { maya } = await moved();
  const notes = await maya.kept('note');
  assert.deepEqual(
    notes.map(({ kind, title, body, happenedAt, people, organisations }) => [
      ...[kind, title, body, happenedAt && new Date(happenedAt).toISOString()],
      ...[people.map(({ name }) => name).join(), organisations.map(({ name }) => name).join()],
    ]),
    [
      ['note', '', 'Likes the sea', '2024-03-12T09:14:00.000Z', 'Tom Baker', ''],
      ['meeting', 'Kick-off', 'agenda', '2024-04-02T09:00:00.000Z', 'Tom Baker', 'Harbour Foods'],
      ['note', 'Monday', 'late again', '2024-04-03T09:00:00.000Z', 'Tom Baker', ''],
    ],
  );
  const [ann, tom] = await maya.kept('task');
  assert.deepEqual(
    [tom?.what, Boolean(tom?.doneAt), tom?.people[0]?.name, tom?.deals[0]?.name],
    ['Call Tom', true, 'Tom Baker', 'Sensors'],
  );
  assert.deepEqual([ann?.what, ann?.doneAt, ann?.dueOn, ann?.owner], ['Call Ann', null, '2026-12-01', maya.member.email]);
});

test('the same archive a month later adds only what is new, and touches no owner of ours', async () => {
  const { maya } = await moved();
  const later = {
    ...EXPORT,
    'Contact.csv': `${EXPORT['Contact.csv']}"003D000000QYVxXIAX","0","001D000000IqhSLIAZ","New","Nia","","","nia@harbour.example","","","","005D0000001abcdIAA","","0",""\n`,
    'Note.csv': `${EXPORT['Note.csv']}"002D000000AbCdFMAX","0","003D000000QYVxXIAX","Hello","0","first talk","","2026-04-03T09:00:00.000Z"\n`,
  };
  const { page } = await maya.bring({ 'again.zip': zipOf(later) });
  assert.deepEqual(page.done.person?.create, 1);
  assert.deepEqual(page.done.note, { create: 1, same: 2 });
  assert.deepEqual([page.done.deal?.create, page.done.task?.create, page.done.organisation?.create], [undefined, undefined, undefined]);
  assert.deepEqual([page.people, (await maya.kept('person')).length], [{ before: 3, now: 4 }, 4]);
  assert.equal((await maya.person('Tom Baker')).owner, maya.member.email);
});

test('one person’s page holds all that came with them', async () => {
  const { maya } = await moved();
  const { rows } = await call(router.people.list, {}, maya.as());
  const tom = rows.find(({ name }) => name === 'Tom Baker');
  const page = await call(router.people.open, { id: tom?.id ?? '' }, maya.as());
  assert.deepEqual(
    [page.roleTitle, page.emails.map(({ email }) => email), page.phones[0]?.phone],
    ['Head of Supply', ['tom@harbour.example'], '+44 7700 900417'],
  );
});
