import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { scopeOf } from '#api/base.ts';
import { type Beside, privacyBeside } from '#domain/attachments/beside.ts';
import { keepAttachment, keepPhoto } from '#domain/attachments/keep.ts';
import { bytesOf, missing } from '#domain/attachments/view.ts';
import { ATTACHED_TO, LARGEST_ATTACHMENT, LARGEST_PHOTO, PHOTOS } from '#model/attachment.ts';
import { Refusal } from '#model/refusal.ts';
import { attachmentOf, tidyName } from './arriving.ts';
import { type Bindings, contextOf, type Ground } from './context.ts';
import { isYes, withBody } from './files.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
// A face is small and the same on every page; an hour later whoever was let go sees it no more.
const FACE_SECONDS = 3600;

/** Files beside people, organisations, deals and notes, there and back: raw bytes, so that no procedure holds a file in memory. */
export function attachmentRoutes(ground: Ground & { incoming: string }): Hono<Bindings> {
  const routes = new Hono<Bindings>();
  routes.post('/attachments', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'member');
    const beside = besideOf(c);
    // Before 25 MB come in for nothing.
    await privacyBeside(scope, beside);
    const { name, private: hidden, photo } = c.req.query();
    const isPhoto = isYes(photo);
    if (isPhoto && beside.about !== 'person') throw new Refusal('missing.person', 'That person is not here any more.');
    const limit = isPhoto ? LARGEST_PHOTO : LARGEST_ATTACHMENT;
    return withBody({ incoming: ground.incoming, limit }, c, async (path) => {
      if (isPhoto) return c.json(await keepPhoto(scope, { personId: beside.id, path, name: tidyName(name) }));
      return c.json(await keepAttachment(scope, { ...beside, path, name: tidyName(name), private: isYes(hidden) }));
    });
  });
  routes.get('/attachments/:id', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'guest');
    const id = c.req.param('id');
    // What is no id at all names no file; asked of the database it would be a fault.
    if (!UUID.test(id)) throw missing();
    const { name, type, size, isPhoto, parts } = await bytesOf(scope, id);
    const isShown = isPhoto && PHOTOS.some((one) => one === type);
    // Nothing that somebody brought runs or is drawn as a page of ours: only a face is shown, alone and in a box without rights.
    c.header('content-type', isShown ? type : 'application/octet-stream');
    c.header('content-length', String(size));
    c.header('content-disposition', isShown ? 'inline' : attachmentOf(name));
    c.header('content-security-policy', "default-src 'none'; sandbox");
    c.header('cache-control', isShown ? `private, max-age=${FACE_SECONDS}` : 'no-store');
    return c.body(Readable.toWeb(Readable.from(parts)) as ReadableStream);
  });
  return routes;
}

/** @throws Refusal `missing.person` and so on, when what the file is for is not named as it should be. */
function besideOf(c: Context): Beside {
  const { about = 'person', id = '' } = c.req.query();
  const known = ATTACHED_TO.find((one) => one === about);
  if (!known || !UUID.test(id)) throw new Refusal('missing.address', 'There is nothing at this address.');
  return { about: known, id };
}
