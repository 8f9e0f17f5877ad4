/**
 * What somebody waits for who opens Heed for the first time, on each of the pages they may come in by: requests, KB of scripts and styles as
 * served (brotli), milliseconds until the rows stand there. With the sample workspace: `npm run build && node bench/first-load.ts`.
 */
import { firstLoad, firstPages } from '../e2e/first-load.ts';
import { openSample, openStage } from '../e2e/stage.ts';

const LIMITS = { requests: 10, kilobytes: 150 };

const stage = await openStage();
let within = true;
try {
  const { page, context } = await stage.visitor();
  await openSample(page);
  const found = (await (await page.request.get('/api/v1/conversations')).json()) as { rows: { id: string }[] };
  const storageState = await context.storageState();
  for (const { address, rows } of firstPages(found.rows[0]?.id ?? '')) {
    const visitor = await stage.visitor({ storageState });
    const { paths, bytes, ms } = await firstLoad(visitor.context, address, rows);
    await visitor.context.close();
    const kilobytes = bytes / 1024;
    within &&= paths.length <= LIMITS.requests && kilobytes <= LIMITS.kilobytes;
    process.stdout.write(
      `${address.replace(/[0-9a-f-]{36}/, '$id').padEnd(20)} ${paths.length} requests, ${kilobytes.toFixed(1)} KB, ${ms.toFixed(0)} ms\n`,
    );
    if (process.argv.includes('--paths')) process.stdout.write(`  ${paths.join('\n  ')}\n`);
  }
} finally {
  await stage.close();
}
process.stdout.write(`limits: ${LIMITS.requests} requests, ${LIMITS.kilobytes} KB\n`);
process.exit(within ? 0 : 1);
