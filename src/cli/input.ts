import { Refusal } from '#model/refusal.ts';

/** Reading from standard input is bounded like files are. */
const MOST = 200 * 1024 * 1024;

export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST) throw new Refusal('file.too-large', 'Standard input is larger than 200 MB.', { megabytes: 200 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const SYSTEM: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'it may not be read by you',
  ENOTDIR: 'there is no such file',
};

/** The sentence for a person when reading failed for a reason of theirs or the machine's; null when it is a bug. */
export function whyNot(error: unknown): string | null {
  if (error instanceof Refusal) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return SYSTEM[code] ?? null;
}
