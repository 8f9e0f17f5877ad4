/** Reads the authored talks and says what is wrong with them. Run: npm exec -- node training/authored/check.ts [FILE.talk …] */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { talkOf } from './talk.ts';

const HERE = import.meta.dirname;
const given = process.argv.slice(2);
const files =
  given.length > 0
    ? given
    : readdirSync(path.join(HERE, 'talks'))
        .filter((name) => name.endsWith('.talk'))
        .map((name) => path.join(HERE, 'talks', name));
let turns = 0;
let sentences = 0;
let wrong = 0;
for (const file of files) {
  try {
    const talk = talkOf(readFileSync(file, 'utf8'), path.basename(file));
    turns += talk.turns.length;
    sentences += talk.turns.reduce((sum, turn) => sum + turn.sentences.length, 0);
  } catch (error) {
    wrong++;
    console.log((error as Error).message);
  }
}
console.log(`${files.length} talks, ${turns} turns, ${sentences} sentences, ${wrong} that cannot be read`);
process.exitCode = wrong > 0 ? 1 : 0;
