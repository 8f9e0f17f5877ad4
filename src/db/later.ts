import { sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export interface LaterOptions {
  /** A waiting job of the same key is replaced, so that a thing is done once however often it was asked. */
  key?: string;
  /** ISO 8601; not before then. */
  runAt?: string;
  /** 0 unless said otherwise; what is higher waits until nothing lower is left. */
  priority?: number;
}

/**
 * Have a job done once the transaction is committed, and never if it is not: the job is a row of the same transaction.
 * `payload` is plain JSON; the job's own parser judges it when it runs.
 */
export async function later(tx: Transaction<Tables>, job: string, payload: object, options: LaterOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job(
    identifier => ${job}, payload => ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null}::text, priority => ${options.priority ?? null}::int)`.execute(
    tx,
  );
}
