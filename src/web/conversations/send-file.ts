import type { Received } from '#model/pages.ts';
import { sendBytes } from '../query/send-bytes.ts';
import type { Send } from './upload-queue.ts';

/** Hands in one file that may hold conversations. */
export const sendFile: Send = (file, upload, told) => {
  const query = new URLSearchParams({ name: file.name, lastModified: new Date(file.lastModified).toISOString() });
  if (upload.isPrivate) query.set('private', 'true');
  return sendBytes<Received>(`/api/v1/conversations/files?${query}`, file, told);
};
