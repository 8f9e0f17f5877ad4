import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cookiesOf, rawRequest } from '#test/raw-request.ts';
import { type HeedServer, startServer } from '#test/server.ts';
import { makeWorkspace, signUp, type Visitor, visitorOf } from '#test/visitor.ts';

let heed: HeedServer;
let maya: Visitor;
let ben: Visitor;
let ines: string;
const MB = 1024 * 1024;
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

before(async () => {
  heed = await startServer();
  maya = visitorOf(heed.url);
  await signUp(maya, 'Maya');
  await makeWorkspace(maya);
  ines = (await maya.ask('POST', '/api/v1/people', { name: 'Ines Carvalho' })).body.id as string;
  const { body } = await maya.ask('POST', '/api/v1/invitations', { role: 'member', days: 1 });
  const token = String(body.url).split('/').at(-1) ?? '';
  ben = visitorOf(heed.url);
  await signUp(ben, 'Ben', { 'x-heed-invitation': token });
  await ben.ask('POST', `/api/v1/invitations/${token}/accept`, { token });
});
after(() => heed.stop());

interface Answer {
  status: number;
  text: string;
  body: Record<string, unknown>;
  headers: Record<string, string | string[] | undefined>;
}

async function attach(bytes: Uint8Array | Iterable<Uint8Array>, query: Record<string, string> = {}, visitor = maya): Promise<Answer> {
  const search = new URLSearchParams({ about: 'person', id: ines, name: 'plan.pdf', ...query });
  const pieces = bytes instanceof Uint8Array ? [bytes] : bytes;
  const length = bytes instanceof Uint8Array ? { 'content-length': bytes.byteLength } : { 'transfer-encoding': 'chunked' };
  const answer = await rawRequest(heed.url, {
    ...{ method: 'POST', path: `/api/v1/attachments?${search}`, pieces },
    headers: { cookie: cookiesOf(visitor), origin: heed.url, ...length },
  });
  return { ...answer, body: JSON.parse(answer.text || '{}') as Record<string, unknown> };
}
const idOf = ({ body }: Answer) => (body.attachment as { id: string }).id;
const get = (id: string, visitor = maya) =>
  rawRequest(heed.url, { path: `/api/v1/attachments/${id}`, headers: { cookie: cookiesOf(visitor) } });
const listed = async (visitor = maya) =>
  ((await visitor.ask('GET', `/api/v1/attachments?about=person&id=${ines}`)).body.attachments as { id: string; name: string }[]).map(
    ({ name }) => name,
  );

test('a file of several megabytes comes back byte for byte, as a download', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3 * MB + 17, 'Zürich')]);
  const answer = await attach(bytes, { name: '../Ünser Plan.pdf' });
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.body.already, false);
  const { name, type, size } = answer.body.attachment as { name: string; type: string; size: number };
  assert.deepEqual([name, type, size], ['Ünser Plan.pdf', 'application/pdf', bytes.byteLength]);
  const back = await fetch(`${heed.url}/api/v1/attachments/${idOf(answer)}`, { headers: { cookie: cookiesOf(maya) } });
  assert.deepEqual(Buffer.from(await back.arrayBuffer()), bytes);
  assert.match(back.headers.get('content-disposition') ?? '', /^attachment; filename="[^"]*"; filename\*=UTF-8''%C3%9Cnser%20Plan\.pdf$/);
  assert.equal(back.headers.get('content-type'), 'application/octet-stream');
  assert.equal(back.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(back.headers.get('content-security-policy'), "default-src 'none'; sandbox");
  assert.equal(back.headers.get('cache-control'), 'no-store');
});

test('the same bytes at the same person are there once, even sent in one moment; at another they are another file', async () => {
  const bytes = Buffer.from('The same words.');
  const answers = await Promise.all(['a.txt', 'b.txt', 'c.txt'].map((name) => attach(bytes, { name })));
  assert.deepEqual(answers.map(({ body }) => body.already).sort(), [false, true, true]);
  assert.equal(new Set(answers.map(idOf)).size, 1);
  const other = (await maya.ask('POST', '/api/v1/people', { name: 'Tobias Brandt' })).body.id as string;
  assert.equal((await attach(bytes, { id: other })).body.already, false);
});

test('what is too large is refused before it is read, said or unsaid; what is empty too', async () => {
  const said = await rawRequest(heed.url, {
    ...{ method: 'POST', path: `/api/v1/attachments?about=person&id=${ines}&name=x`, pieces: [] },
    headers: { cookie: cookiesOf(maya), origin: heed.url, 'content-length': 26 * MB },
  }).catch(() => null);
  if (said) assert.equal(said.status, 413);
  let sent = 0;
  function* flood() {
    for (; sent < 60; sent++) yield Buffer.alloc(MB, 'x');
  }
  const refused = await attach(flood());
  assert.equal(refused.status, 413);
  assert.deepEqual([refused.body.code, refused.body.params], ['file.too-large', { limit: 25 }]);
  assert.ok(sent < 45, `${sent} MB were taken`);
  const empty = await attach(Buffer.alloc(0));
  assert.equal(empty.body.code, 'file.empty');
});

test('a private file is for its bringer alone; removed it is gone for all, and comes back', async () => {
  const hidden = await attach(Buffer.from('for me'), { name: 'mine.txt', private: 'true' });
  assert.equal((await get(idOf(hidden), ben)).status, 404);
  assert.ok(!(await listed(ben)).includes('mine.txt'));
  assert.ok((await listed()).includes('mine.txt'));
  assert.equal((await attach(Buffer.from('for me'), { name: 'ours.txt' }, ben)).body.already, false, 'that it was there is not told');
  assert.equal((await ben.ask('DELETE', `/api/v1/attachments/${idOf(hidden)}`)).status, 404);
  const shared = await attach(Buffer.from('for all'), { name: 'all.txt' });
  assert.equal((await get(idOf(shared), ben)).text, 'for all');
  assert.equal((await ben.ask('DELETE', `/api/v1/attachments/${idOf(shared)}`)).status, 403);
  assert.equal((await maya.ask('DELETE', `/api/v1/attachments/${idOf(shared)}`)).status, 200);
  assert.equal((await get(idOf(shared), ben)).status, 404);
  assert.ok(!(await listed()).includes('all.txt'));
  assert.equal((await maya.ask('POST', `/api/v1/attachments/${idOf(shared)}/restore`, {})).status, 200);
  assert.equal((await get(idOf(shared), ben)).text, 'for all');
});

test('a photo is worn at once, shown inline in a box without rights, and can be put back or taken off', async () => {
  const photoOf = async () => (await maya.ask('GET', `/api/v1/people/${ines}`)).body.photoId;
  const first = await attach(PNG, { photo: 'true', name: 'ines.png' });
  assert.equal(first.status, 200, first.text);
  assert.equal(await photoOf(), first.body.photoId);
  const shown = await get(String(first.body.photoId), ben);
  assert.deepEqual(
    ['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control'].map(
      (name) => shown.headers[name],
    ),
    ['image/png', 'inline', "default-src 'none'; sandbox", 'nosniff', 'private, max-age=3600'],
  );
  const second = await attach(Buffer.concat([PNG, Buffer.from('x')]), { photo: 'true' });
  assert.equal(second.body.before, first.body.photoId);
  const choose = (photoId: unknown) => maya.ask('PUT', `/api/v1/people/${ines}/photo`, { photoId });
  assert.equal((await choose(first.body.photoId)).body.before, second.body.photoId);
  assert.equal((await choose(null)).status, 200);
  assert.equal(await photoOf(), null);
  assert.ok(!(await listed()).includes('ines.png'), 'a face is no file');
  const file = await attach(Buffer.from('no face'));
  assert.equal((await choose(idOf(file))).status, 404);
});

test('a drawing, a page or a paper is no photo, and no picture that came as a file is shown inline', async () => {
  for (const bytes of ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', '<!doctype html><p>x', '%PDF-1.7'])
    assert.equal((await attach(Buffer.from(bytes), { photo: 'true', name: 'face.png' })).body.code, 'photo.type');
  assert.equal((await attach(Buffer.concat([PNG, Buffer.alloc(6 * MB)]), { photo: 'true' })).status, 413);
  const svg = await attach(Buffer.from('<svg onload="alert(1)"/>'), { name: 'face.svg' });
  assert.equal((svg.body.attachment as { type: string }).type, 'image/svg+xml');
  for (const id of [idOf(svg), idOf(await attach(PNG, { name: 'picture.png' }))]) {
    const { headers } = await get(id);
    assert.equal(headers['content-type'], 'application/octet-stream');
    assert.match(String(headers['content-disposition']), /^attachment; /);
  }
});

test('what is no address, nobody here, or a stranger’s, is refused and is no fault', async () => {
  for (const id of ['x', '%00', '..%2f..', '0198c0de-0000-7000-8000-000000000000']) assert.equal((await get(id)).status, 404, id);
  for (const query of [{ id: 'x' }, { about: 'workspace' }, { id: '0198c0de-0000-7000-8000-000000000000' }, { about: 'note' }] as Record<
    string,
    string
  >[])
    assert.equal((await attach(Buffer.from('x'), query)).status, 404, JSON.stringify(query));
  const stranger = visitorOf(heed.url);
  assert.equal((await attach(Buffer.from('x'), {}, stranger)).status, 401);
  assert.doesNotMatch(heed.said(), /a bug/);
});

test('a file that stands with a private note is as private as the note', async () => {
  const written = await maya.ask('POST', '/api/v1/notes', { body: 'Between us', about: { people: [ines] }, private: true });
  const id = String(written.body.id);
  const file = await attach(Buffer.from('of the note'), { about: 'note', id });
  assert.equal((file.body.attachment as { isPrivate: boolean }).isPrivate, true);
  assert.equal((await get(idOf(file), ben)).status, 404);
  assert.equal((await attach(Buffer.from('x'), { about: 'note', id }, ben)).status, 404);
  await maya.ask('PATCH', `/api/v1/notes/${id}`, { private: false });
  assert.equal((await get(idOf(file), ben)).text, 'of the note');
  await maya.ask('DELETE', `/api/v1/notes/${id}`);
  assert.equal((await get(idOf(file), ben)).status, 404, 'it goes with its note');
});
