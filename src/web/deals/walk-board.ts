/** Walking over a board by keys, and what it is like after a deal moved. Pure. */
interface Row {
  id: string;
}

interface Stage<R extends Row> {
  id: string;
  deals: number;
  rows: R[];
}

export type Way = 'up' | 'down' | 'left' | 'right';

/** Where the step leads from this deal: within its stage, or to the nearest stage that has deals, as far down. The first deal when nobody stands anywhere. */
export function walkBoard<R extends Row>(stages: Stage<R>[], at: string | null, way: Way): string | null {
  const column = stages.findIndex(({ rows }) => rows.some(({ id }) => id === at));
  const here = stages[column];
  if (!here) return stages.find(({ rows }) => rows.length > 0)?.rows[0]?.id ?? null;
  const place = here.rows.findIndex(({ id }) => id === at);
  if (way === 'up') return here.rows[Math.max(0, place - 1)]?.id ?? at;
  if (way === 'down') return here.rows[Math.min(here.rows.length - 1, place + 1)]?.id ?? at;
  const ahead = way === 'right' ? stages.slice(column + 1) : stages.slice(0, column).reverse();
  const there = ahead.find(({ rows }) => rows.length > 0);
  return there ? (there.rows[Math.min(place, there.rows.length - 1)]?.id ?? at) : at;
}

/** The next deal in reading order, stage after stage; the last stays. */
export function alongBoard<R extends Row>(stages: Stage<R>[], at: string | null, by: 1 | -1): string | null {
  const ids = stages.flatMap(({ rows }) => rows.map(({ id }) => id));
  const place = at === null ? -1 : ids.indexOf(at);
  if (place < 0) return ids[0] ?? null;
  return ids[Math.max(0, Math.min(ids.length - 1, place + by))] ?? null;
}

/** The stage beside the one this deal stands in; null at the edge. */
export function stageBeside<S extends Stage<Row>>(stages: S[], at: string, by: 1 | -1): S | null {
  const column = stages.findIndex(({ rows }) => rows.some(({ id }) => id === at));
  return column < 0 ? null : (stages[column + by] ?? null);
}

/** The board as it will be: the deal on top of the other stage, both counts mended. The same board when there is nothing to move. */
export function movedOn<R extends Row, S extends Stage<R>>(stages: S[], id: string, stageId: string): S[] {
  const from = stages.find(({ rows }) => rows.some((row) => row.id === id));
  const row = from?.rows.find((one) => one.id === id);
  if (!from || !row || from.id === stageId || !stages.some((stage) => stage.id === stageId)) return stages;
  return stages.map((stage) => {
    if (stage.id === from.id) return { ...stage, deals: stage.deals - 1, rows: stage.rows.filter((one) => one.id !== id) };
    return stage.id === stageId ? { ...stage, deals: stage.deals + 1, rows: [row, ...stage.rows] } : stage;
  });
}
