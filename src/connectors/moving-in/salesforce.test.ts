import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bringing, only } from '#test/dropping.ts';
import { zipOf } from '#test/zip-of.ts';
import { objectOfSalesforceId, salesforceId } from './salesforce-id.ts';

test('an id of 15 characters and the same of 18 are one', () => {
  assert.equal(salesforceId('001D000000IqhSL'), '001D000000IqhSLIAZ');
  assert.equal(salesforceId('001D000000IqhSLIAZ'), '001D000000IqhSLIAZ');
  assert.equal(salesforceId('001d000000iqhsliaz'), '001D000000IqhSLIAZ');
  assert.equal(salesforceId('a short one'), 'a short one');
});

test('whatever the case of the letters, 15 become 18 from which the same 15 come back', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { minLength: 15, maxLength: 15 }), (id) => {
      const short = id.join('');
      const long = salesforceId(short);
      assert.equal(long.length, 18);
      assert.equal(long.slice(0, 15), short);
      assert.equal(salesforceId(long.toLowerCase()), long);
      assert.equal(salesforceId(long), long);
    }),
  );
});

test('what an id is of', () => {
  assert.deepEqual(['001x', '003x', '00Qx', '006x', '500x'].map(objectOfSalesforceId), ['organisation', 'person', 'person', 'deal', null]);
});

const EXPORT = {
  'Account.csv':
    '"Id","IsDeleted","Name","Type","ParentId","BillingStreet","BillingCity","BillingCountry","Phone","Website","Industry","OwnerId"\n"001D000000IqhSLIAZ","0","Harbour Foods","Customer - Direct","","1 Quay","London","UK","020","harbour.example","Food","005D0000001abcdIAA"\n"001D000000IqhSMIAZ","1","Gone Ltd","","","","","","","","",""\n',
  'Contact.csv':
    '"Id","IsDeleted","MasterRecordId","AccountId","LastName","FirstName","Salutation","MailingStreet","MailingCity","MailingState","MailingPostalCode","MailingCountry","Phone","MobilePhone","ReportsToId","Email","Title","Birthdate","Description","OwnerId","CreatedDate","HasOptedOutOfEmail","DoNotCall","Tea__c"\n"003D000000QYVxVIAX","0","","001D000000IqhSLIAZ","Baker","Tom","Mr.","1 Quay","London","","E1","UK","+44 20 7946 0018","+44 7700 900417","003D000000QYVxWIAX","tom@harbour.example","Head of Supply","1980-09-12","Likes the sea","005D0000001abcdIAA","2024-03-12T09:14:00.000Z","0","1","Assam;Earl Grey"\n',
  'Lead.csv':
    '"Id","IsDeleted","LastName","FirstName","Company","Status","IsConverted","ConvertedContactId","Email","OwnerId"\n"00QD000000AbCdEMAX","0","Voss","Lena","Voss GmbH","Open","0","","lena@voss.example","005D0000001abcdIAA"\n"00QD000000AbCdFMAX","0","Old","Lead","X","Closed","1","003D000000QYVxVIAX","",""\n',
  'Opportunity.csv':
    '"Id","IsDeleted","AccountId","Name","Description","StageName","Amount","Probability","CloseDate","Type","NextStep","LeadSource","IsClosed","IsWon","OwnerId"\n"006D000000AbCdEIAX","0","001D000000IqhSL","Sensors","","Closed Won","125000.00","100","2024-05-01","New","","Web","1","1","005D0000001abcdIAA"\n"006D000000AbCdFIAX","0","001D000000IqhSL","Doors","","Abandoned","10","0","2024-06-01","","","","1","0",""\n',
  'OpportunityContactRole.csv':
    '"Id","OpportunityId","ContactId","Role","IsPrimary","IsDeleted"\n"00K1","006D000000AbCdEIAX","003D000000QYVxVIAX","Decision Maker","1","0"\n',
  'Task.csv':
    '"Id","WhoId","WhatId","Subject","ActivityDate","Status","Description","OwnerId","IsDeleted"\n"00TD000000AbCdEMAX","003D000000QYVxVIAX","006D000000AbCdEIAX","Call Tom","2024-04-01","Completed","about Monday","005D0000001abcdIAA","0"\n',
  'Event.csv':
    '"Id","WhoId","WhatId","Subject","StartDateTime","EndDateTime","Description","OwnerId","IsDeleted"\n"00UD000000AbCdEMAX","003D000000QYVxVIAX","001D000000IqhSLIAZ","Kick-off","2024-04-02T09:00:00.000Z","2024-04-02T10:00:00.000Z","agenda","005D0000001abcdIAA","0"\n',
  'Note.csv':
    '"Id","IsDeleted","ParentId","Title","IsPrivate","Body","OwnerId","CreatedDate"\n"002D000000AbCdEMAX","0","003D000000QYVxVIAX","Monday","0","late again","005D0000001abcdIAA","2024-04-03T09:00:00.000Z"\n',
  'User.csv':
    '"Id","Username","LastName","FirstName","Name","Email","IsActive","ProfileId"\n"005D0000001abcdIAA","maya@us.example.sf","Okafor","Maya","Maya Okafor","maya@us.example","1","00e1"\n',
  'CaseHistory.csv': '"Id","Field","OldValue","NewValue"\n"1","Status","New","Closed"\n',
};

test('a whole data export in one archive: records, who looks after them, and how they are tied', async () => {
  const told = await bringing({ 'WE_00D.zip': zipOf(EXPORT) });
  const byName = Object.fromEntries(told.looked.map((file) => [file.name, file]));
  assert.equal(byName['User.csv']?.why.code, 'file.users');
  assert.equal(byName['CaseHistory.csv']?.why.code, 'file.left-out');
  assert.deepEqual(byName['Account.csv']?.owners, [{ owner: 'maya@us.example', rows: 1 }]);
  assert.deepEqual(
    told.looked.map(({ i }) => i),
    told.looked.map((_, i) => i),
  );
  assert.equal(told.looked.at(-1)?.name, 'OpportunityContactRole.csv', 'ties come last');

  const account = only(told, 'organisation');
  assert.deepEqual(
    [account.externalObject, account.externalId, account.name, account.domains, account.place],
    ['Account', '001D000000IqhSLIAZ', 'Harbour Foods', ['harbour.example'], 'London'],
  );
  assert.ok(told.problems.includes('row.deleted') && told.problems.includes('row.converted'));

  const [tom, lena] = told.records.filter((record) => record.object === 'person');
  assert.ok(tom && lena);
  assert.deepEqual(
    [tom.externalObject, tom.externalId, tom.name, tom.owner],
    ['Contact', '003D000000QYVxVIAX', 'Tom Baker', 'maya@us.example'],
  );
  assert.deepEqual(tom.organisations, [{ externalId: '001D000000IqhSLIAZ', roleTitle: 'Head of Supply' }]);
  assert.deepEqual(tom.reportsTo, { externalId: '003D000000QYVxWIAX' });
  assert.deepEqual(tom.dates, [{ kind: 'birthday', label: '', month: 9, day: 12, year: 1980 }]);
  assert.deepEqual([tom.doNotContact, tom.doNotContactWhy], [true, 'DoNotCall']);
  assert.deepEqual(tom.custom, [
    { label: 'Salutation', value: 'Mr.' },
    { label: 'Tea__c', value: 'Assam;Earl Grey' },
  ]);
  assert.deepEqual([lena.externalObject, lena.name, lena.organisations], ['Lead', 'Lena Voss', [{ name: 'Voss GmbH', roleTitle: '' }]]);

  const [won, lost, tie] = told.records.filter((record) => record.object === 'deal');
  assert.deepEqual(
    [won?.title, won?.amount, won?.ended, won?.organisation],
    ['Sensors', '125000', 'won', { externalId: '001D000000IqhSLIAZ' }],
  );
  assert.equal(lost?.ended, 'lost', 'closed and not won');
  assert.deepEqual([tie?.title, tie?.externalId, tie?.people], ['', '006D000000AbCdEIAX', [{ externalId: '003D000000QYVxVIAX' }]]);

  const task = only(told, 'task');
  assert.deepEqual(
    [task.what, task.done, task.people, task.deals, task.organisations],
    ['Call Tom', true, [{ externalId: '003D000000QYVxVIAX' }], [{ externalId: '006D000000AbCdEIAX' }], []],
  );
  const [event, note] = told.records.filter((record) => record.object === 'note');
  assert.deepEqual(
    [event?.kind, event?.title, event?.happenedAt, event?.organisations],
    ['meeting', 'Kick-off', '2024-04-02T09:00:00.000Z', [{ externalId: '001D000000IqhSLIAZ' }]],
  );
  assert.deepEqual(
    [note?.kind, note?.title, note?.body, note?.people],
    ['note', 'Monday', 'late again', [{ externalId: '003D000000QYVxVIAX' }]],
  );
});

test('users dropped beside the export, in a file of their own, name its owners too', async () => {
  const told = await bringing({ 'Contact.csv': EXPORT['Contact.csv'], 'User.csv': EXPORT['User.csv'] });
  assert.equal(only(told, 'person').owner, 'maya@us.example');
});

test('a report writes labels, ids of 15 characters and dates of its reader', async () => {
  const told = await bringing({
    'report.csv':
      'Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Probability,Owner,Next Step\n006D000000AbCdE,Sensors,"Harbour Foods, Ltd",Proposal,"$12,500.00",5/13/2024,50%,Maya Okafor,Call\n',
  });
  const deal = only(told, 'deal');
  assert.deepEqual(
    [deal.externalId, deal.organisation, deal.amount, deal.currency, deal.closeOn, deal.owner],
    [salesforceId('006D000000AbCdE'), { name: 'Harbour Foods, Ltd' }, '12500', 'USD', '2024-05-13', 'Maya Okafor'],
  );
});
