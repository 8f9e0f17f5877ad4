import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Rest, type RestAnswer, restOf } from '#test/rest.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let rest: Rest;
let maya: WorldMember;
let guest: WorldMember;
const ids = new Map<string, string>();

before(async () => {
  world = await newWorld();
  rest = restOf(world);
  maya = await world.member('Maya Okafor', 'owner');
  guest = await world.member('Guido', 'guest');
  for (const [name, kinds, closeness] of [
    ['Ada Byron', ['customer'], 1],
    ['Bob Hale', ['customer', 'partner'], 2],
    ['Cleo Vance', ['partner'], null],
    ['Dora Lind', ['friend'], 2],
    ['Émile Zola', [], null],
  ] as const)
    ids.set(name, (await post('/people', { name, kinds, closeness })).body.id as string);
});
after(() => world.close());

const get = <Body = Record<string, unknown>>(address: string, as: WorldMember | null = maya) => rest.ask<Body>(as, `GET ${address}`);
const post = (address: string, body: object) => rest.ask(maya, `POST ${address}`, body);
const id = (name: string) => ids.get(name) ?? assert.fail(name);
interface List {
  rows: { id: string; name: string; what: string; title: string }[];
  next: string | null;
  total: number;
}
const names = ({ body }: RestAnswer<List>) => body.rows.map(({ name }) => name).sort();
const refusedInput = ({ status, body, text }: RestAnswer) => {
  assert.equal(status, 400, text);
  assert.equal(body.code, 'input.bad_request');
};

test('a number arrives as text: the limit is one, within its bounds, and a word in its place is refused', async () => {
  assert.equal((await get<List>('/people?limit=2')).body.rows.length, 2);
  assert.equal((await get<List>('/people?limit=200')).body.rows.length, 5);
  for (const limit of ['0', '201', '-1', '1.5', 'ten', 'NaN', 'Infinity', '1e9', '']) refusedInput(await get(`/people?limit=${limit}`));
});

test('a flag arrives as text: yes and no are read in the usual ways, anything else is refused and taken for neither', async () => {
  await post('/tasks', { what: 'Count the vans' });
  const { body } = await post('/tasks', { what: 'Wash the vans' });
  await post(`/tasks/${body.id}/done`, {});
  const whats = async (query: string) => (await get<List>(`/tasks${query}`)).body.rows.map(({ what }) => what);
  for (const yes of ['true', '1', 'yes', 'on', 'TRUE']) assert.deepEqual(await whats(`?done=${yes}`), ['Wash the vans'], yes);
  for (const no of ['?done=false', '?done=0', '?done=no', '?done=off', '']) assert.deepEqual(await whats(no), ['Count the vans'], no);
  for (const neither of ['maybe', '2', 'null']) refusedInput(await get(`/tasks?done=${neither}`));
});

test('one of several is written once, several with brackets; more than fit together, or none of ours, are refused', async () => {
  assert.deepEqual(names(await get('/people?kinds=partner')), ['Bob Hale', 'Cleo Vance']);
  assert.deepEqual(names(await get('/people?kinds[]=friend&kinds[]=partner')), ['Bob Hale', 'Cleo Vance', 'Dora Lind']);
  assert.deepEqual(names(await get('/people?close=2')), ['Bob Hale', 'Dora Lind']);
  assert.deepEqual(names(await get('/people?close[]=1&close[]=2')), ['Ada Byron', 'Bob Hale', 'Dora Lind']);
  for (const wrong of [
    'kinds=enemy',
    'close=5',
    'close=near',
    'spoke=never',
    'owner=somebody',
    'tags=x',
    'added=yesterday',
    'contact=maybe',
  ])
    refusedInput(await get(`/people?${wrong}`));
  refusedInput(await get(`/people?${Array.from({ length: 9 }, () => 'kinds[]=partner').join('&')}`));
});

test('a field of one’s own is asked for by its parts', async () => {
  const { body } = await post('/fields', { about: 'person', label: 'Since', kind: 'number' });
  for (const [name, value] of [
    ['Ada Byron', '2019'],
    ['Bob Hale', '2024'],
  ] as const)
    assert.equal((await rest.ask(maya, `PUT /fields/${body.id}/of/${id(name)}`, { value })).status, 200);
  const where = (test: string, value?: string) =>
    get<List>(`/people?fields[0][id]=${body.id}&fields[0][test]=${test}${value === undefined ? '' : `&fields[0][value]=${value}`}`);
  assert.deepEqual(names(await where('from', '2020')), ['Bob Hale']);
  assert.deepEqual(names(await where('any')), ['Ada Byron', 'Bob Hale']);
  refusedInput((await where('roughly', '2020')) as unknown as RestAnswer);
});

test('what is looked for may hold any sign: it is looked for as it stands, and never reads as a pattern', async () => {
  const find = (text: string) => get<List>(`/people?find=${encodeURIComponent(text)}`);
  assert.deepEqual(names(await find('émile')), ['Émile Zola']);
  assert.deepEqual(names(await find('Lind')), ['Dora Lind']);
  for (const sign of ['%', '_', '\\', "'", '"', '*', 'a%b', '\u0000%']) assert.deepEqual(names(await find(sign)), [], sign);
  refusedInput((await find('x'.repeat(201))) as unknown as RestAnswer);
});

test('page by page everybody comes once, whatever the order, also while somebody is added on the way', async () => {
  for (const sort of ['name', 'spoke', 'between', 'added']) {
    const seen: string[] = [];
    let added = false;
    for (let next: string | null = ''; next !== null; ) {
      const page: RestAnswer<List> = await get<List>(`/people?sort=${sort}&limit=2${next && `&cursor=${encodeURIComponent(next)}`}`);
      assert.equal(page.status, 200, page.text);
      seen.push(...page.body.rows.map((row) => row.id));
      next = page.body.next;
      if (!added) await post('/people', { name: `Aaron ${sort}` });
      added = true;
    }
    for (const known of ids.values()) assert.equal(seen.filter((one) => one === known).length, 1, sort);
    assert.equal(new Set(seen).size, seen.length, sort);
  }
});

test('tasks go on page by page, the open ones by day and those without a day last, the done ones newest first', async () => {
  const made: string[] = [];
  for (const dueOn of ['2026-12-02', null, '2026-12-01', '2026-12-01', null])
    made.push((await post('/tasks', { what: `Due ${dueOn}`, dueOn })).body.id as string);
  const walk = async (query: string) => {
    const seen: { id: string; what: string }[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body, status, text }: RestAnswer<List> = await get<List>(`/tasks?limit=2&${query}&cursor=${encodeURIComponent(next)}`);
      assert.equal(status, 200, text);
      seen.push(...body.rows.filter((row) => made.includes(row.id)));
      next = body.next;
    }
    return seen;
  };
  assert.deepEqual(
    (await walk('done=no')).map(({ what }) => what),
    ['Due 2026-12-01', 'Due 2026-12-01', 'Due 2026-12-02', 'Due null', 'Due null'],
  );
  for (const one of made) await post(`/tasks/${one}/done`, {});
  assert.deepEqual(
    (await walk('done=yes')).map((row) => row.id),
    made.toReversed(),
  );
  assert.deepEqual(await walk('done=no'), []);
});

test('a cursor that was made up, cut, or comes from another list is refused in words, and is no fault', async () => {
  const { next } = (await get<List>('/people?limit=1&sort=name')).body;
  assert.ok(next);
  for (const list of ['/people', '/tasks', '/deals', '/organisations', '/duplicates', '/imports', '/conversations'])
    for (const cursor of [
      'x',
      'bnVsbA',
      'W10',
      'e30',
      next.slice(0, -3),
      `${next}x`,
      next,
      '[]',
      'null',
      '"',
      '%00',
      encodeURIComponent('💥'),
    ]) {
      const answer = await get(`${list}?cursor=${cursor}`);
      assert.ok(answer.status === 200 || (answer.status >= 400 && answer.status < 500), `${list} ${cursor}: ${answer.text}`);
    }
  refusedInput(await get(`/people?cursor=${'x'.repeat(1001)}`));
  assert.doesNotMatch(rest.said(), /a bug/);
});

test('an id that is none is a wrong question; one of nobody is not here; the words do not tell which it once was', async () => {
  const nobody = '01900000-0000-7000-8000-000000000000';
  for (const noun of ['people', 'conversations', 'organisations', 'deals', 'notes', 'imports']) {
    for (const wrong of ['x', '1', '%00', 'null', `${nobody}0`, encodeURIComponent(`' or true --`)]) {
      const { status, text } = await get(`/${noun}/${wrong}`);
      assert.ok(status === 400 || status === 404, `${noun} ${wrong}: ${status} ${text}`);
    }
    const gone = await get(`/${noun}/${nobody}`);
    assert.equal(gone.status, 404, gone.text);
    assert.match(String(gone.body.code), /^missing\./);
    assert.doesNotMatch(gone.text, new RegExp(nobody));
  }
  assert.equal((await get(`/people/${id('Ada Byron').toUpperCase()}`)).status, 200, 'an id in capitals is the same id');
});

test('what leads nowhere says so, with the wrong method too; nobody signed in is asked to', async () => {
  for (const line of ['GET /peple', 'PUT /people', 'DELETE /people', 'GET /people/x/y/z', 'POST /deals/board', 'GET //rpc/people/none'])
    assert.equal((await rest.ask(maya, line, line.startsWith('GET') ? undefined : {})).status, 404, line);
  for (const line of ['GET /people', 'GET /deals/board', 'GET /today', 'GET /find?text=a', `GET /people/${id('Ada Byron')}`]) {
    const { status, body } = await rest.ask(null, line);
    assert.deepEqual([status, body.code], [401, 'auth.sign-in-first'], line);
  }
  assert.deepEqual((await get('/duplicates', guest)).body.code, 'may.not-allowed');
});

test('the timeline takes its parts once or with brackets, and needs to know of whom', async () => {
  const { body } = await post('/notes', { body: 'Met at the harbour', about: { people: [id('Ada Byron')] } });
  assert.ok(body.id);
  const of = (query: string) => get<{ rows: { part: string }[] }>(`/timeline?personId=${id('Ada Byron')}${query}`);
  assert.equal((await of('')).status, 200);
  assert.equal((await of('&kinds=notes')).body.rows.length, 1);
  assert.equal((await of('&kinds[]=notes&kinds[]=conversations')).body.rows.length, 1);
  assert.equal((await of('&kinds=conversations')).body.rows.length, 0);
  refusedInput((await of('&kinds=gossip')) as unknown as RestAnswer);
  const ofNobody = await get('/timeline');
  assert.ok(ofNobody.status >= 400 && ofNobody.status < 500, ofNobody.text);
});
