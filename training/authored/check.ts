/** Reads what was authored and says what is wrong with it. Run: npm exec -- node training/authored/check.ts [FILE.talk|FILE.lines|FILE.pairs …] */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { linesOf } from './lines.ts';
import { exchangesOf } from './pairs.ts';
import { talkOf } from './talk.ts';

const HERE = import.meta.dirname;
const given = process.argv.slice(2);
const files =
  given.length > 0
    ? given
    : ['talks', 'lines', 'pairs'].flatMap((folder) => readdirSync(path.join(HERE, folder)).map((name) => path.join(HERE, folder, name)));
let wrong = 0;
const counts = new Map<string, number>();
const count = (what: string, by: number) => counts.set(what, (counts.get(what) ?? 0) + by);

function read(file: string): void {
  const text = readFileSync(file, 'utf8');
  const name = path.basename(file);
  if (file.endsWith('.talk')) {
    const talk = talkOf(text, name);
    count('talks', 1);
    count('turns', talk.turns.length);
    count(
      'sentences of talks',
      talk.turns.reduce((sum, turn) => sum + turn.sentences.length, 0),
    );
  } else if (file.endsWith('.lines')) count('lines', linesOf(text, name).length);
  else if (file.endsWith('.pairs')) count('exchanges', exchangesOf(text, name).length);
}

for (const file of files) {
  try {
    read(file);
  } catch (error) {
    wrong++;
    process.stdout.write(`${(error as Error).message}\n`);
  }
}
process.stdout.write(`${[...counts].map(([what, n]) => `${n} ${what}`).join(', ')}; ${wrong} files that cannot be read\n`);
process.exitCode = wrong > 0 ? 1 : 0;
