import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';

// Read as a file: the package does not export it.
const PACKAGE = path.resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium/package.json');

/**
 * A headless Chromium that needs nothing of the machine. Close it in `after`; open one a file, they are large.
 * `--no-sandbox` because root may not use the sandbox and what is opened here is our own.
 */
export async function openBrowser(): Promise<Browser> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const { chromium: playwright } = await import('playwright-core');
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
  const executablePath = await unpackedUnder(`/tmp/heed-chromium-${version}`, () => chromium.executablePath());
  return playwright.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}

/** The package unpacks to `<tmp>/chromium` and uses whatever lies there already: a folder named after the version keeps an old one out. */
async function unpackedUnder(folder: string, unpack: () => Promise<string>): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = path.resolve(folder);
  try {
    return await unpack();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
