import type { Correction } from './correction.ts';
import { SLOTS } from './features.ts';

/** How words become weights; a correction that was packed by another way is made anew. */
export const LEARNING_VERSION = 'words-1';

const WEIGHT = 4;

/** Eight kilobytes: each weight as a float, little-endian. */
export function packed({ weights }: Pick<Correction, 'weights'>): Buffer {
  const bytes = Buffer.alloc(SLOTS * WEIGHT);
  for (let i = 0; i < SLOTS; i++) bytes.writeFloatLE(weights[i] ?? 0, i * WEIGHT);
  return bytes;
}

/** The opposite; null when these bytes are no correction of this version. */
export function unpacked(bytes: Uint8Array, version: string, decisions: number): Correction | null {
  if (version !== LEARNING_VERSION || bytes.length !== SLOTS * WEIGHT) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = Float32Array.from({ length: SLOTS }, (_, i) => view.getFloat32(i * WEIGHT, true));
  return { weights, decisions };
}
