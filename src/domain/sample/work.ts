import { sql } from 'kysely';
import type { Part } from '#model/deal.ts';
import { addDeal, putPerson } from '../deals/change.ts';
import { listPipelines } from '../deals/pipelines.ts';
import type { Change } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { addTask } from '../tasks/change.ts';
import { PRIYA } from './cast.ts';
import { movedBy } from './dates.ts';

interface Deciding {
  key: string;
  title: string;
  /** Who has a part in it; whom they work for is whom it is with. */
  who: [name: string, part: Part][];
  /** The place of its stage; 0 is the first. */
  stage: number;
  amount?: string;
  closeOn?: string;
  nextStep?: string;
  nextOn?: string;
  about?: string;
}

const DEALS: Deciding[] = [
  {
    key: 'ward',
    title: 'A night desk for the ward',
    who: [['Dr Amina Yusuf', 'decides']],
    stage: 0,
  },
  {
    key: 'auction',
    title: 'The watch over the December auction',
    who: [['Hana Kimura', 'decides']],
    stage: 2,
    amount: '24400',
    closeOn: '2026-12-11',
    nextStep: 'She sends the hours of the auctions',
    nextOn: '2026-11-27',
  },
  {
    key: 'vans',
    title: 'Cold watch for fourteen vans',
    who: [
      ['Ines Carvalho', 'decides'],
      ['Daniel Brandt', 'can-say-no'],
    ],
    stage: 1,
    amount: '186000',
    closeOn: '2026-12-18',
    nextStep: 'Your July report',
    nextOn: '2026-11-26',
    about: 'Five of the vans are from before 2016. **We have never tried one that old**: say so before she asks.',
  },
];

const TASKS = [
  { what: 'Find somebody with the same work who had a July with us', who: 'Ines Carvalho', deal: 'vans', due: '2026-11-25' },
  { what: 'Draw what happens when the phone rings in the middle of it', who: 'Hana Kimura', deal: 'auction', due: '2026-11-27' },
  { what: 'Try the sensor in a van from before 2016', who: 'Daniel Brandt', deal: 'vans', due: '2026-11-30', by: PRIYA.name },
  { what: 'Look up what a ward has to sign', who: 'Dr Amina Yusuf', deal: 'ward', due: null },
];

/** What some of them are deciding with us, and what we set ourselves to do for it. */
export async function workTogether(change: Change, { people, days }: { people: Map<string, string>; days: number }): Promise<void> {
  const on = (day: string | null | undefined) => (day ? movedBy(day, days).slice(0, 10) : null);
  const made = new Map<string, string>();
  for (const { key, who, stage, closeOn, nextOn, ...words } of DEALS) {
    const [decides] = who;
    const organisationId = await organisationOf(change, people.get(decides?.[0] ?? ''));
    const { id } = await addDeal(change, {
      ...words,
      organisationId,
      stageId: await stageAt(change, stage),
      closeOn: on(closeOn),
      nextOn: on(nextOn),
    });
    for (const [name, part] of who) await putPerson(change, id, idIn(people, name), part);
    made.set(key, id);
  }
  for (const { what, who, deal, due, by } of TASKS)
    await addTask(change, {
      what,
      dueOn: on(due),
      personId: idIn(people, who),
      dealId: idIn(made, deal),
      ...(by && { ownerId: await memberCalled(change, by) }),
    });
}

/** There are no stages before the first deal: that one makes them. */
async function stageAt(change: Change, place: number): Promise<string | undefined> {
  const [pipeline] = await listPipelines(change);
  return pipeline?.stages[place]?.id;
}

async function organisationOf({ db, workspaceId }: Change, personId: string | undefined): Promise<string | null> {
  const row = await firstOf(
    db,
    sql<{
      id: string;
    }>`select organisation_id as id from affiliations where workspace_id = ${workspaceId} and person_id = ${personId ?? null}::uuid limit 1`,
  );
  return row?.id ?? null;
}

async function memberCalled({ db, workspaceId }: Change, name: string): Promise<string | undefined> {
  const row = await firstOf(db, sql<{ id: string }>`select id from members where workspace_id = ${workspaceId} and name = ${name}`);
  return row?.id;
}

function idIn(ids: Map<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`Nothing in the sample is called ${name}.`);
  return id;
}
