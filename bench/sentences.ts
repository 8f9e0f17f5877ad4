/**
 * What each word of the sentence over people costs at 100,000 people: the first page through the domain, and the same statement bare through pg in
 * the same run; the views of the bar, and a change to many. Run: npm exec -- node bench/sentences.ts [people …]
 */
import { sql } from 'kysely';
import { kyselyOver } from '#db/pool.ts';
import { changeMany } from '#domain/bulk/change.ts';
import { goOnToTheEnd } from '#domain/bulk/go-on.ts';
import { undoMany } from '#domain/bulk/undo.ts';
import type { PeopleFit } from '#domain/people/fit.ts';
import { listPeople } from '#domain/people/list.ts';
import type { Scope } from '#domain/scope.ts';
import { saveView } from '#domain/views/change.ts';
import { listViews } from '#domain/views/list.ts';
import { newWorld, type World } from '#test/world.ts';

const RUNS = 15;
const print = (line: string) => process.stdout.write(`${line}\n`);
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const round = (ms: number) => ms.toFixed(ms < 10 ? 2 : 1).padStart(8);
const id = (kind: string, n: string) => sql.raw(`md5('${kind}' || ${n})::uuid`);
const uuid = (kind: string) => `${'0'.repeat(8)}-0000-7000-8000-${kind.padStart(12, '0')}`;

interface Statement {
  text: string;
  values: unknown[];
}

/** Our queries over this pool, each of them kept in `asked`. */
function listening(world: World, asked: Statement[]): Scope['db'] {
  const connect = async () => {
    const client = await world.pool.connect();
    const query = (statement: Statement) => {
      asked.push(statement);
      return client.query(statement);
    };
    return { query, release: () => client.release() };
  };
  return kyselyOver({ connect } as unknown as World['pool']);
}

/** A tag on half of all, one on a hundred; a field with a number on all, a text on half, a choice on one in a hundred; an owner on one in ten. */
async function seed(world: World, memberId: string, people: number): Promise<void> {
  const w = world.workspace.id;
  const q = (text: ReturnType<typeof sql>) => text.execute(world.db);
  await q(sql`insert into people (workspace_id, id, name, kinds, last_contact_at, between_us, owner_id, closeness, do_not_contact_at, created_at)
    select ${w}, ${id('p', 'n')}, initcap(substr(md5('f' || n % 3000), 1, 6)) || ' ' || initcap(substr(md5('l' || n), 1, 8)),
      case when n % 1000 = 0 then '{investor}' else '{customer}' end::text[], timestamptz '2026-11-20' - (n % 5000) * interval '1 hour', ('x' || substr(md5('b' || n), 1, 4))::bit(16)::int % 4,
      case when n % 10 = 0 then ${memberId}::uuid end, case when n % 50 = 0 then n % 4 + 1 end, case when n % 500 = 0 then now() end,
      timestamptz '2026-11-20' - n * interval '1 minute' from generate_series(1, ${people}::int) n`);
  for (const [tag, every] of [
    ['1', 2],
    ['2', people / 100],
  ] as const) {
    await q(sql`insert into tags (workspace_id, id, name, created_at) values (${w}, ${uuid(tag)}, ${`Tag ${tag}`}, now())`);
    await q(sql`insert into taggings (workspace_id, id, tag_id, person_id, created_at)
      select ${w}, ${id(`g${tag}`, 'n')}, ${uuid(tag)}, ${id('p', 'n')}, now() from generate_series(1, ${people}::int, ${every}::int) n`);
  }
  const values: [string, string, string, number][] = [
    ['3', 'number', 'number_value', 1],
    ['4', 'text', 'text_value', 2],
    ['5', 'choice', 'text_value', 100],
    ['6', 'date', 'date_value', 2],
  ];
  for (const [field, kind, column, every] of values) {
    await q(sql`insert into custom_fields (workspace_id, id, about, label, kind, choices, created_at)
      values (${w}, ${uuid(field)}, 'person', ${kind}, ${kind}, '{Gold,Tin}', now())`);
    const value = { number: `n`, text: `'Word ' || md5('t' || n)`, choice: `'Gold'`, date: `date '2020-01-01' + n % 2000` }[kind] ?? '';
    await q(sql`insert into custom_values (workspace_id, id, field_id, person_id, ${sql.ref(column)}, changed_at)
      select ${w}, ${id(`v${field}`, 'n')}, ${uuid(field)}, ${id('p', 'n')}, ${sql.raw(value)}, now()
      from generate_series(1, ${people}::int, ${every}::int) n`);
  }
  await q(sql`insert into organisations (workspace_id, id, name, created_at)
    select ${w}, ${id('o', 'n')}, 'House ' || n, now() from generate_series(1, ${people / 10}::int) n`);
  await q(sql`insert into affiliations (workspace_id, id, person_id, organisation_id, created_at)
    select ${w}, ${id('a', 'n')}, ${id('p', 'n')}, ${id('o', '(n / 10 + 1)')}, now() from generate_series(1, ${people - 10}::int) n`);
  await q(sql`insert into imports (workspace_id, id, created_at, created_by) values (${w}, ${uuid('7')}, now(), ${memberId})`);
  await q(sql`insert into import_rows (workspace_id, import_id, object, file_i, row_no, outcome, row_id)
    select ${w}, ${uuid('7')}, 'person', 0, n, 'create', ${id('p', 'n')} from generate_series(1, ${people / 4}::int) n`);
  await q(sql`update workspaces set people_known = ${people} where id = ${w}`);
  await q(sql`vacuum analyze`);
}

async function measure(label: string, world: World, scope: Scope, work: (scope: Scope) => Promise<unknown>): Promise<void> {
  const asked: Statement[] = [];
  await work({ ...scope, db: listening(world, asked) });
  const statements = asked.splice(0);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    let from = performance.now();
    await work(scope);
    ours.push(performance.now() - from);
    from = performance.now();
    for (const { text, values } of statements) await world.pool.query(text, values);
    bare.push(performance.now() - from);
  }
  print(`  ${label.padEnd(40)} ${round(median(ours))} ms   bare ${round(median(bare))} ms   ${(median(ours) / median(bare)).toFixed(2)}`);
}

async function timed(label: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now();
  await work();
  print(`  ${label.padEnd(40)} ${round(performance.now() - from)} ms`);
}

function sentences(): [string, PeopleFit][] {
  const field = (n: string, test: 'is' | 'has' | 'from' | 'until' | 'any' | 'none', value?: string) => ({
    fields: [{ id: uuid(n), test, ...(value && { value }) }],
  });
  return [
    ['everybody', {}],
    ['a rare kind', { kinds: ['investor'] }],
    ['a common kind', { kinds: ['customer'] }],
    ['a tag on half', { tags: [uuid('1')] }],
    ['a tag on a hundred', { tags: [uuid('2')] }],
    ['both tags', { tags: [uuid('1'), uuid('2')] }],
    ['looked after by me', { owner: 'me' }],
    ['looked after by nobody', { owner: 'nobody' }],
    ['to be left alone', { contact: 'no' }],
    ['may be contacted', { contact: 'yes' }],
    ['of the closest', { close: [1] }],
    ['added in a day', { added: '2026-11-19' }],
    ['brought in by an import', { brought: uuid('7') }],
    ['of an organisation', { of: 'House 77' }],
    ['a number, equal', field('3', 'is', '4711')],
    ['a number, at least, few', field('3', 'from', '99900')],
    ['a number, at least, most', field('3', 'from', '10')],
    ['a text, holds, few', field('4', 'has', 'abcde')],
    ['a choice, equal', field('5', 'is', 'gold')],
    ['a day, since', field('6', 'from', '2025-01-01')],
    ['a field, empty', field('4', 'none')],
    ['five words', { tags: [uuid('1')], owner: 'me', contact: 'yes', kinds: ['customer'], ...field('3', 'from', '500') }],
  ];
}

async function measureAt(people: number): Promise<void> {
  const world = await newWorld();
  try {
    const maya = await world.member('Maya Okafor', 'owner');
    await seed(world, maya.id, people);
    print(`${people.toLocaleString('en')} people`);
    const scope = world.scope(maya);
    for (const [label, fit] of sentences()) {
      await measure(label, world, scope, (s) => listPeople(s, { ...fit, sort: 'between', limit: 100 }));
      const { next } = await listPeople(scope, { ...fit, sort: 'between', limit: 100 });
      if (next)
        await measure(`${label}, next page`, world, scope, (s) => listPeople(s, { ...fit, sort: 'between', limit: 100, cursor: next }));
    }
    for (const [name, { owe: _, ...search }] of sentences().slice(1, 13))
      await saveView(scope, { of: 'people', name, search: { ...search }, shared: false });
    await measure('twelve views with their counts', world, scope, (s) => listViews(s, 'people'));
    const all: { id: string } = { id: '' };
    await timed(`a thousand tagged`, async () => {
      all.id = (await changeMany(scope, { fits: { tags: [uuid('2')], kinds: ['customer'] }, change: { what: 'tag', name: 'New' } })).id;
    });
    await timed('taken back', () => undoMany(scope, all.id));
    await timed('all of them tagged', async () => {
      const made = await changeMany(scope, { fits: {}, change: { what: 'tag', name: 'All' } });
      all.id = made.id;
      await goOnToTheEnd(scope, made.id);
    });
    await timed('taken back', () => undoMany(scope, all.id));
    await timed('all of them with another owner', async () => {
      const made = await changeMany(scope, { fits: {}, change: { what: 'owner', memberId: maya.id } });
      all.id = made.id;
      await goOnToTheEnd(scope, made.id);
    });
    await timed('taken back', () => undoMany(scope, all.id));
  } finally {
    await world.close();
  }
}

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const people of sizes.length > 0 ? sizes : [10_000, 100_000]) await measureAt(people);
