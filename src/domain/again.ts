import type { Db } from '#db/pool.ts';

/** Somebody else put in the same thing first; or two waited for one another and the database stopped one of them. */
const STOPPED = new Set(['23505', '40P01']);
const TIMES = 4;

/**
 * Two who do the same at once: the database lets one through and stops the other, who looks again and finds it done.
 * `work` must be one whole transaction; within a change that is under way it is done once, because that one is lost as a whole.
 */
export async function againWhenRaced<T>({ db }: { db: Pick<Db, 'isTransaction'> }, work: () => Promise<T>): Promise<T> {
  for (let left = db.isTransaction ? 1 : TIMES; ; left--) {
    try {
      return await work();
    } catch (problem) {
      if (left === 1 || !STOPPED.has(String((problem as { code?: unknown }).code))) throw problem;
    }
  }
}
