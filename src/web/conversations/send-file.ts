import type { Received } from '#model/pages.ts';
import { findWordsForNo } from '../messages/language.ts';
import type { Send } from './upload-queue.ts';

/** Hands a file in as raw bytes. XMLHttpRequest, because fetch cannot say how much has gone up. Refusals come out with their code. */
export const sendFile: Send = (file, upload, told) =>
  new Promise((yes, no) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: file.name, lastModified: new Date(file.lastModified).toISOString() });
    if (upload.isPrivate) query.set('private', 'true');
    request.open('POST', `/api/v1/conversations/files?${query}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => told(event.loaded, event.total);
    request.upload.onload = () => told(1, 1);
    request.onerror = () => no(new Error('unreachable'));
    request.onabort = () => no(new Error('aborted'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) yes(request.response as Received);
      else void findWordsForNo().then(() => no(refusalIn(request.response, request.status)));
    };
    request.send(file);
  });

function refusalIn(answer: unknown, status: number): unknown {
  const { code, message, data, params } = (answer ?? {}) as {
    code?: string;
    message?: string;
    data?: { code?: string; params?: object };
    params?: object;
  };
  return { code: data?.code ?? code ?? `http.${status}`, message: message ?? '', params: data?.params ?? params ?? {} };
}
