import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringing, only } from '#test/dropping.ts';
import { zipOf } from '#test/zip-of.ts';

const tom = {
  object: 'person',
  id: 'p1',
  name: 'Tom Baker',
  emails: [{ label: 'work', email: 'tom@harbour.example' }],
  dates: [{ kind: 'birthday', label: '', month: 9, day: 12, year: null }],
  organisations: [{ externalId: 'o1', roleTitle: 'Cook' }],
  tags: ['Port'],
  custom: [{ label: 'Tea', value: 'Assam' }],
  doNotContact: true,
  later: 'what a later version adds',
};

test('our own export comes back as it went', async () => {
  const told = await bringing({
    'heed.zip': zipOf({
      'README.md': '# What this is',
      'organisations.jsonl': `${JSON.stringify({ object: 'organisation', externalObject: 'organisation', externalId: 'o1', name: 'Harbour Foods', domains: ['harbour.example'] })}\n`,
      'people.jsonl': `${JSON.stringify(tom)}\n\n${JSON.stringify({ object: 'person', id: 'p2', emails: 'none' })}\nnot json\n`,
      'people.csv': 'Name,E-mail\nTom Baker,tom@harbour.example\n',
      'notes.jsonl': `${JSON.stringify({ object: 'note', id: 'n1', kind: 'call', body: 'late **again**', happenedAt: '2026-03-05T09:30:00.000Z', people: [{ externalId: 'p1' }] })}\n`,
    }),
  });
  const by = Object.fromEntries(told.looked.map((file) => [file.name, file]));
  assert.deepEqual([by['people.jsonl']?.source, by['people.jsonl']?.object, by['people.jsonl']?.rows], ['heed', 'person', 3]);
  assert.deepEqual(by['people.csv']?.why, { code: 'file.left-out', params: { what: 'twin' } });
  const person = only(told, 'person');
  assert.deepEqual(
    [
      person.externalId,
      person.externalObject,
      person.emails,
      person.dates,
      person.organisations,
      person.doNotContact,
      person.givenName,
      'later' in person,
    ],
    ['p1', 'person', tom.emails, tom.dates, tom.organisations, true, '', false],
  );
  assert.deepEqual(
    [only(told, 'organisation').domains, only(told, 'note').kind, only(told, 'note').people],
    [['harbour.example'], 'call', [{ externalId: 'p1' }]],
  );
  const broken = told.rows.flat().filter(({ record }) => record === null);
  assert.deepEqual(
    broken.map(({ row, problems }) => [row, problems]),
    [
      [2, [{ code: 'row.unreadable', params: { why: 'emails' } }]],
      [3, [{ code: 'row.unreadable', params: { why: 'JSON' } }]],
    ],
  );
});

test('the same as one list', async () => {
  const told = await bringing({ 'people.json': JSON.stringify([tom]) });
  assert.deepEqual([told.looked[0]?.source, only(told, 'person').name], ['heed', 'Tom Baker']);
});

test('plain records in JSON are a table: lists, lines, answers of an interface', async () => {
  const list = await bringing({
    'l.json': JSON.stringify({ total: 1, people: [{ first_name: 'Tom', last_name: 'Baker', email: 't@x.example', tags: ['a', 'b'] }] }),
  });
  assert.deepEqual([only(list, 'person').name, only(list, 'person').tags], ['Tom Baker', ['a', 'b']]);
  const lines = await bringing({ 'l.jsonl': '{"name":"Tom","email":"t@x.example"}\n{"name":"Ann","email":"a@x.example","city":"Gent"}\n' });
  assert.deepEqual(
    lines.records.map((record) => record.object === 'person' && record.name),
    ['Tom', 'Ann'],
  );
  const hubspot = await bringing({
    'h.json': JSON.stringify({
      results: [
        {
          id: '1',
          properties: { firstname: 'Tom', lastname: 'Baker', email: 't@x.example', lifecyclestage: 'customer', hubspot_owner_id: '9' },
        },
      ],
    }),
  });
  assert.deepEqual(
    [hubspot.looked[0]?.source, only(hubspot, 'person').kinds, only(hubspot, 'person').owner],
    ['hubspot', ['customer'], '9'],
  );
});

test('JSON that is cut off or holds no list says so', async () => {
  const cut = await bringing({ 'x.json': '[{"name":"Tom"},{"na' });
  assert.deepEqual([cut.looked[0]?.source, cut.looked[0]?.why.code], [null, 'file.damaged']);
  const none = await bringing({ 'x.json': '{"version":1}' });
  assert.deepEqual([none.looked[0]?.source, none.looked[0]?.why.code], [null, 'file.empty']);
});

test('an account of Monica: people, and what was written about them', async () => {
  const account = {
    version: '1.0',
    account: {
      uuid: 'a',
      data: [
        {
          count: 2,
          type: 'contact',
          values: [
            {
              uuid: 'c1',
              created_at: '2021-02-03T04:05:06.000000Z',
              properties: {
                first_name: 'Tom',
                last_name: 'Baker',
                nickname: 'Tommy',
                job: 'Cook',
                company: 'Harbour Foods',
                description: 'Met at the fair',
                tags: ['Port'],
                food_preferences: 'no fish',
                birthdate: { uuid: 's', is_age_based: false, is_year_unknown: true, date: '2021-09-12T00:00:00Z' },
                first_met_date: { is_age_based: true, date: '2001-01-01T00:00:00Z' },
              },
              data: [
                {
                  type: 'contact_field',
                  values: [
                    { properties: { data: 'tom@harbour.example', type: 'ft1' } },
                    { properties: { data: '020 7946 0018', type: 'ft2' } },
                  ],
                },
                { type: 'note', values: [{ created_at: '2021-03-01T00:00:00.000000Z', properties: { body: 'late again' } }] },
                { type: 'call', values: [{ uuid: 'call1', properties: { called_at: '2021-03-02T00:00:00Z', content: 'phoned' } }] },
                {
                  type: 'task',
                  values: [{ uuid: 't1', properties: { title: 'Send tea', completed: true, completed_at: '2021-03-05T00:00:00Z' } }],
                },
                { type: 'gift', values: [{ properties: { name: 'A kettle' } }] },
                { type: 'address', values: [{ properties: { name: 'Home', street: '1 Quay', city: 'London' } }] },
                { type: 'activity', values: ['act1'] },
              ],
            },
            { uuid: 'c2', properties: { first_name: 'Ann' }, data: [] },
          ],
        },
        { type: 'relationship', values: [{ properties: { type: 'partner', contact_is: 'c1', of_contact: 'c2' } }] },
        { type: 'activity', values: [{ uuid: 'act1', properties: { summary: 'Lunch', description: 'fish', happened_at: '2021-04-01' } }] },
      ],
      instance: {
        contact_field_types: [
          { uuid: 'ft1', properties: { name: 'Email', type: 'email' } },
          { uuid: 'ft2', properties: { name: 'Phone', type: 'phone' } },
        ],
      },
    },
  };
  const told = await bringing({ 'monica.json': JSON.stringify(account) });
  assert.deepEqual([told.looked[0]?.source, told.looked[0]?.rows], ['monica', 6]);
  const [person, ann] = told.records.filter((record) => record.object === 'person');
  assert.ok(person);
  assert.deepEqual(
    [
      person.externalId,
      person.name,
      person.nickname,
      person.organisations,
      person.emails[0]?.email,
      person.phones[0]?.phone,
      person.tags,
      person.createdAt,
    ],
    [
      'c1',
      'Tom Baker',
      'Tommy',
      [{ name: 'Harbour Foods', roleTitle: 'Cook' }],
      'tom@harbour.example',
      '020 7946 0018',
      ['Port'],
      '2021-02-03T04:05:06.000Z',
    ],
  );
  assert.deepEqual(person.dates, [{ kind: 'birthday', label: '', month: 9, day: 12, year: null }]);
  assert.deepEqual(person.custom, [
    { label: 'Food', value: 'no fish' },
    { label: 'gift', value: 'A kettle' },
    { label: 'partner', value: 'Ann' },
  ]);
  assert.equal(ann?.name, 'Ann');
  const notes = told.records.filter((record) => record.object === 'note');
  assert.deepEqual(
    notes.map(({ kind, title, body, happenedAt, people }) => [kind, title, body, happenedAt, people]),
    [
      ['note', '', 'late again', '2021-03-01T00:00:00.000Z', [{ externalId: 'c1' }]],
      ['call', '', 'phoned', '2021-03-02T00:00:00.000Z', [{ externalId: 'c1' }]],
      ['meeting', 'Lunch', 'fish', '2021-04-01T00:00:00.000Z', [{ externalId: 'c1' }]],
    ],
  );
  assert.equal(new Set(notes.map(({ externalId }) => externalId)).size, 3);
  assert.deepEqual([only(told, 'task').what, only(told, 'task').doneAt], ['Send tea', '2021-03-05T00:00:00.000Z']);
});
