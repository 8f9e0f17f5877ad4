/** Another process on the same folder, for src/db/embedded/supervise.test.ts: says how it went, and stops its database when it is told to. */
import { supervise } from '#db/embedded/supervise.ts';

const state = process.argv[2] ?? '';
const say = (sentence: string) => process.send?.(sentence);

try {
  const database = await supervise({ state, tell: () => undefined, onLost: () => process.exit(1) });
  process.on('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  say(`ready ${database.pid}`);
} catch (problem) {
  say((problem as Error).message);
  process.disconnect?.();
}
