import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Source } from './reader.ts';

/** Bytes that are already in memory; slices share them. */
export function sourceOfBytes(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.byteLength,
    slice: (from, to) => Promise.resolve(bytes.subarray(Math.max(0, from), Math.max(0, to))),
  };
}

/** Pasted text, as UTF-8. */
export function sourceOfText(name: string, text: string): Source {
  return sourceOfBytes(name, new TextEncoder().encode(text));
}

/** A file of the machine, read a slice at a time; rejects with the system's error when it cannot be opened. */
export async function sourceOfFile(file: string): Promise<Source & AsyncDisposable> {
  const handle = await open(file, 'r');
  const { size } = await handle.stat();
  return {
    name: path.basename(file),
    size,
    slice: async (from, to) => {
      const start = Math.max(0, from);
      const wanted = Math.max(0, Math.min(to, size) - start);
      const bytes = new Uint8Array(wanted);
      let got = 0;
      // One read may give fewer bytes than asked, for instance over a network disk.
      while (got < wanted) {
        const { bytesRead } = await handle.read(bytes, got, wanted - got, start + got);
        if (bytesRead === 0) break;
        got += bytesRead;
      }
      return bytes.subarray(0, got);
    },
    [Symbol.asyncDispose]: () => handle.close(),
  };
}
