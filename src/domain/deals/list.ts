import { type RawBuilder, sql } from 'kysely';
import type { Board, DealRow } from '#model/deal.ts';
import type { Page } from '#model/pages.ts';
import { momentOf, readCursor, writeCursor } from '../cursor.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known, pieceOf } from '../statement.ts';
import { dealRowJson } from './view.ts';

export interface DealsAsked {
  cursor?: string | undefined;
  limit: number;
  state: 'open' | 'won' | 'lost' | 'all';
  find?: string | undefined;
  pipelineId?: string | undefined;
  stageId?: string | undefined;
  personId?: string | undefined;
  organisationId?: string | undefined;
  /** Only what this member looks after. */
  mine?: boolean | undefined;
}

/** In a stage of the board; the rest is in the list. */
const IN_A_STAGE = 50;

/** Deals, the one that moved last on top, in one statement. */
export async function listDeals(scope: Scope, asked: DealsAsked): Promise<Page<DealRow>> {
  const cursor = asked.cursor ? readCursor(asked.cursor) : null;
  const where = sql`d.workspace_id = ${scope.workspaceId} and d.removed_at is null ${filterSql(scope, asked)}`;
  const after = cursor ? sql`and (d.moved_at, d.id) < (${momentOf(cursor)}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const found = await documentOf<{ rows: DealRow[]; total: number }>(
    scope.db,
    sql`select json_build_object('total', ${cursor ? sql`0` : sql`(select count(*)::int from deals d where ${where})`},
      'rows', (select coalesce(json_agg(${dealRowJson(scope)} order by d.moved_at desc, d.id desc), '[]')
        from (select * from deals d where ${where} ${after} order by d.moved_at desc, d.id desc limit ${asked.limit + 1}) d))`,
  );
  const rows = found?.rows ?? [];
  const total = cursor?.total ?? found?.total ?? 0;
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  return { rows: rows.slice(0, asked.limit), next: last ? writeCursor({ key: last.movedAt, id: last.id, total }) : null, total };
}

/** One pipeline as a board: the one asked for, else the first. */
export async function openBoard(
  scope: Scope,
  { pipelineId, mine }: { pipelineId?: string | undefined; mine?: boolean | undefined },
): Promise<Board> {
  const w = scope.workspaceId;
  const open = sql`d.workspace_id = ${w} and d.removed_at is null and d.won_at is null and d.lost_at is null ${filterSql(scope, { state: 'all', mine })}`;
  const chosen = pipelineId ? sql`and l.id = ${pipelineId}` : sql``;
  const board = await documentOf<Board>(scope.db, boardSql(scope, open, chosen));
  if (!board) throw new Error('a statement without a table always has a row');
  return board;
}

function boardSql(scope: Scope, open: RawBuilder<unknown>, chosen: RawBuilder<unknown>): RawBuilder<unknown> {
  const w = scope.workspaceId;
  return sql`with chosen as (select l.id, l.name from pipelines l where l.workspace_id = ${w} and l.removed_at is null ${chosen} order by l.place, l.id limit 1)
    select json_build_object(
      'pipelines', (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name) order by l.place, l.id), '[]') from pipelines l
        where l.workspace_id = ${w} and l.removed_at is null),
      'pipeline', (select json_build_object('id', c.id, 'name', c.name) from chosen c),
      'open', (select count(*)::int from deals d where ${open}),
      'stages', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'deals', (select count(*)::int from deals d where ${open} and d.stage_id = s.id),
          'rows', (select coalesce(json_agg(${dealRowJson(scope)} order by d.moved_at desc, d.id desc), '[]')
            from (select * from deals d where ${open} and d.stage_id = s.id order by d.moved_at desc, d.id desc limit ${IN_A_STAGE}) d)) order by s.place, s.id), '[]')
        from stages s join chosen c on c.id = s.pipeline_id where s.workspace_id = ${w} and s.removed_at is null))`;
}

function filterSql(scope: Scope, asked: Partial<DealsAsked>): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  if (asked.state === 'open') parts.push(sql`and d.won_at is null and d.lost_at is null`);
  if (asked.state === 'won') parts.push(sql`and d.won_at is not null`);
  if (asked.state === 'lost') parts.push(sql`and d.lost_at is not null`);
  if (asked.find?.trim()) parts.push(sql`and plain_name(d.title) like ${pieceOf(asked.find.trim())}`);
  if (asked.stageId) parts.push(sql`and d.stage_id = ${asked.stageId}`);
  if (asked.pipelineId)
    parts.push(
      sql`and d.stage_id in (select s.id from stages s where s.workspace_id = ${scope.workspaceId} and s.pipeline_id = ${asked.pipelineId})`,
    );
  if (asked.organisationId) parts.push(sql`and d.organisation_id = ${asked.organisationId}`);
  if (asked.personId)
    parts.push(
      sql`and d.id in (select y.deal_id from deal_people y join people p on p.workspace_id = y.workspace_id and p.id = y.person_id
        where y.workspace_id = ${scope.workspaceId} and y.person_id = ${asked.personId} and ${known(scope, 'p')})`,
    );
  if (asked.mine) parts.push(sql`and d.owner_id = ${scope.member.id}::uuid`);
  return parts.length > 0 ? sql.join(parts, sql` `) : sql``;
}
