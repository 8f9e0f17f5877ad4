/**
 * A conversation of 1,500 turns in the real browser: milliseconds from the data to the painted page, and how even the frames are while scrolling.
 * The built web app with answers of our own, so that neither server nor database is measured: `npm run build && node bench/conversation-page.ts [folder]`.
 */
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Act } from '#model/act.ts';
import type { ConversationPage, FindingView, Session, TurnView } from '#model/pages.ts';

const TURNS = 1500;
const LIMIT_MS = 300;
const WORDS = 'we keep the doors shut because nobody comes when an alarm goes off at five in the morning and then the fish is lost'.split(
  ' ',
);
const ACTS: Act[] = ['question.open', 'need', 'information', 'reflection.simple', 'pitch.features', 'feeling', 'commitment', 'smalltalk'];

function turnOf(i: number): TurnView {
  const length = 4 + ((i * 7) % 60);
  const text = Array.from({ length }, (_, n) => WORDS[(i + n) % WORDS.length]).join(' ');
  const act = ACTS[i % ACTS.length] ?? 'other';
  return {
    id: `t${i}`,
    i,
    speaker: i % 3,
    startMs: i * 2400,
    endMs: i * 2400 + 2000,
    at: null,
    line: i,
    text,
    acts: [{ act, p: 0.9, from: 0, to: text.length }],
  };
}

function findingOf(i: number): FindingView {
  const turn = turnOf(i * 12);
  return {
    id: `f${i}`,
    kind: 'need',
    speaker: turn.speaker,
    turn: turn.i,
    from: 0,
    to: 18,
    quote: turn.text.slice(0, 18),
    p: 0.85,
    edited: false,
    confirmedBy: null,
    rejectedBy: null,
    statement: 'Somebody who comes',
    depth: 1,
  };
}

const speakers = ['Ines Carvalho', 'Daniel Brandt', 'Maya Okafor'].map((name, i) => ({
  id: `s${i}`,
  i,
  name,
  email: null,
  side: i === 2 ? ('us' as const) : ('them' as const),
  personId: i === 2 ? null : `p${i}`,
  memberId: i === 2 ? 'm' : null,
  isYou: i === 2,
  turns: TURNS / 3,
  words: 16_000,
  ms: 1_000_000,
}));

const conversation: ConversationPage = {
  id: 'c',
  title: 'An hour of talk',
  kind: 'call',
  happenedAt: '2026-11-17T13:58:00+00:00',
  datedBy: 'source',
  durationMs: TURNS * 2400,
  timeQuality: 'exact',
  source: 'zoom-vtt',
  file: null,
  losses: [],
  isPrivate: false,
  understoodAt: '2026-11-17T15:00:00+00:00',
  speakers,
  turns: Array.from({ length: TURNS }, (_, i) => turnOf(i)),
  findings: Array.from({ length: TURNS / 12 }, (_, i) => findingOf(i)),
  listening: null,
  listeningOf: [],
  leftOut: [],
  previousId: null,
  nextId: null,
};

const session: Session = {
  account: { id: 'a', name: 'Maya Okafor', email: 'maya@cold.example' },
  member: { id: 'm', name: 'Maya Okafor', role: 'owner', sharesListening: false },
  workspace: {
    id: 'w',
    name: 'Cold Watch',
    whatWeDo: '',
    mission: '',
    locale: 'en',
    zone: 'Europe/Lisbon',
    personKinds: ['customer'],
    currency: 'EUR',
    isSample: false,
  },
  workspaces: [{ id: 'w', name: 'Cold Watch' }],
  setup: { needed: false, token: false },
  counts: { today: 1, people: 2, conversations: 1, promises: 0, deals: 0, pairs: 0 },
};

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function serveWeb(folder: string) {
  return createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://x').pathname;
    if (asked === '/api/v1/session') return void response.setHeader('content-type', 'application/json').end(JSON.stringify(session));
    if (asked.startsWith('/rpc/')) {
      const json = asked === '/rpc/conversations/open' ? conversation : { speakers: [], rows: [], next: null, total: 0 };
      return void response.setHeader('content-type', 'application/json').end(JSON.stringify({ json }));
    }
    const file = path.join(folder, path.extname(asked) ? asked : 'index.html');
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
  });
}

// What runs in the page is text: the benches are checked without the types of a browser.
const MARK_PAINTED = `new MutationObserver((_, watch) => {
  if (!document.querySelector('.turn')) return;
  watch.disconnect();
  // Two frames on, what was put there has been painted.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('painted')));
}).observe(document, { childList: true, subtree: true })`;

/** From the last byte of the answer until the frame after the first turns stand on the page. */
const OPENING = `performance.getEntriesByName('painted')[0].startTime -
  performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('/rpc/conversations/open')).responseEnd`;

/** Three seconds of scrolling, 160 px a frame: the time between frames in milliseconds. */
const SCROLLING = `new Promise((done) => {
  const frames = [];
  const began = performance.now();
  let last = began;
  const step = (now) => {
    frames.push(now - last);
    last = now;
    window.scrollBy(0, 160);
    if (now - began < 3000) requestAnimationFrame(step);
    else done(frames.slice(1));
  };
  requestAnimationFrame(step);
})`;

const quantile = (numbers: number[], q: number) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * q)] ?? 0;
const round = (ms: number) => Math.round(ms * 10) / 10;

// @sparticuz/chromium reuses whatever lies in <tmp>/chromium: a folder of this version's own.
process.env.TMPDIR = path.join(tmpdir(), 'heed-chromium-153');
mkdirSync(process.env.TMPDIR, { recursive: true });
const { default: binary } = await import('@sparticuz/chromium');
const server = serveWeb(path.resolve(process.argv[2] ?? 'dist/web')).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
const browser = await chromium.launch({
  executablePath: await binary.executablePath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  const openings: number[] = [];
  let frames: number[] = [];
  let nodes = 0;
  for (let n = 0; n < 5; n++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(MARK_PAINTED);
    await page.goto(`http://127.0.0.1:${port}/conversations/c`);
    await page.waitForFunction("performance.getEntriesByName('painted').length > 0");
    openings.push(await page.evaluate<number>(OPENING));
    frames = await page.evaluate<number[]>(SCROLLING);
    nodes = await page.locator('.turn').count();
    await page.close();
  }
  const opened = quantile(openings, 0.5);
  process.stdout.write(
    `${TURNS} turns, data to painted: ${openings.map(round).join(', ')} ms; median ${round(opened)} ms, at most ${LIMIT_MS}\n`,
  );
  process.stdout.write(
    `scrolling: ${frames.length} frames, median ${round(quantile(frames, 0.5))} ms, p95 ${round(quantile(frames, 0.95))}, longest ${round(Math.max(...frames))}; ${nodes} turns in the page\n`,
  );
  if (opened > LIMIT_MS) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
