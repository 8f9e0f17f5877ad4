import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#test/browser.ts';
import { type HeedServer, type ServerOptions, startServer } from '#test/server.ts';
import { visitorOf } from '#test/visitor.ts';
import type { Ready } from '#test/world.ts';

export interface Stage {
  server: HeedServer;
  browser: Browser;
  /** Somebody sits down at a computer: a context of their own, with no cookie. */
  visitor(more?: Parameters<Browser['newContext']>[0]): Promise<{ page: Page; context: BrowserContext }>;
  close(): Promise<void>;
}

/** The real server and a real browser. What a page complains of in its console fails the story that caused it. */
export async function openStage(options: ServerOptions = {}): Promise<Stage> {
  const server = await startServer(options);
  const browser = await openBrowser().catch(async (problem: unknown) => {
    // What was started ends here, or the run would wait for it for ever.
    await server.stop();
    throw problem;
  });
  const complaints: string[] = [];
  return {
    server,
    browser,
    visitor: async (more = {}) => {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/Amsterdam',
        ...more,
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('pageerror', (problem) => complaints.push(problem.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
      });
      return { page, context };
    },
    close: async () => {
      await browser.close();
      await server.stop();
      assert.deepEqual(complaints, []);
    },
  };
}

/**
 * The chapters of one story: each leans on the one before, so after the first that fails the rest is not told.
 * What the page showed then is kept as a picture, and its path is in the failure.
 */
export function chaptersOf(story: TestContext, page: () => Page) {
  let broken = false;
  return (name: string, tell: () => Promise<void>): Promise<void> =>
    story.test(name, async () => {
      if (broken) throw new Error('an earlier chapter failed');
      try {
        await tell();
      } catch (problem) {
        broken = true;
        const picture = path.join(tmpdir(), `heed-${Date.now()}.png`);
        await page().screenshot({ path: picture });
        throw new Error(`${(problem as Error).message}\nThe page as it was: ${picture}`, { cause: problem });
      }
    });
}

const PASSWORD = 'a calm reading room';

/** The first account, made by hand as a person would. */
export async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
}

export async function makeWorkspace(page: Page, name: string): Promise<void> {
  await page.getByLabel('What is it called?').fill(name);
  await page.getByLabel('What do you do?').fill('We watch over cold transport, and somebody picks up when it warms.');
  await page.getByLabel('What are you here for').fill('So that food arrives as it left.');
  await page.getByRole('button', { name: 'Open my workspace' }).click();
}

const MAYA = { name: 'Maya Okafor', email: 'maya@example.org' };

/** A workspace full of people with Maya in it, for stories that are about something else: told once a run, and cloned for each. */
const SAMPLE: Ready = {
  name: 'heed_sample',
  fill: async (url) => {
    const server = await startServer({ database: 'none', env: { DATABASE_URL: url } });
    const maya = visitorOf(server.url);
    await maya.ask('POST', '/api/auth/sign-up/email', { ...MAYA, password: PASSWORD });
    const { status } = await maya.ask('POST', '/api/v1/workspaces/sample', { locale: 'en', zone: 'Europe/Amsterdam' });
    assert.equal(status, 200);
    await server.stop();
  },
};

export function openSampleStage(options: ServerOptions = {}): Promise<Stage> {
  return openStage({ ...options, database: SAMPLE });
}

/** Straight to that workspace. On a stage that was not made with it, it is made by hand, as a person would. */
export async function openSample(page: Page): Promise<void> {
  await page.goto('/');
  const door = page.getByRole('button', { name: 'Sign in', exact: true });
  await door
    .or(page.getByRole('button', { name: 'Make my account' }))
    .first()
    .waitFor();
  if (await door.isVisible()) {
    await page.getByLabel('E-mail').fill(MAYA.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await door.click();
  } else {
    await signUp(page, MAYA.name, MAYA.email);
    await page.getByRole('button', { name: /sample workspace/ }).click();
  }
  await page
    .getByRole('link', { name: /Conversations/ })
    .first()
    .waitFor({ timeout: 60_000 });
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeRun {
  run(options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/** WCAG 2.0 to 2.2, A and AA, on the page as it stands; or these rules alone. */
export async function assertAccessible(page: Page, what: string, only?: string[]): Promise<void> {
  // Our own policy forbids inline scripts, so axe is evaluated from outside of the page.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const rules = only ? { type: 'rule', values: only } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
  const { violations } = await page.evaluate((runOnly) => (globalThis as unknown as { axe: AxeRun }).axe.run({ runOnly }), rules);
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).join(' | ')}`,
  );
  assert.deepEqual(told, [], `axe on ${what}`);
}
