import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Vectors } from '#understanding/heads/vectors.ts';

/** The pruned word vectors that training/prune-vectors.ts wrote. */
export function prunedVectors(): Vectors {
  const bytes = readFileSync(path.join(import.meta.dirname, 'vectors.bin'));
  const n = bytes.readUInt32LE(0);
  const dimensions = bytes.readUInt32LE(4);
  const scales = Float32Array.from({ length: n }, (_, i) => bytes.readFloatLE(8 + i * 4));
  const from = 8 + n * 4;
  const values = Int8Array.from(bytes.subarray(from, from + n * dimensions), (byte) => (byte << 24) >> 24);
  const words = bytes.toString('utf8', from + n * dimensions).split('\n');
  return { at: new Map(words.map((word, i) => [word, i])), dimensions, values, scales };
}
