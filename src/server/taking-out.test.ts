import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { fromBuffer, type ZipFile } from 'yauzl';
import { cookiesOf } from '#test/raw-request.ts';
import { type HeedServer, startServer } from '#test/server.ts';
import { makeWorkspace, signUp, type Visitor, visitorOf } from '#test/visitor.ts';

let heed: HeedServer;
let maya: Visitor;
before(async () => {
  heed = await startServer();
  maya = visitorOf(heed.url);
  await signUp(maya, 'Maya');
  await makeWorkspace(maya);
  await maya.ask('POST', '/api/v1/people', { name: 'Ines Carvalho', organisation: 'Harbour Foods', email: 'ines@harbour.example' });
  await maya.handIn('call.vtt', 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ines Carvalho>We lose a day.\n');
});
after(() => heed.stop());

async function namesIn(bytes: Buffer): Promise<string[]> {
  const zip = (await promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)(bytes, { lazyEntries: true })) as ZipFile;
  const names: string[] = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: { fileName: string }) => {
      names.push(entry.fileName);
      zip.readEntry();
    });
    zip.once('end', () => resolve(names));
    zip.once('error', reject);
    zip.readEntry();
  });
}

test('everything comes out as one archive that opens', async () => {
  const answer = await fetch(`${heed.url}/api/v1/export`, { headers: { cookie: cookiesOf(maya) } });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-disposition') ?? '', /heed-\d{4}-\d\d-\d\d\.zip/);
  const names = await namesIn(Buffer.from(await answer.arrayBuffer()));
  for (const name of ['README.txt', 'people.csv', 'people.jsonl', 'all/turns.jsonl']) assert.ok(names.includes(name), name);
  assert.ok(names.some((name) => name.startsWith('files/') && name.endsWith('call.vtt')));
});

test('one person comes out as a card and as a file to read, in which nothing that was said is markup', async () => {
  await maya.handIn(
    'script.vtt',
    'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ines Carvalho>Write &lt;script&gt;alert(1)&lt;/script&gt; on it.\n',
  );
  const { rows } = (await maya.ask('GET', '/api/v1/people')).body as { rows: { id: string }[] };
  const id = rows[0]?.id ?? '';
  const fetched = async (path: string) => {
    const answer = await fetch(`${heed.url}/api/v1/people/${path}`, { headers: { cookie: cookiesOf(maya) } });
    return { status: answer.status, type: answer.headers.get('content-disposition') ?? '', text: await answer.text() };
  };
  const card = await fetched(`${id}/card.vcf`);
  for (const line of [/^BEGIN:VCARD\r\n/, /\r\nFN:Ines Carvalho\r\n/, /\r\nEMAIL;TYPE=INTERNET:ines@harbour.example\r\n/])
    assert.match(card.text, line);
  const file = await fetched(`${id}/everything.html`);
  assert.match(file.type, /^attachment; filename="Ines Carvalho.html"/);
  assert.match(file.text, /What Brightwater keeps about Ines Carvalho/);
  assert.match(file.text, /We lose a day\./);
  assert.doesNotMatch(file.text, /<script/);
  assert.equal((await fetched('nobody/card.vcf')).status, 404);
});

test('who is not signed in gets nothing of it', async () => {
  const answer = await fetch(`${heed.url}/api/v1/export`);
  assert.equal(answer.status, 401);
});
