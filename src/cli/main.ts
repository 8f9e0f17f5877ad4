import { readFile } from 'node:fs/promises';
import { Refusal } from '#model/refusal.ts';
import { USAGE, WrongUse } from './usage.ts';

/** Commands are imported when asked for, so that none pays for another's start. */
const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  listen: async (args) => (await import('./listen.ts')).listen(args),
  acts: async (args) => (await import('./acts.ts')).acts(args),
  import: async (args) => (await import('./import.ts')).importCommand(args),
  export: async (args) => (await import('./export.ts')).exportCommand(args),
  serve: async (args) => (await import('./serve.ts')).serveCommand(args),
};

async function run(args: string[]): Promise<number> {
  const [first, ...rest] = args;
  if (first === undefined) throw new WrongUse('Say what heed should do.', 'heed');
  if (first === '--help' || first === '-h' || first === 'help') return say(USAGE.heed);
  if (first === '--version' || first === '-v') return say(await version());
  const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  if (!command) throw new WrongUse(`heed has no command "${first}".`, 'heed');
  if (rest.includes('--help') || rest.includes('-h')) return say(USAGE[first as keyof typeof USAGE]);
  return command(rest);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

async function version(): Promise<string> {
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}

// A reader that stops early ("heed listen … | head") is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The output could not be written: ${error.message}.\n`);
  process.exit(1);
});
// And where nobody reads the errors, the work goes on.
process.stderr.on('error', () => undefined);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // A refusal says what to do; of a bug the whole trace is wanted.
  if (error instanceof Refusal) process.stderr.write(`${error.message}\n`);
  else if (error instanceof WrongUse) process.stderr.write(`${error.message}\n\n${USAGE[error.of]}\n`);
  else throw error;
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
