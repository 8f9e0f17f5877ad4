import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { firstLoad, firstPages } from './first-load.ts';
import { openSample, openSampleStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
let context: BrowserContext;
let conversationId: string;

before(async () => {
  stage = await openSampleStage();
  ({ page, context } = await stage.visitor());
  await openSample(page);
  const { rows } = (await (await page.request.get('/api/v1/conversations')).json()) as { rows: { id: string }[] };
  conversationId = rows[0]?.id ?? '';
});
after(() => stage.close());

test('whatever page somebody comes in by first, it asks for at most ten things and 150 KB of scripts and styles', async (story) => {
  const storageState = await context.storageState();
  for (const { address, rows } of firstPages(conversationId))
    await story.test(address.replace(conversationId, '$id'), async () => {
      const visitor = await stage.visitor({ storageState });
      const { paths, bytes } = await firstLoad(visitor.context, address, rows);
      await visitor.context.close();
      assert.ok(paths.length <= 10, paths.join('\n'));
      assert.ok(bytes > 50_000 && bytes <= 150 * 1024, `${bytes} bytes`);
    });
});

test('a theme that was chosen is worn before anything is painted', async () => {
  const { page: dark, context: own } = await stage.visitor({ colorScheme: 'dark', storageState: await context.storageState() });
  await own.addInitScript(`localStorage.setItem('heed.theme', 'light');
    new MutationObserver(() => {
      if (document.documentElement?.dataset.theme === 'light') globalThis.worn ??= performance.now();
    }).observe(document, { attributes: true, subtree: true });`);
  await dark.goto('/people');
  await dark.locator('tbody .nm').first().waitFor();
  const { worn, painted } = await dark.evaluate<{ worn?: number; painted?: number }>(
    '({ worn: globalThis.worn, painted: performance.getEntriesByName("first-paint")[0]?.startTime })',
  );
  assert.ok(worn !== undefined && painted !== undefined && worn <= painted, `worn after ${worn} ms, painted after ${painted} ms`);
});
