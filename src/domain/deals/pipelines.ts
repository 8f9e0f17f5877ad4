import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { FIRST_STAGES, type PipelineView } from '#model/deal.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { documentOf, firstOf, rowsOf } from '../statement.ts';

/** The pipelines with their stages in order, and how many open deals stand in each. */
export async function listPipelines({ db, workspaceId: w }: Scope): Promise<PipelineView[]> {
  const found = await documentOf<PipelineView[]>(
    db,
    sql`select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'stages', (
        select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'deals', (select count(*)::int from deals d
          where d.workspace_id = ${w} and d.stage_id = s.id and d.removed_at is null and d.won_at is null and d.lost_at is null)) order by s.place, s.id), '[]')
        from stages s where s.workspace_id = ${w} and s.pipeline_id = l.id and s.removed_at is null)) order by l.place, l.id), '[]')
      from pipelines l where l.workspace_id = ${w} and l.removed_at is null`,
  );
  return found ?? [];
}

/** The first stage of the first pipeline; where there is none yet one is made, with stages in the words of the workspace's language. */
export async function firstStage(change: Change): Promise<string> {
  const w = change.workspaceId;
  const there = () =>
    firstOf(
      change.db,
      sql<{ id: string }>`select s.id from stages s join pipelines l on l.workspace_id = s.workspace_id and l.id = s.pipeline_id
        where s.workspace_id = ${w} and s.removed_at is null and l.removed_at is null order by l.place, l.id, s.place, s.id limit 1 for share`,
    );
  const found = await there();
  if (found) return found.id;
  // Two who write down the first deal at once make one pipeline.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${w} first pipeline`}, 0))`.execute(change.db);
  const meanwhile = await there();
  if (meanwhile) return meanwhile.id;
  const words = await firstOf(change.db, sql<{ locale: string }>`select locale from workspaces where workspace_id = ${w} and id = ${w}`);
  const { pipeline, stages } = FIRST_STAGES[words?.locale === 'nl' ? 'nl' : 'en'];
  const { stages: made } = await makePipeline(change, pipeline, [...stages]);
  return made[0] ?? '';
}

/** Whether deals may stand in this stage: it is there, and so is its pipeline. Both stay so until the change is done. */
export async function isStanding(change: Change, stageId: string): Promise<boolean> {
  const found = await firstOf(
    change.db,
    sql`select s.id from stages s join pipelines l on l.workspace_id = s.workspace_id and l.id = s.pipeline_id
      where s.workspace_id = ${change.workspaceId} and s.id = ${stageId} and s.removed_at is null and l.removed_at is null for share`,
  );
  return found !== null;
}

export function addPipeline(scope: Scope, name: string, stages: string[]): Promise<PipelineView[]> {
  return wholly(scope, async (change) => {
    const { id } = await makePipeline(change, name, stages);
    await remember(change, { action: 'pipeline.added', about: 'pipeline', id });
    return listPipelines(change);
  });
}

async function makePipeline(change: Change, name: string, stages: string[]): Promise<{ id: string; stages: string[] }> {
  const w = change.workspaceId;
  const id = uuidv7();
  await sql`insert into pipelines (workspace_id, id, name, place, created_at, created_by)
    values (${w}, ${id}, ${name.trim()}, (select coalesce(max(place), -1) + 1 from pipelines where workspace_id = ${w}), ${change.now}, ${change.member.id})`.execute(
    change.db,
  );
  const made: string[] = [];
  for (const stage of stages) made.push(await makeStage(change, id, stage));
  return { id, stages: made };
}

async function makeStage(change: Change, pipelineId: string, name: string): Promise<string> {
  const w = change.workspaceId;
  const id = uuidv7();
  await sql`insert into stages (workspace_id, id, pipeline_id, name, place, created_at, created_by) values (${w}, ${id}, ${pipelineId}, ${name.trim()},
    (select coalesce(max(place), -1) + 1 from stages where workspace_id = ${w} and pipeline_id = ${pipelineId}), ${change.now}, ${change.member.id})`.execute(
    change.db,
  );
  return id;
}

/** @throws Refusal `missing.pipeline`. */
export function renamePipeline(scope: Scope, id: string, name: string): Promise<PipelineView[]> {
  return wholly(scope, async (change) => {
    const found = await firstOf(
      change.db,
      sql<{
        id: string;
      }>`update pipelines set name = ${name.trim()} where workspace_id = ${change.workspaceId} and id = ${id} and removed_at is null returning id`,
    );
    if (!found) throw missingPipeline();
    await remember(change, { action: 'pipeline.changed', about: 'pipeline', id, detail: { fields: ['name'] } });
    return listPipelines(change);
  });
}

/** Put away, or back. One in which deals stand stays. @throws Refusal `missing.pipeline`, `pipeline.in-use`. */
export function removePipeline(scope: Scope, id: string, away: boolean): Promise<PipelineView[]> {
  return wholly(scope, async (change) => {
    const w = change.workspaceId;
    const found = await firstOf(
      change.db,
      sql<{ id: string }>`select id from pipelines where workspace_id = ${w} and id = ${id} for update`,
    );
    if (!found) throw missingPipeline();
    // Asked once the pipeline is held: whoever was putting a deal into it has done so by now.
    const used = await firstOf(
      change.db,
      sql`select 1 from deals d join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
        where d.workspace_id = ${w} and s.pipeline_id = ${id} and d.removed_at is null limit 1`,
    );
    if (away && used) throw new Refusal('pipeline.in-use', 'Deals stand in it. Move them to another pipeline first.');
    await sql`update pipelines set removed_at = ${away ? change.now : null}, removed_by = ${away ? change.member.id : null} where workspace_id = ${w} and id = ${id}`.execute(
      change.db,
    );
    await remember(change, { action: away ? 'pipeline.removed' : 'pipeline.brought-back', about: 'pipeline', id });
    return listPipelines(change);
  });
}

/** @throws Refusal `missing.pipeline`. */
export function addStage(scope: Scope, pipelineId: string, name: string): Promise<PipelineView[]> {
  return wholly(scope, async (change) => {
    const there = await firstOf(
      change.db,
      sql<{
        id: string;
      }>`select id from pipelines where workspace_id = ${change.workspaceId} and id = ${pipelineId} and removed_at is null for update`,
    );
    if (!there) throw missingPipeline();
    const id = await makeStage(change, pipelineId, name);
    await remember(change, { action: 'stage.added', about: 'stage', id });
    return listPipelines(change);
  });
}

/** Another name, or another place among the stages of its pipeline (0 is the first). @throws Refusal `missing.stage`. */
export function changeStage(
  scope: Scope,
  id: string,
  given: { name?: string | undefined; place?: number | undefined },
): Promise<PipelineView[]> {
  return wholly(scope, async (change) => {
    const w = change.workspaceId;
    const stage = await lockStage(change, id);
    if (given.name !== undefined)
      await sql`update stages set name = ${given.name.trim()} where workspace_id = ${w} and id = ${id}`.execute(change.db);
    if (given.place !== undefined) {
      const rows = await rowsOf(
        change.db,
        sql<{
          id: string;
        }>`select id from stages where workspace_id = ${w} and pipeline_id = ${stage.pipelineId} and removed_at is null order by place, id for update`,
      );
      const order = rows.map((row) => row.id).filter((one) => one !== id);
      order.splice(Math.max(0, given.place), 0, id);
      await sql`update stages s set place = o.place - 1 from unnest(${order}::uuid[]) with ordinality as o(id, place) where s.workspace_id = ${w} and s.id = o.id`.execute(
        change.db,
      );
    }
    await remember(change, { action: 'stage.changed', about: 'stage', id, detail: { fields: Object.keys(given) } });
    return listPipelines(change);
  });
}

/** Put away, or back. One in which open deals stand stays. @throws Refusal `missing.stage`, `pipeline.in-use`. */
export function removeStage(scope: Scope, id: string, away: boolean): Promise<PipelineView[]> {
  return wholly(scope, async (change) => {
    const w = change.workspaceId;
    await lockStage(change, id);
    const used = await firstOf(
      change.db,
      sql`select 1 from deals d where d.workspace_id = ${w} and d.stage_id = ${id} and d.removed_at is null limit 1`,
    );
    if (away && used) throw new Refusal('pipeline.in-use', 'Deals stand in it. Move them to another stage first.');
    await sql`update stages set removed_at = ${away ? change.now : null}, removed_by = ${away ? change.member.id : null} where workspace_id = ${w} and id = ${id}`.execute(
      change.db,
    );
    await remember(change, { action: away ? 'stage.removed' : 'stage.brought-back', about: 'stage', id });
    return listPipelines(change);
  });
}

async function lockStage(change: Change, id: string): Promise<{ pipelineId: string }> {
  const stage = await firstOf(
    change.db,
    sql<{ pipelineId: string }>`select pipeline_id from stages where workspace_id = ${change.workspaceId} and id = ${id} for update`,
  );
  if (!stage) throw new Refusal('missing.stage', 'That stage is not here any more.');
  return stage;
}

function missingPipeline(): Refusal {
  return new Refusal('missing.pipeline', 'That pipeline is not here any more.');
}
