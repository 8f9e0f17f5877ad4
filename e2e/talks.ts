import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import type { Received } from '#model/pages.ts';
import { assertAccessible, type Stage } from './stage.ts';

const PASSWORD = 'a calm reading room';

export interface Desk {
  page: Page;
  context: BrowserContext;
  /** Asks the server as this person, JSON in and out; anything but a yes fails the story. */
  ask<Answer = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** Somebody with an account and a workspace, made in a moment: for stories that begin after that. */
export async function sitDown(stage: Stage, name: string, more: Parameters<Stage['visitor']>[0] = {}): Promise<Desk> {
  const desk = deskOf(stage, await stage.visitor({ reducedMotion: 'reduce', ...more }));
  await desk.ask('POST', '/api/auth/sign-up/email', account(name));
  await desk.ask('POST', '/api/v1/workspaces', {
    ...{ name: 'Lindwater', whatWeDo: 'We watch over cold transport.', mission: 'Fresh food for all.' },
    ...{ personKinds: ['customer', 'partner'], locale: 'en', zone: 'Europe/Amsterdam' },
  });
  return desk;
}

/** A colleague who took an invitation made at this desk. */
export async function colleague(stage: Stage, host: Desk, name: string, more: Parameters<Stage['visitor']>[0] = {}): Promise<Desk> {
  const { url } = await host.ask<{ url: string }>('POST', '/api/v1/invitations', { role: 'member', days: 3 });
  const token = new URL(url).pathname.split('/').at(-1) ?? '';
  const desk = deskOf(stage, await stage.visitor({ reducedMotion: 'reduce', ...more }), { 'x-heed-invitation': token });
  await desk.ask('POST', '/api/auth/sign-up/email', account(name));
  await desk.ask('POST', `/api/v1/invitations/${token}/accept`);
  return desk;
}

function deskOf(stage: Stage, { page, context }: { page: Page; context: BrowserContext }, more: Record<string, string> = {}): Desk {
  return {
    page,
    context,
    ask: async <Answer>(method: string, path: string, body?: unknown) => {
      const headers = { origin: stage.server.url, ...more };
      const answer = await page.request.fetch(path, { method, headers, ...(body === undefined ? {} : { data: body }) });
      assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
      return (await answer.json()) as Answer;
    },
  };
}

function account(name: string) {
  return { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`, password: PASSWORD };
}

/** Hands a file in without a screen; it is heard when `understood` says so. */
export async function handIn(desk: Desk, name: string, text: string, query = ''): Promise<Received> {
  return desk.ask<Received>('POST', `/api/v1/conversations/files?name=${encodeURIComponent(name)}${query}`, text);
}

/** Until everything that came in has been understood. */
export async function understood(desk: Desk): Promise<void> {
  await until(async () => {
    const { rows } = await desk.ask<{ rows: { understoodAt: string | null }[] }>('GET', '/api/v1/conversations?limit=200');
    return rows.every((row) => row.understoodAt !== null);
  }, 'everything is understood');
}

/** Leaves only the suggestions with these words waiting, for stories about words that Heed did not hear: which these are differs from engine to engine. */
export async function setAsideAllBut(desk: Desk, conversationId: string, kept: string): Promise<void> {
  const { findings } = await desk.ask<{ findings: { id: string; quote: string }[] }>('GET', `/api/v1/conversations/${conversationId}`);
  for (const { id, quote } of findings) if (!quote.includes(kept)) await desk.ask('POST', `/api/v1/findings/${id}/reject`);
}

/** Says who these are, by their names as written, so that a story need not ask. */
export async function nameAll(desk: Desk, who: Record<string, 'me' | 'new' | 'nobody'>): Promise<void> {
  const { speakers } = await desk.ask<{ speakers: { alias: string; name: string }[] }>('GET', '/api/v1/speakers/unknown');
  const answers = speakers.flatMap(({ alias, name }) => {
    const is = who[name];
    return is ? [{ alias, is, ...(is === 'new' ? { name } : {}) }] : [];
  });
  if (answers.length > 0) await desk.ask('POST', '/api/v1/speakers/name', { answers });
}

export type Said = [who: string, words: string, seconds?: number];

/** What somebody's meeting program would have written down. */
export function vttOf(lines: Said[]): string {
  let at = 0;
  const cues = lines.map(([who, words, seconds = 4], n) => {
    const from = at;
    at += seconds;
    return `${n + 1}\n${stamp(from)} --> ${stamp(at)}\n${who}: ${words}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function stamp(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000`;
}

/** Files chosen in the dialog of the browser. */
export async function chooseFiles(page: Page, files: { name: string; text: string | Buffer }[]): Promise<void> {
  await page
    .locator('[data-choose=files]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
}

/** Waits until it is so, ten seconds at most. */
export async function until(so: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 10_000; !(await so()); ) {
    assert.ok(Date.now() < end, `it did not come to pass that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The number the browser gives for an expression of its own: its names are not ours. */
export function measured(page: Page, expression: string): Promise<number> {
  return page.evaluate(expression) as Promise<number>;
}

/** Nobody should have to push a page aside to read it. */
export async function assertNoSideways(page: Page, what: string): Promise<void> {
  const over = await measured(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth');
  assert.ok(over <= 0, `${what} is ${over} pixels too wide`);
}

/** By day in full; by night what a theme can change, which is how well letters stand out. */
export async function assertReadable(page: Page, what: string): Promise<void> {
  await assertAccessible(page, `${what}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await assertAccessible(page, `${what}, dark`, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
}
