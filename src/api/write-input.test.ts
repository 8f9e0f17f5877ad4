import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type FullWorld, fullWorld } from '#test/full-world.ts';
import { contentsOf } from '#test/ledger.ts';
import { type Rest, restOf } from '#test/rest.ts';
import type { WorldMember } from '#test/world.ts';

let full: FullWorld;
let rest: Rest;
let maya: WorldMember;
before(async () => {
  full = await fullWorld();
  rest = restOf(full.world);
  maya = full.maya;
});
after(() => full.world.close());

const long = (n: number) => 'x'.repeat(n + 1);
const NOBODY = '01900000-0000-7000-8000-000000000000';

/** A question that is right, and for its fields what is wrong in them. */
interface Asked {
  line: string;
  good: Record<string, unknown>;
  wrong: Record<string, unknown[]>;
}

function questions(): Asked[] {
  const { ids } = full;
  const person = ids.person;
  return [
    {
      line: 'POST /people',
      good: { name: 'Tom Baker' },
      wrong: {
        name: ['', '   ', long(200), null, 7, undefined],
        kinds: [['enemy'], 'customer', Array(9).fill('customer')],
        email: ['tom', 'tom@', '@x.example', 'a b@x.example'],
        closeness: [0, 5, 1.5, '1'],
        zone: ['Mars/Olympus', ''],
        locale: ['English', 'x'],
        prefers: ['pigeon'],
        phones: [[{ phone: 'none' }], [{ phone: long(60) }], ['0612345678']],
        links: [[{ url: 'javascript:alert(1)' }], [{ url: 'data:text/html,x' }], [{ url: 'not a page' }], [{ url: 'file:///etc/passwd' }]],
        dates: [
          [{ kind: 'birthday', month: 2, day: 30 }],
          [{ kind: 'birthday', month: 13, day: 1 }],
          [{ kind: 'nameday', month: 1, day: 1 }],
        ],
        addresses: [[{}], [{ street: ' ' }]],
        emails: [Array(21).fill('a@x.example')],
      },
    },
    {
      line: 'POST /traits',
      good: { personId: person, kind: 'value', statement: 'Keeps time' },
      wrong: { kind: ['mood', '', null], statement: ['', ' \n ', long(500), undefined], personId: ['x', null, undefined] },
    },
    {
      line: 'POST /deeds',
      good: { personId: person, what: 'Lent a book', doneOn: '2026-11-01' },
      wrong: { what: ['', long(2000)], doneOn: ['yesterday', '2026-02-30', '01-11-2026', '2026-11-01T10:00:00Z', ''], traitId: ['x'] },
    },
    {
      line: `POST /people/${person}/needs`,
      good: { statement: 'To know before the morning' },
      wrong: { statement: ['', ' ', long(1000)], depth: [-1, 5, 1.5, '1'], under: ['x', null], element: ['luck'], mustHave: ['true', 1] },
    },
    {
      line: `POST /people/${person}/beliefs`,
      good: { kind: 'false', statement: 'We are slow' },
      wrong: { kind: ['maybe', undefined], statement: [long(500), 3], claim: ['x'], repair: [long(1000), 5] },
    },
    {
      line: `POST /people/${person}/say-backs`,
      good: { needs: [{ id: ids.need, statement: 'You need nights?' }] },
      wrong: {
        needs: [
          [],
          Array(21).fill({ id: ids.need, statement: 'x' }),
          [{ id: 'x', statement: 'x' }],
          [{ id: ids.need, statement: '' }],
          'x',
        ],
        greeting: [long(500)],
      },
    },
    {
      line: 'POST /organisations',
      good: { name: 'Northwind Vans' },
      wrong: {
        name: ['', long(200)],
        about: [long(1000)],
        domains: [Array(51).fill('a.example'), 'a.example'],
        parentId: ['x'],
        ownerId: [7],
      },
    },
    {
      line: `POST /people/${person}/affiliations`,
      good: { organisation: 'Northwind Vans' },
      wrong: { organisation: ['', long(200)], from: ['2026', 'May', '2026-00-10'], until: ['x'], part: ['boss'] },
    },
    {
      line: 'POST /ties',
      good: { fromId: person, toId: ids.second, kind: 'knows' },
      wrong: { kind: ['hates'], closeness: [0, 4, 'x'], note: [long(1000)], toId: ['x', undefined] },
    },
    {
      line: 'POST /notes',
      good: { body: 'Met', about: { people: [person] } },
      wrong: {
        body: [7],
        title: [long(300)],
        kind: ['song'],
        happenedAt: ['yesterday', '2026-11-01', '2026-11-01T10:00:00'],
        about: [undefined, [person], { people: 'x' }, { people: Array(51).fill(person) }],
        private: ['yes'],
      },
    },
    {
      line: 'POST /tags',
      good: { about: 'person', id: person, name: 'Night people' },
      wrong: { about: ['conversation'], name: ['', '  ', long(60)], id: ['x'] },
    },
    {
      line: 'POST /fields',
      good: { about: 'person', label: 'Shoe size', kind: 'number' },
      wrong: { about: ['pet'], label: ['', long(100)], kind: ['colour'], choices: [Array(201).fill('a'), 'a', [long(200)]] },
    },
    {
      line: 'POST /views',
      good: { name: 'Close ones', search: { close: [1] } },
      wrong: { name: ['', long(60)], of: ['turns'], search: [[], 'close=1', null, { [long(60)]: 1 }], shared: ['yes'] },
    },
    {
      line: 'POST /changes-to-many',
      good: { ids: [person], change: { what: 'closeness', closeness: 2 } },
      wrong: {
        ids: [[], ['x'], undefined, Array(10_001).fill(person)],
        fits: [{}],
        change: [
          { what: 'erase' },
          { what: 'closeness', closeness: 9 },
          { what: 'tag', name: '' },
          { what: 'owner', memberId: 'me' },
          null,
        ],
      },
    },
    {
      line: 'POST /deals',
      good: { title: 'Vans for the night' },
      wrong: {
        title: ['', long(300)],
        amount: ['12,50', '-1', '1e5', '1.234', 12, '9'.repeat(16)],
        currency: ['euro', 'eur', '€', 'EURO'],
        closeOn: ['soon', '2026-02-30'],
        nextStep: [long(500)],
        about: [long(20_000)],
        stageId: ['x'],
        personIds: [Array(51).fill(person), ['x'], person],
      },
    },
    { line: `POST /deals/${ids.deal}/end`, good: { how: 'won' }, wrong: { how: ['maybe', undefined, null], why: [long(2000)] } },
    {
      line: 'POST /pipelines',
      good: { name: 'Renewals', stages: ['Heard'] },
      wrong: { name: [''], stages: [[], [''], Array(31).fill('a'), 'a'] },
    },
    {
      line: 'POST /tasks',
      good: { what: 'Ring at nine' },
      wrong: { what: ['', long(2000)], dueOn: ['tomorrow', '2026-13-01'], about: [long(20_000)], personId: ['x'], ownerId: ['me'] },
    },
    { line: `POST /people/${person}/do-not-contact`, good: { why: 'Asked by mail' }, wrong: { why: [long(500), 7] } },
    {
      line: `PUT /fields/${ids.field}/of/${person}`,
      good: { value: '2020' },
      wrong: { value: [undefined, 2020, long(20_000)] },
    },
  ];
}

test('what is wrong in a field is refused as a wrong question, and after all of it not a row is other than it was', async () => {
  const rows = await contentsOf(full.world.db, full.ids.workspace, []);
  const taken: string[] = [];
  for (const { line, good, wrong } of questions())
    for (const [field, values] of Object.entries(wrong))
      for (const value of values) {
        const { status, body } = await rest.ask(maya, line, { ...good, [field]: value });
        if (status !== 400) taken.push(`${line} ${field} ${JSON.stringify(value)?.slice(0, 50)}: ${status} ${body.code ?? ''}`);
      }
  assert.deepEqual(taken, []);
  assert.deepEqual(await contentsOf(full.world.db, full.ids.workspace, []), rows);
  assert.doesNotMatch(rest.said(), /a bug/);
});

test('what leads to nobody is not here, and nothing is half done', async () => {
  const rows = await contentsOf(full.world.db, full.ids.workspace, []);
  const { ids } = full;
  for (const [line, body] of [
    ['POST /traits', { personId: NOBODY, kind: 'value', statement: 'S' }],
    ['POST /deeds', { personId: ids.person, what: 'W', doneOn: '2026-11-01', traitId: NOBODY }],
    [`POST /people/${NOBODY}/needs`, { statement: 'S' }],
    [`POST /people/${ids.person}/needs`, { statement: 'S', under: NOBODY }],
    [`POST /people/${ids.person}/beliefs`, { kind: 'false', statement: 'S', claim: NOBODY }],
    [`POST /people/${ids.person}/say-backs`, { needs: [{ id: NOBODY, statement: 'S' }] }],
    ['POST /ties', { fromId: ids.person, toId: NOBODY, kind: 'knows' }],
    ['POST /notes', { body: 'x', about: { people: [ids.person, NOBODY] } }],
    ['POST /tags', { about: 'deal', id: ids.person, name: 'T' }],
    ['POST /deals', { title: 'D', personIds: [ids.person, NOBODY] }],
    ['POST /deals', { title: 'D', stageId: NOBODY }],
    ['POST /deals', { title: 'D', organisationId: NOBODY }],
    ['POST /tasks', { what: 'T', dealId: NOBODY }],
    ['POST /tasks', { what: 'T', ownerId: NOBODY }],
    ['POST /organisations', { name: 'New one', parentId: NOBODY }],
    [`PUT /deals/${ids.deal}/people/${NOBODY}`, {}],
    [`PUT /fields/${ids.field}/of/${NOBODY}`, { value: 'x' }],
    [`PATCH /people/${ids.person}`, { ownerId: NOBODY }],
  ] as const) {
    const answer = await rest.ask(maya, line, body);
    assert.equal(answer.status, 404, `${line} ${JSON.stringify(body)}: ${answer.text}`);
    assert.match(String(answer.body.code), /^missing\./, line);
  }
  assert.deepEqual(await contentsOf(full.world.db, full.ids.workspace, []), rows);
});

test('the questions themselves are right: each is answered', async () => {
  for (const { line, good } of questions()) {
    const { status, text } = await rest.ask(maya, line, good);
    assert.equal(status, 200, `${line}: ${text}`);
  }
});

test('a field nobody knows is passed over: it names no workspace, no writer and no time of one’s own', async () => {
  const { ids } = full;
  const smuggled = {
    workspaceId: NOBODY,
    workspace_id: NOBODY,
    createdBy: NOBODY,
    createdAt: '2001-01-01T00:00:00Z',
    privateTo: NOBODY,
    id: NOBODY,
  };
  const person = (await rest.ask(maya, 'POST /people', { name: 'Sam Wide', ...smuggled })).body.id;
  assert.notEqual(person, NOBODY);
  const seen = await rest.ask(maya, `GET /people/${person}`);
  assert.deepEqual([seen.status, seen.body.isPrivate ?? false], [200, false]);
  const note = await rest.ask(maya, 'POST /notes', { ...smuggled, body: 'x', about: { people: [ids.person] } });
  assert.equal(note.status, 200, note.text);
  assert.notEqual(note.body.id, NOBODY);
  const task = await rest.ask(maya, 'POST /tasks', { ...smuggled, what: 'Mine', doneAt: '2001-01-01T00:00:00Z' });
  assert.equal(task.body.doneAt, null);
  assert.doesNotMatch(String(task.body.createdAt), /^2001/);
});

test('what is written is kept without the blanks around it and without the signs that cannot be kept, else as it was', async () => {
  const { body } = await rest.ask(maya, 'POST /people', {
    name: '  Zoë\u0000 O’Brien-李 \n',
    pronouns: ' they/them ',
    livesIn: '\tBrest ',
  });
  const seen = (await rest.ask(maya, `GET /people/${body.id}`)).body;
  assert.deepEqual([seen.name, seen.pronouns, seen.livesIn], ['Zoë O’Brien-李', 'they/them', 'Brest']);
});

test('a body that is no object, or says it is something else, is a wrong question', async () => {
  for (const body of ['', 'null', '[]', '"x"', '7', '{', '{"name":"Tom"', 'name=Tom']) {
    const { status } = await rest.ask(maya, 'POST /people', body);
    assert.equal(status, 400, body);
  }
  const form = await rest.ask(maya, 'POST /people', 'name=Tom+Form', { headers: { 'content-type': 'text/plain' } });
  assert.ok(form.status >= 400 && form.status < 500, form.text);
  assert.doesNotMatch(rest.said(), /a bug/);
});

test('a guest is told what role it takes, whatever is in the body, and nothing is written', async () => {
  const guest = await full.world.member('Guido', 'guest');
  const rows = await contentsOf(full.world.db, full.ids.workspace, []);
  for (const { line, good } of questions()) {
    for (const body of [good, {}]) {
      const answer = await rest.ask(guest, line, body);
      assert.deepEqual([answer.status, answer.body.code], [403, 'may.not-allowed'], line);
      assert.ok((answer.body.params as { role?: string }).role, line);
    }
    assert.equal((await rest.ask(null, line, good)).status, 401, line);
  }
  assert.deepEqual(await contentsOf(full.world.db, full.ids.workspace, []), rows);
});
