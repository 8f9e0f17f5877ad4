import type { BrowserContext, Page } from 'playwright-core';

export interface FirstLoad {
  /** Everything the browser asked for until nothing was left to ask. */
  paths: string[];
  /** Scripts and styles as they came over the wire. */
  bytes: number;
  /** From the first request until what one came for stands on the page. */
  ms: number;
}

/** Opens an address in a browser that has never been here: signed in, nothing cached. */
export async function firstLoad(context: BrowserContext, address: string, rows: string): Promise<FirstLoad> {
  const page = await context.newPage();
  const asked: { path: string; bytes: Promise<number> }[] = [];
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    asked.push({ path: pathname, bytes: request.sizes().then((sizes) => sizes.responseBodySize) });
  });
  const start = performance.now();
  await page.goto(address);
  await page.locator(rows).first().waitFor();
  const ms = performance.now() - start;
  await settled(page);
  const weighed = await Promise.all(asked.filter(({ path }) => /\.(js|css)$/.test(path)).map((one) => one.bytes));
  await page.close();
  return { paths: asked.map((one) => one.path), bytes: weighed.reduce((sum, bytes) => sum + bytes, 0), ms };
}

async function settled(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.waitForLoadState('networkidle');
}

/** The first pages somebody may come in by, and what stands there when they are ready. */
export function firstPages(conversationId: string): { address: string; rows: string }[] {
  return [
    { address: '/', rows: '.need-you' },
    { address: '/people', rows: 'tbody .nm' },
    { address: `/conversations/${conversationId}`, rows: '.turn' },
  ];
}
