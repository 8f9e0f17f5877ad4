import { createReadStream, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Handler } from 'hono';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * The built web app: files with a hash in their name are kept by browsers for ever, everything that is no file is the app's own page.
 * Variants (`.br`, `.gz`) that the build wrote are sent to whom accepts them.
 */
export function webApp(folder: string): Handler {
  const root = path.resolve(folder);
  return (c) => {
    const wanted = fileFor(root, c.req.path);
    if (!wanted) return c.text('There is nothing at this address.', 404);
    const { file, encoding } = variant(wanted, c.req.header('accept-encoding') ?? '');
    const headers = new Headers({ 'content-type': TYPES[path.extname(wanted)] ?? 'application/octet-stream', vary: 'accept-encoding' });
    if (encoding) headers.set('content-encoding', encoding);
    headers.set('cache-control', wanted.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
    const size = statSync(file).size;
    headers.set('content-length', String(size));
    if (c.req.method === 'HEAD') return new Response(null, { headers });
    // Small files whole: a stream costs more than it saves.
    if (size <= 1_000_000) return new Response(readFileSync(file), { headers });
    return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers });
  };
}

/** The file of a path inside the folder; the app's page for a path of the app; null for a missing asset or a path that leads outside. */
function fileFor(root: string, urlPath: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(urlPath);
  } catch {
    // A malformed %-escape names no file.
    return null;
  }
  if (name.includes('\0')) return null;
  const file = path.join(root, path.posix.normalize(`/${name}`));
  if (file.startsWith(`${root}${path.sep}`) && isFile(file)) return file;
  if (name.startsWith('/assets/') || /\.[a-z0-9]{2,5}$/i.test(name)) return null;
  const page = path.join(root, 'index.html');
  return isFile(page) ? page : null;
}

function variant(file: string, accepts: string): { file: string; encoding: string | null } {
  for (const [encoding, ending] of ENCODINGS) {
    if (accepts.includes(encoding) && isFile(file + ending)) return { file: file + ending, encoding };
  }
  return { file, encoding: null };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
