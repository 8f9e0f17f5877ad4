/** Run by hand after a change of the migrations: `npm run tables`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { tablesText } from './tables-text.ts';

// Not os.tmpdir(): as root the database's user must be able to pass, and a socket's path must be short.
const state = mkdtempSync('/tmp/heed-tables-');
const database = await openDatabase({ state });
try {
  await migrate(database.pool);
  writeFileSync(path.join(import.meta.dirname, 'tables.ts'), await tablesText(database.pool));
} finally {
  await database.close();
  rmSync(state, { recursive: true, force: true });
}
