import type { ListeningReport } from '#model/listening.ts';
import type { Loss, Source } from '#understanding/read/reader.ts';
import { readStandardInput, whyNot } from './input.ts';
import { optionsOf } from './options.ts';
import { WrongUse } from './usage.ts';

interface Asked {
  files: string[];
  us: string[];
  json: boolean;
  why: boolean;
  zone: string;
}

/** `heed listen`: reads each file, prints its report, goes on when one cannot be read. Returns the exit code. */
export async function listen(args: string[]): Promise<number> {
  const asked = askedFor(args);
  const all: ListeningReport[] = [];
  let failed = false;
  for (const file of asked.files) {
    try {
      for await (const report of hear(file, asked)) {
        if (asked.json) all.push(report);
        else await print(report);
      }
    } catch (error) {
      const why = whyNot(error);
      if (why === null) throw error;
      process.stderr.write(`${file}: ${why}\n`);
      failed = true;
    }
  }
  if (asked.json && all.length > 0)
    process.stdout.write(`${JSON.stringify(all.length === 1 && asked.files.length === 1 ? all[0] : all)}\n`);
  return failed ? 1 : 0;
}

function askedFor(args: string[]): Asked {
  const parsed = optionsOf(args, 'listen', {
    us: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    why: { type: 'boolean' },
    zone: { type: 'string' },
  });
  const { us = [], json = false, why = false, zone = Intl.DateTimeFormat().resolvedOptions().timeZone } = parsed.values;
  if (parsed.positionals.length === 0) throw new WrongUse('Say which file to listen to.', 'listen');
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new WrongUse(`There is no time zone "${zone}"; one is called Europe/Amsterdam.`, 'listen');
  }
  return { files: parsed.positionals, us, json, why, zone };
}

async function* hear(file: string, asked: Asked): AsyncGenerator<ListeningReport> {
  const [{ read }, { withSides }, { understand }] = await Promise.all([
    import('#understanding/read/read.ts'),
    import('#understanding/sides.ts'),
    import('#understanding/understand.ts'),
  ]);
  await using source = await sourceOf(file);
  const { conversations } = await read(source, { zone: asked.zone });
  for await (const { conversation, losses } of conversations) {
    tellLosses(file, losses);
    const told = withSides(conversation, asked.us);
    const { report } = understand(told, { zone: asked.zone });
    yield asked.why ? (await import('#understanding/why.ts')).withReasons(told, report) : report;
  }
}

async function sourceOf(file: string): Promise<Source & AsyncDisposable> {
  const { sourceOfBytes, sourceOfFile } = await import('#understanding/read/source.ts');
  if (file !== '-') return sourceOfFile(file);
  return { ...sourceOfBytes('standard input', await readStandardInput()), [Symbol.asyncDispose]: () => Promise.resolve() };
}

function tellLosses(file: string, losses: Loss[]) {
  for (const { line, detail } of losses) process.stderr.write(`${file}${line === null ? '' : `:${line}`}: ${detail}\n`);
}

async function print(report: ListeningReport) {
  const [{ reportLines }, { inkFor }] = await Promise.all([import('./report.ts'), import('./ink.ts')]);
  process.stdout.write(`${reportLines(report, inkFor(process.stdout, process.env)).join('\n')}\n\n`);
}
