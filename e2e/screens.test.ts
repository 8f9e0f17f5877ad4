import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { groundScreens } from './screens.ts';
import { assertAccessible, openSample, openSampleStage, type Stage } from './stage.ts';

let stage: Stage;
let screens: { address: string; ready: string }[];
let storageState: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

before(async () => {
  stage = await openSampleStage();
  const { page, context } = await stage.visitor();
  await openSample(page);
  screens = await groundScreens(page);
  storageState = await context.storageState();
});
after(() => stage.close());

// The two other pairs differ from these in nothing that is not in one of them.
for (const [colorScheme, on, viewport] of [
  ['light', 'a desk', { width: 1440, height: 900 }],
  ['dark', 'a phone', { width: 390, height: 844 }],
] as const)
  test(`every screen can be used by everybody, ${colorScheme}, on ${on}`, async () => {
    const { page, context } = await stage.visitor({ storageState, colorScheme, viewport });
    for (const { address, ready } of screens) {
      await page.goto(address);
      await page.locator(ready).first().waitFor();
      await assertAccessible(page, `${address}, ${colorScheme}, on ${on}`);
    }
    await context.close();
  });

test('no screen scrolls sideways, from a small phone to a wide desk', async () => {
  const { page, context } = await stage.visitor({ storageState });
  const wide: string[] = [];
  for (const { address, ready } of screens) {
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    for (const width of [320, 390, 719, 720, 768, 1000, 1120, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (over > 0) wide.push(`${address} at ${width}: ${over} px`);
    }
  }
  await context.close();
  assert.deepEqual(wide, []);
});

test('everything is within reach of a thumb: five places, and the rest under More', async () => {
  const { page, context } = await stage.visitor({ storageState, viewport: { width: 390, height: 844 } });
  await page.goto('/people');
  for (const place of ['Today', 'People', 'Listen', 'Promises', 'More']) {
    const box = await page.getByRole('link', { name: place, exact: true }).boundingBox();
    assert.ok(box && box.height >= 44 && box.width >= 44 && box.y + box.height <= 844, place);
  }
  await page.getByRole('link', { name: 'More', exact: true }).click();
  for (const place of [
    'Your account',
    'Words and language',
    'What we offer',
    'Members',
    'What Heed has learned',
    'Language model',
    'About this Heed',
  ]) {
    await page.getByRole('link', { name: place }).click();
    await page.locator('.w-set h1').waitFor();
    await page.goBack();
  }
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await context.close();
});
