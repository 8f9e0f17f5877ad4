/** Brings in an import in a process of its own, to be killed: `bring-in.ts <url> <workspace> <import>`. */
import { kyselyOver, openPool } from '#db/pool.ts';
import { importTasks } from '#jobs/imports.ts';
import { MARKING } from '#test/moving.ts';

const [url = '', workspaceId = '', importId = ''] = process.argv.slice(2);
const pool = openPool(url, () => undefined, 2);
await importTasks(MARKING)['bring-in-import']?.(kyselyOver(pool), { workspaceId, importId }, new AbortController().signal);
await pool.end();
