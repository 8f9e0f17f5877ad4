import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AnyProcedure, call, isProcedure, ORPCError } from '@orpc/server';
import { z } from 'zod';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { askedWith, type FullWorld, fullWorld } from '#test/full-world.ts';
import { router } from './router.ts';

interface Leaf {
  name: string;
  procedure: AnyProcedure;
  fields: Record<string, Described>;
}

/** What a field may be, as its description tells a program. */
interface Described {
  type?: string;
  format?: string;
  enum?: unknown[];
  anyOf?: Described[];
  items?: Described;
  properties?: Record<string, Described>;
}

const leaves: Leaf[] = Object.entries(router).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => {
    assert.ok(isProcedure(procedure));
    const { inputSchema } = procedure['~orpc'];
    const json = inputSchema ? z.toJSONSchema(inputSchema as unknown as z.ZodType, { io: 'input' }) : null;
    return { name: `${noun}.${verb}`, procedure, fields: (json?.properties ?? {}) as Record<string, Described> };
  }),
);

let full: FullWorld;
before(async () => {
  full = await fullWorld();
});
after(() => full.world.close());

// Each passes some check that is made of such a field, or is what a program sends by mistake.
const STRANGE = {
  day: ['0000-01-01', '9999-12-31'],
  moment: ['0000-01-01T00:00:00Z', '2026-01-01T23:59:59-23:59'],
  words: ['a\u0000b\ud800%\\', ''],
  number: [-1, 2 ** 53 - 1],
  thing: [null, 'x'],
};

function strange(field: Described): unknown[] {
  const either = (field.anyOf ?? []).flatMap(strange);
  if (field.type === 'array' && field.items)
    return [
      ...either,
      ['x', 'x'],
      ...strange(field.items)
        .slice(0, 1)
        .map((one) => [one]),
    ];
  if (field.format === 'date') return [...either, ...STRANGE.day];
  if (field.format === 'date-time') return [...either, ...STRANGE.moment];
  if (field.type === 'integer' || field.type === 'number') return [...either, ...STRANGE.number];
  if (field.type === 'string') return [...either, ...STRANGE.words];
  return [...either, ...STRANGE.thing];
}

/** Why this answer is a fault of ours; null when it is an answer, or a no in words. */
async function faultOf({ procedure }: Leaf, input: unknown): Promise<string | null> {
  try {
    await call(procedure, input, { context: asking(full.world, full.maya) });
    return null;
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    if (problem instanceof ORPCError && problem.code === 'BAD_REQUEST') return null;
    return String(problem instanceof Error ? (problem.cause ?? problem.message) : problem);
  }
}

/** What it is asked with nothing wrong in it: of the thing that it is for, so that every field is looked at. */
function askedOf(name: string): object {
  const { ids } = full;
  const own: Record<string, object> = {
    'deals.add': { title: 'Vans', personIds: [ids.person] },
    'deals.change': { id: ids.deal, title: 'Vans' },
    'tasks.add': { what: 'Count', personId: ids.person },
    'offerings.reword': { id: ids.claim, statement: 'Answers at night' },
    'pipelines.changeStage': { id: ids.stage, name: 'Heard' },
    'tags.put': { about: 'person', id: ids.person, name: 'Friends' },
    'tags.take': { about: 'person', id: ids.person, tagId: ids.tag },
    'ownFields.fill': { fieldId: ids.field, id: ids.person, value: '2019' },
    'ownFields.add': { about: 'person', label: 'Since', kind: 'text' },
    'views.save': { name: 'Mine', search: {} },
    'timeline.of': { personId: ids.person },
    'organisations.add': { name: 'Vans and Co' },
    'people.add': { name: 'Tom Baker' },
    'people.list': {},
    'pipelines.add': { name: 'Another', stages: ['One'] },
  };
  const [noun = '', verb = ''] = name.split('.');
  const kind =
    ({ ownFields: 'field', bulk: 'many', sayBacks: 'sayBack', duplicates: 'merge' } as Record<string, string>)[noun] ?? noun.slice(0, -1);
  const id = ['add', 'join', 'write', 'make', 'like', 'list'].includes(verb)
    ? ids.person
    : (Object.entries(ids).find(([one]) => one === kind)?.[1] ?? ids.person);
  return own[name] ?? askedWith(ids, name, id) ?? {};
}

// They end what the others are asked about.
const LAST = new Set(['workspaces.removeSample', 'erasures.erase', 'workspaces.openSample', 'conversations.remove']);

let asked = 0;
test('whatever a program puts into a field, it is answered or refused in words: nothing is a fault', async () => {
  const faults: string[] = [];
  for (const leaf of leaves.filter(({ name }) => !LAST.has(name)))
    for (const [field, described] of Object.entries(leaf.fields)) {
      const good = askedOf(leaf.name);
      for (const value of strange(described)) {
        asked++;
        const fault = await faultOf(leaf, { ...good, [field]: value });
        if (fault) faults.push(`${leaf.name} ${field} ${JSON.stringify(value).slice(0, 40)}: ${fault}`);
      }
    }
  assert.deepEqual(faults, []);
  assert.ok(asked > 500, `${asked} questions`);
});
