import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Mover, newMover } from '#test/mover.ts';
import { newWorld, type World } from '#test/world.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const PEOPLE = `Person - Name,Person - First name,Person - Last name,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Label,Person - Owner,Person - Marketing status,Person - ID
Tom Baker,Tom,Baker,"Harbour Foods, Ltd",tom@harbour.example,tb@mail.example,020 7946 0018,"Hot lead, Port",Maya Okafor,unsubscribed,12
Ann Lee,Ann,Lee,,,,,,,no_consent,13
`;
const DEALS = `Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Pipeline,Deal - Stage,Deal - Status,Deal - Expected close date,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Organization,Deal - Contact person,Deal - Owner,Deal - Deal created,Deal - ID
Sensors,12500,EUR,Sales,Proposal,Lost,2024-06-01,,2024-05-02 10:00:00,Too dear,"Harbour Foods, Ltd",Tom Baker,Maya Okafor,2024-01-05 09:00:00,7
Roof,1.5,USD,Repairs,Talk,Open,2026-12-24,,,,Noordzee Vis,Ann Lee,,,9
`;
const PIPEDRIVE = {
  'people.csv': PEOPLE,
  'organizations.csv': `Organization - Name,Organization - Owner,Organization - Address - City/town/village/locality of Address,Organization - ID
"Harbour Foods, Ltd",Maya Okafor,London,3
`,
  'deals.csv': DEALS,
  'notes.csv': `Note - Content*,Person - Name,Organization - Name,Deal - Title,Note - ID
<p>late <b>again</b></p>,Tom Baker,,Sensors,4
<p>who is this</p>,Nobody Known,,,5
`,
  'activities.csv': `Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Marked as done time,Activity - Contact person,Activity - Deal,Activity - Assigned to user,Activity - ID
Call Tom,Call,2024-04-01,Yes,2024-04-01 10:00:00,Tom Baker,Sensors,Maya Okafor,5
Write to Ann,Task,2026-04-02,No,,Ann Lee,,Maya Okafor,6
`,
};

const namesOf = (list: { name?: string }[]) => list.map(({ name }) => name).join(', ');

test('an account of Pipedrive comes in, though it ties everything by name alone', async () => {
  const maya = await newMover(world);
  const { id, page } = await maya.bring(PIPEDRIVE);
  assert.deepEqual(page.people, { before: 0, now: 2 });
  const tom = await maya.person('Tom Baker');
  assert.deepEqual(
    [tom.emails.map(({ email }) => email), tom.tags],
    [
      ['tom@harbour.example', 'tb@mail.example'],
      ['Hot lead', 'Port'],
    ],
  );
  assert.deepEqual([tom.doNotContact, tom.owner, tom.organisations[0]?.name], [true, maya.member.email, 'Harbour Foods, Ltd']);
  assert.equal((await maya.person('Ann Lee')).doNotContact, false, 'no consent to mailings is not a no');
  const organisations = (await maya.kept('organisation')).map(({ name, place }) => [name, place]);
  assert.deepEqual(
    organisations,
    [
      ['Harbour Foods, Ltd', 'London'],
      ['Noordzee Vis', ''],
    ],
    'one that a deal alone names is made',
  );
  const [roof, sensors] = await maya.kept('deal');
  assert.deepEqual(
    [sensors?.amount, sensors?.currency, sensors?.ended, sensors?.endedWhy, namesOf(sensors?.people ?? [])],
    ['12500.00', 'EUR', 'lost', 'Too dear', 'Tom Baker'],
  );
  assert.deepEqual(
    [roof?.amount, roof?.currency, roof?.pipeline, roof?.stage, roof?.closeOn, roof?.ended],
    ['1.50', 'USD', 'Repairs', 'Talk', '2026-12-24', null],
  );
  const [note, ...others] = await maya.kept('note');
  assert.deepEqual(
    [note?.body, namesOf(note?.people ?? []), namesOf(note?.deals ?? []), others],
    ['late **again**', 'Tom Baker', 'Sensors', []],
  );
  assert.deepEqual(await maya.told(id, 'note'), ['create', 'fail person-missing with-nobody'], 'a note that is with nobody says so');
  const [call, write] = await maya.kept('task');
  assert.deepEqual([call?.what, Boolean(call?.doneAt), write?.what, write?.dueOn], ['Call Tom', true, 'Write to Ann', '2026-04-02']);
});

test('a name that two have is told and not guessed, on whatever names it', async () => {
  const maya = await newMover(world);
  const twice = `${PEOPLE}Tom Baker,Tom,Baker,Elsewhere,tom@elsewhere.example,,,,,,14\n`;
  const { id } = await maya.bring({ ...PIPEDRIVE, 'people.csv': twice });
  assert.equal((await maya.kept('person')).filter(({ name }) => name === 'Tom Baker').length, 2);
  const sensors = (await maya.kept('deal')).find(({ title }) => title === 'Sensors');
  assert.deepEqual(sensors?.people, [], 'neither of them');
  assert.ok((await maya.told(id, 'deal'))[0]?.includes('person-ambiguous'));
  const task = (await maya.kept('task')).find(({ what }) => what === 'Call Tom');
  assert.deepEqual([task?.people, namesOf(task?.deals ?? [])], [[], 'Sensors'], 'what it is surely about stays');
});

test('a second time nothing changes, and what Pipedrive has changed since fills only what is empty here', async () => {
  const maya = await newMover(world);
  await maya.bring(PIPEDRIVE);
  const { id, page } = await maya.tried(PIPEDRIVE);
  assert.deepEqual(
    [page.plan.person, page.plan.deal, page.plan.task, page.plan.note],
    [{ same: 2 }, { same: 2 }, { same: 2 }, { same: 1, fail: 1 }],
  );
  await assert.rejects(maya.start(id), /nothing to bring in/);
  const moved = {
    'deals.csv': DEALS.replace('Talk,Open', 'Signed,Won').replace('1.5,USD', '9.9,USD'),
    'people.csv': PEOPLE.replace('Lee,,,,,,,no_consent', 'Lee,Noordzee Vis,ann@sea.example,,,,,no_consent'),
  };
  const second = await maya.bring(moved);
  assert.deepEqual(await maya.told(second.id, 'person'), ['same', 'update changes']);
  const [roof] = await maya.kept('deal');
  assert.deepEqual([roof?.amount, roof?.stage, roof?.ended], ['1.50', 'Talk', 'won'], 'what stands here stays; that it was won is new');
  const ann = await maya.person('Ann Lee');
  assert.deepEqual([ann.emails[0]?.email, ann.organisations[0]?.name], ['ann@sea.example', 'Noordzee Vis']);
  await maya.bring({ 'deals.csv': moved['deals.csv'] }, { conflict: 'file' });
  const [taken] = await maya.kept('deal');
  assert.deepEqual([taken?.amount, taken?.stage], ['9.90', 'Signed'], 'the file’s word where she says so');
});

const TWENTY = {
  'people.csv': `Id,Name FirstName,Name LastName,Emails PrimaryEmail,Emails AdditionalEmails,Phones PrimaryPhoneNumber,Phones PrimaryPhoneCountryCode,Phones PrimaryPhoneCallingCode,Phones AdditionalPhones,City,Job Title,Company Id,Linkedin PrimaryLinkUrl,Linkedin PrimaryLinkLabel,Creation date,Deleted at
p-1,Tom,Baker,tom@harbour.example,"[""tb@mail.example""]",2079460018,GB,+44,,London,Head of Supply,c-1,https://www.linkedin.com/in/tom-baker,,2024-03-12T09:14:00.000Z,
p-2,Gone,Person,,,,,,,,,,,,,2024-05-01T00:00:00.000Z
`,
  'companies.csv': `Id,Name,Domain Name PrimaryLinkUrl,Address AddressCity,Address AddressCountry,Employees,Account Owner Id
c-1,Harbour Foods,https://harbour.example,London,UK,40,w-1
`,
  'opportunities.csv': `Id,Name,Amount AmountMicros,Amount CurrencyCode,Close date,Stage,Point of Contact Id,Company Id
o-1,Sensors,12500,EUR,2024-05-01T00:00:00.000Z,PROPOSAL,p-1,c-1
`,
  'notes.csv': `Id,Title,Body V2 Blocknote,Body V2 Markdown,Creation date,Created by Name
n-1,Monday,[],late **again**,2024-04-03T09:00:00.000Z,Maya
`,
  'tasks.csv': 'Id,Title,Due Date,Status,Assignee Id,Body V2 Markdown\nt-1,Call Tom,2024-04-01T10:00:00.000Z,DONE,w-1,soon\n',
};

async function fromTwenty(maya: Mover) {
  return maya.bring(TWENTY, { owners: { 'w-1': maya.member.id } });
}

test('what Twenty exports is tied by its ids; who was deleted there does not come', async () => {
  const maya = await newMover(world);
  const { id } = await fromTwenty(maya);
  assert.deepEqual(await maya.told(id), ['create new', 'skip row.deleted']);
  const tom = await maya.person('Tom Baker');
  assert.deepEqual(
    [tom.livesIn, tom.links[0]?.url, tom.organisations.map(({ name, roleTitle }) => [name, roleTitle])],
    ['London', 'https://www.linkedin.com/in/tom-baker', [['Harbour Foods', 'Head of Supply']]],
  );
  const [deal] = await maya.kept('deal');
  assert.deepEqual(
    [deal?.amount, deal?.stage, deal?.organisation?.name, namesOf(deal?.people ?? [])],
    ['12500.00', 'PROPOSAL', 'Harbour Foods', 'Tom Baker'],
  );
  const [harbour] = await maya.kept('organisation');
  assert.deepEqual([harbour?.domains, harbour?.owner], [['harbour.example'], maya.member.email]);
});

test('a task of Twenty that hangs on nobody is kept as done, and a note that does is not', async () => {
  const maya = await newMover(world);
  const { id } = await fromTwenty(maya);
  const [task] = await maya.kept('task');
  assert.deepEqual([task?.what, task?.about, Boolean(task?.doneAt), task?.owner], ['Call Tom', 'soon', true, maya.member.email]);
  assert.deepEqual(await maya.told(id, 'note'), ['fail with-nobody']);
  assert.deepEqual(await maya.kept('note'), []);
});

test('taken back, no pipeline, stage, tag or organisation that only the file named is left', async () => {
  const maya = await newMover(world);
  const { id } = await maya.bring(PIPEDRIVE);
  assert.equal((await maya.undo(id)).state, 'undone');
  for (const table of ['people', 'organisations', 'deals', 'notes', 'tasks', 'pipelines', 'stages', 'tags', 'external_ids']) {
    const { rows } = await sql`select from ${sql.table(table)} where workspace_id = ${maya.member.workspaceId}`.execute(world.db);
    assert.equal(rows.length, 0, table);
  }
});
