// Run by hand: node src/understanding/read/mbox.soak.ts [MB] [one in how many has an attachment, 0 for none]. Writes a mailbox, reads it, prints time and the most memory it took.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mbox } from './mbox.ts';
import { sourceOfFile } from './source.ts';

const megabytes = Number(process.argv[2] ?? 64);
const attached = Number(process.argv[3] ?? 100);
const folder = await mkdtemp(path.join(tmpdir(), 'heed-mbox-soak-'));
const file = path.join(folder, 'all.mbox');
const people = ['ana@example.com', 'tom@harbour.example', 'lee@example.com', 'ines@north.example'];
const filler = `${'U2hpcCBpdCBvbiBNb25kYXksIHBsZWFzZS4gV2UgbmVlZCBpdCBieSB0aGVuLCBub3QgbGF0ZXIu'}\n`;

async function write(): Promise<number> {
  const out = createWriteStream(file);
  let written = 0;
  let n = 0;
  while (written < megabytes * 1024 * 1024) {
    const text = message(n++);
    written += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return n;
}

/** Threads of five; every so many messages one carries two megabytes of attachment. */
function message(n: number): string {
  const thread = Math.floor(n / 5);
  const from = people[n % people.length];
  const date = new Date(Date.UTC(2024, 0, 1) + n * 600_000);
  const head = [
    `From ${from} ${date.toUTCString().slice(0, 3)} Jan  1 09:30:00 2024`,
    `From: ${from}`,
    `To: ${people[(n + 1) % people.length]}`,
    `Subject: ${n % 5 === 0 ? '' : 'Re: '}Delivery ${thread}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <m${n}@example.com>`,
    ...(n % 5 === 0 ? [] : [`References: <m${thread * 5}@example.com>`]),
  ];
  const words = `Message ${n}: the report was late again, the third Monday now.\n\nCould you call me before ${n % 12} o'clock?\n`;
  if (attached === 0 || n % attached !== 0) return `${head.join('\n')}\n\n${words}\n${'> We will look into it.\n'.repeat(60)}\n`;
  const parts = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b"', '', '--b', 'Content-Type: text/plain', '', words];
  const attachment = ['--b', 'Content-Type: application/pdf; name="a.pdf"', 'Content-Transfer-Encoding: base64', '', filler.repeat(27_000)];
  return `${[...head, ...parts, ...attachment, '--b--', ''].join('\n')}\n`;
}

const count = await write();
const atRest = process.memoryUsage().rss;
let peak = atRest;
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const started = performance.now();
let turns = 0;
let threads = 0;
{
  await using source = await sourceOfFile(file);
  for await (const { conversation } of mbox.read(source, 'mbox', {})) {
    threads++;
    turns += conversation.turns.length;
  }
}
clearInterval(timer);
const seconds = (performance.now() - started) / 1000;
await rm(folder, { recursive: true });
const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
process.stdout.write(
  `${megabytes} MB, ${count} messages, ${threads} threads, ${turns} turns in ${seconds.toFixed(1)} s; RSS ${mb(atRest)} before, ${mb(peak)} at most\n`,
);
assert.equal(turns, count);
