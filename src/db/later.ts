import { sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export interface LaterOptions {
  /** A waiting job of the same key is replaced, so that a thing is done once however often it was asked. */
  key?: string;
  /** ISO 8601; not before then. */
  runAt?: string;
  /** Jobs of one queue are done one after another, however many hands there are. */
  queue?: string;
  /** Those of a higher number wait for those of a lower one; 0 when not given. */
  priority?: number;
  /** How often it is begun when it breaks; 25 when not given. */
  attempts?: number;
}

/**
 * Have a job done once the transaction is committed, and never if it is not: the job is a row of the same transaction.
 * `payload` is plain JSON; the job's own parser judges it when it runs.
 */
export async function later(tx: Transaction<Tables>, job: string, payload: object, options: LaterOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job(
    identifier => ${job}, payload => ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null}::text, queue_name => ${options.queue ?? null}::text,
    priority => ${options.priority ?? null}::int, max_attempts => ${options.attempts ?? null}::int)`.execute(tx);
}
