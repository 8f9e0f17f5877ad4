import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AnyProcedure, call, isProcedure } from '@orpc/server';
import { z } from 'zod';
import { asking } from '#test/asking.ts';
import { type FullWorld, fullWorld } from '#test/full-world.ts';
import { type Rest, restOf } from '#test/rest.ts';
import type { WorldMember } from '#test/world.ts';
import { router } from './router.ts';

interface Leaf {
  name: string;
  method: string;
  path: string;
  procedure: AnyProcedure;
}

const leaves: Leaf[] = Object.entries(router).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => {
    assert.ok(isProcedure(procedure));
    const { route } = procedure['~orpc'];
    return { name: `${noun}.${verb}`, method: route.method ?? 'POST', path: String(route.path), procedure };
  }),
);
const reads = leaves.filter(({ method }) => method === 'GET');

let full: FullWorld;
let rest: Rest;
let guest: WorldMember;

before(async () => {
  full = await fullWorld();
  rest = restOf(full.world);
  guest = await full.world.member('Guido', 'guest');
  const { ids, maya } = full;
  const as = { context: asking(full.world, maya) };
  // So that little is empty of what may be.
  await call(router.ownFields.fill, { fieldId: ids.field, id: ids.person, value: '2019' }, as);
  await call(
    router.notes.change,
    { id: ids.note, about: { people: [ids.person], organisations: [ids.organisation], deals: [ids.deal] } },
    as,
  );
  await call(
    router.deals.change,
    { id: ids.deal, amount: '1200.5', currency: 'EUR', closeOn: '2026-12-24', organisationId: ids.organisation },
    as,
  );
  await call(
    router.people.change,
    { id: ids.person, phones: [{ phone: '06 12345678' }], dates: [{ kind: 'birthday', month: 2, day: 29 }] },
    as,
  );
});
after(() => full.world.close());

/** What each read is asked so that there is something to answer. */
function askedOf(name: string): Record<string, string> {
  const { ids, token, said } = full;
  const asked: Record<string, Record<string, string>> = {
    'invitations.look': { token },
    'conversations.open': { id: ids.conversation },
    'conversations.why': { id: ids.conversation, turn: '1' },
    'conversations.findings': { id: ids.conversation },
    'speakers.look': { id: ids.speaker },
    'speakers.unknown': { conversationId: ids.conversation },
    'people.list': { tags: ids.tag, kinds: 'customer', close: '1', owner: 'nobody' },
    'duplicates.like': { name: 'Ines Carvalho' },
    'duplicates.open': { oneId: ids.person, otherId: ids.second },
    'find.everything': { text: 'meals' },
    'organisations.open': { id: ids.organisation },
    'offerings.open': { id: ids.offering },
    'deals.open': { id: ids.deal },
    'imports.open': { id: ids.import },
    'tags.of': { about: 'person', id: ids.person },
    'ownFields.of': { about: 'person', id: ids.person },
    'notes.open': { id: ids.note },
    'attachments.list': { id: ids.person },
    'timeline.of': { personId: ids.person },
    'needs.candidates': { id: ids.need },
    'sayBacks.list': { personId: ids.person },
    'sayBacks.look': { token: said },
  };
  return asked[name] ?? { id: ids.person };
}

function lineOf({ name, path, procedure }: Leaf): string {
  const left = new Map(Object.entries(askedOf(name)));
  const takes = procedure['~orpc'].inputSchema as unknown as z.ZodType | undefined;
  const known = takes ? Object.keys(z.toJSONSchema(takes, { io: 'input' }).properties ?? {}) : [];
  const address = path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = left.get(field) ?? '';
    left.delete(field);
    return value;
  });
  const search = new URLSearchParams([...left].filter(([field]) => known.includes(field)));
  return `GET ${address}${search.size > 0 ? `?${search}` : ''}`;
}

// An import without files has no rows: src/jobs/imports.test.ts looks at one.
const NEEDS_A_FILE = new Set(['imports.row', 'imports.undoLook', 'imports.rows']);

/** Where one has what the other has not, by its way there. */
function beyond(answered: unknown, described: unknown, at = ''): string[] {
  if (Array.isArray(answered)) return answered.flatMap((one, i) => beyond(one, (described as unknown[])[i], `${at}[]`));
  if (typeof answered !== 'object' || answered === null) return Object.is(answered, described) ? [] : [at];
  return Object.entries(answered).flatMap(([key, value]) =>
    Object.hasOwn(described as object, key) ? beyond(value, (described as Record<string, unknown>)[key], `${at}.${key}`) : [`${at}.${key}`],
  );
}

test('every read answers a program with just what its description says: no field is missing, and none more comes out', async () => {
  const wrong: Record<string, unknown> = {};
  for (const leaf of reads.filter(({ name }) => !NEEDS_A_FILE.has(name))) {
    const answer = await rest.ask(full.maya, lineOf(leaf));
    if (answer.status !== 200) wrong[leaf.name] = answer.text;
    const told = (leaf.procedure['~orpc'].outputSchema as unknown as z.ZodType).safeParse(answer.body);
    if (!told.success) wrong[leaf.name] = told.error.message;
    else if (beyond(answer.body, told.data).length > 0) wrong[leaf.name] = [...new Set(beyond(answer.body, told.data))];
  }
  assert.deepEqual(wrong, {});
});

test('a guest reads the same shapes, and of what is for members alone is told so in words', async () => {
  const refused: string[] = [];
  for (const leaf of reads.filter(({ name }) => !NEEDS_A_FILE.has(name))) {
    const answer = await rest.ask(guest, lineOf(leaf));
    if (answer.status === 403) {
      assert.equal(answer.body.code, 'may.not-allowed', leaf.name);
      refused.push(leaf.name);
      continue;
    }
    assert.equal(answer.status, 200, `${leaf.name}: ${answer.text}`);
    assert.ok((leaf.procedure['~orpc'].outputSchema as unknown as z.ZodType).safeParse(answer.body).success, leaf.name);
  }
  // What others do here, and what members keep between them, is not for whoever only looks.
  for (const name of ['members.list', 'imports.list', 'imports.open', 'bulk.recent', 'duplicates.list', 'duplicates.open', 'erasures.list'])
    assert.ok(refused.includes(name), name);
  for (const name of ['people.open', 'deals.board', 'organisations.open', 'timeline.of', 'find.everything'])
    assert.ok(!refused.includes(name), name);
});

test('no answer of a read tells what is kept for the machine alone: keys of matching, hashes, tokens, other workspaces', async () => {
  const inside =
    /"(workspaceId|workspace_id|matchKey|match_key|matchEmail|tokenHash|token_hash|sha256|privateTo|private_to|accountId|account_id|sealed)"/;
  for (const leaf of reads.filter(({ name }) => !NEEDS_A_FILE.has(name))) {
    const { text } = await rest.ask(full.maya, lineOf(leaf));
    assert.doesNotMatch(text, inside, leaf.name);
    if (!['sayBacks.look', 'invitations.look'].includes(leaf.name)) {
      assert.ok(!text.includes(full.token), `${leaf.name} gives the link of an invitation away`);
      assert.ok(!text.includes(full.said), `${leaf.name} gives the link of a say-back away`);
    }
  }
});

test('an address leads to one procedure: where two could be meant, the one that is spelled out is', async () => {
  const partsOf = (path: string) => path.split('/').slice(1);
  for (const one of leaves)
    for (const other of leaves) {
      if (one === other || one.method !== other.method) continue;
      const [mine, theirs] = [partsOf(one.path), partsOf(other.path)];
      if (mine.length !== theirs.length) continue;
      const open = (part: string) => part.startsWith('{');
      const meet = mine.every((part, i) => part === theirs[i] || open(part) || open(theirs[i] ?? ''));
      // Fields in other places than the other's: which of the two is meant would be chance.
      const crossed =
        mine.some((part, i) => open(part) && !open(theirs[i] ?? '')) && mine.some((part, i) => !open(part) && open(theirs[i] ?? ''));
      assert.ok(!meet || !crossed || !canBeId(mine, theirs), `${one.name} and ${other.name} share ${one.method} ${one.path}`);
      assert.ok(!meet || mine.some((part, i) => open(part) !== open(theirs[i] ?? '')), `${one.name} and ${other.name} are one address`);
    }
  const board = await rest.ask(full.maya, 'GET /deals/board');
  assert.ok(board.body.stages, 'the board, not the deal called "board"');
  const offered = await rest.ask(full.maya, 'GET /tags/offered?find=Bright');
  assert.equal((offered.body.tags as unknown[]).length, 1);
});

/** Whether a word of one stands where the other takes an id: an id is a UUID, and no word of ours is one. */
function canBeId(mine: string[], theirs: string[]): boolean {
  return mine.every((part, i) => {
    const other = theirs[i] ?? '';
    const field = part.startsWith('{') ? part : other.startsWith('{') ? other : '';
    return !/id\}$/i.test(field) || part === other || (part.startsWith('{') && other.startsWith('{'));
  });
}
