import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import fc from 'fast-check';
import { router } from '#api/router.ts';
import type { FindingKind } from '#model/finding.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, miscounted, suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };
let conversationId: string;
let untouched: Record<string, string[]>;
const ids: string[] = [];
const FOUND: FindingKind[] = ['need', 'commitment', 'feeling', 'belief.false', 'objection'];
const KINDS: FindingKind[] = ['need', 'trait.value', 'belief.false', 'competitor', 'commitment'];

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = await world.person('Ines Carvalho');
  conversationId = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
  for (const kind of FOUND) ids.push(await suggest(world, conversationId, { kind, turn: 1, fields: { statement: kind, what: kind } }));
  untouched = await contentsOf(world.db, world.workspace.id);
});
after(() => world.close());

type Step = { do: 'confirm' | 'reject' | 'undo'; which: number; by: boolean } | { do: 'edit'; which: number; by: boolean; kind: number };

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('confirm' as const, 'reject' as const, 'undo' as const), which: fc.nat({ max: 4 }), by: fc.boolean() }),
    fc.record({ do: fc.constant('edit' as const), which: fc.nat({ max: 4 }), by: fc.boolean(), kind: fc.nat({ max: 4 }) }),
  ),
  { minLength: 1, maxLength: 14 },
);

/** What a finding is by the rules alone, beside the database. */
interface Believed {
  kind: FindingKind;
  state: 'open' | 'confirmed' | 'rejected';
  edited: boolean;
}

function ruled(now: Believed, step: Step, suggested: FindingKind): Believed {
  if (step.do === 'edit') return { ...now, kind: KINDS[step.kind] ?? now.kind, edited: true };
  if (step.do === 'confirm') return { ...now, state: 'confirmed' };
  if (step.do === 'reject') return { ...now, state: 'rejected' };
  if (now.state !== 'open') return { ...now, state: 'open' };
  return { kind: suggested, state: 'open', edited: false };
}

const TABLE: Record<string, 'needs' | 'traits' | 'beliefs' | 'promises'> = {
  need: 'needs',
  commitment: 'promises',
  feeling: 'traits',
  'trait.value': 'traits',
  'belief.false': 'beliefs',
};

async function take(step: Step): Promise<void> {
  const id = ids[step.which] ?? '';
  const context = { context: asking(world, step.by ? maya : ben) };
  if (step.do === 'edit') await call(router.findings.edit, { id, kind: KINDS[step.kind], statement: 'Mended' }, context);
  else await call(router.findings[step.do], { id }, context);
}

async function takeAllBack(): Promise<void> {
  for (const id of ids) for (let n = 0; n < 2; n++) await call(router.findings.undo, { id }, { context: asking(world, ben) });
}

async function compare(believed: Believed[]): Promise<void> {
  const page = await call(router.people.open, { id: ines.id }, { context: asking(world, maya) });
  const confirmed = believed.filter((one) => one.state === 'confirmed');
  const rows = (table: string) => confirmed.filter((one) => TABLE[one.kind] === table).length;
  for (const table of ['needs', 'traits', 'beliefs', 'promises'] as const) {
    assert.equal(page[table].length, rows(table), table);
    const stored = await world.db.selectFrom(table).select('id').where('workspaceId', '=', world.workspace.id).execute();
    assert.equal(stored.length, rows(table), `rows of ${table}`);
  }
  assert.equal(page.said.length, confirmed.filter((one) => !TABLE[one.kind]).length);
  assert.equal(page.suggestions.length, believed.filter((one) => one.state === 'open').length);
  const shown = await call(router.conversations.open, { id: conversationId }, { context: asking(world, ben) });
  for (const [i, one] of believed.entries()) {
    const view = shown.findings.find((finding) => finding.id === ids[i]);
    assert.deepEqual(
      [view?.kind, view?.confirmedBy !== null, view?.rejectedBy !== null, view?.edited],
      [one.kind, one.state === 'confirmed', one.state === 'rejected', one.edited],
    );
  }
  const [row] = (await call(router.people.list, {}, { context: asking(world, ben) })).rows;
  assert.deepEqual(
    [row?.openFindings, row?.theyOwe, row?.falseBeliefs],
    [page.suggestions.length, page.promises.length, page.beliefs.length],
  );
  const between = await world.db.selectFrom('people').select('betweenUs').where('id', '=', ines.id).executeTakeFirstOrThrow();
  assert.equal(between.betweenUs, (row?.openFindings ?? 0) + (row?.theyOwe ?? 0) + (row?.falseBeliefs ?? 0));
  const evidence = await world.db.selectFrom('evidence').select('id').execute();
  assert.equal(evidence.length, confirmed.filter((one) => TABLE[one.kind]).length);
  assert.equal(
    page.hero !== null,
    confirmed.some((one) => /^(need|feeling|trait)/.test(one.kind)),
  );
  assert.deepEqual(await miscounted(world), []);
}

test('whatever members decide in whatever order, rows, counts and pages are what the rules say; taken back, all is as before', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      await takeAllBack();
      let believed: Believed[] = FOUND.map((kind) => ({ kind, state: 'open', edited: false }));
      for (const step of taken) {
        await take(step);
        believed = believed.map((one, i) => (i === step.which ? ruled(one, step, FOUND[i] ?? 'need') : one));
      }
      await compare(believed);
      await takeAllBack();
      assert.deepEqual(await contentsOf(world.db, world.workspace.id), untouched);
    }),
    { numRuns: 15 },
  );
});
