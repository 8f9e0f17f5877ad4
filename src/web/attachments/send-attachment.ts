import type { Attached } from '#model/attachment.ts';
import { findWordsForNo } from '../messages/language.ts';

export interface Sending {
  about: 'person' | 'organisation' | 'deal' | 'note';
  id: string;
  name: string;
  body: Blob;
  photo?: boolean;
  /** How much has gone up, 0 to 1. */
  told?: (share: number) => void;
  stop?: AbortSignal;
}

/** Raw bytes up, with how far they are: fetch cannot say that. @throws what the server refused, with `code` and `data`. */
export function sendAttachment<Answer = Attached>({ about, id, name, body, photo, told, stop }: Sending): Promise<Answer> {
  return new Promise((yes, no) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ about, id, name, ...(photo && { photo: 'true' }) });
    request.open('POST', `/api/v1/attachments?${query}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => told?.(total > 0 ? loaded / total : 1);
    request.onerror = () => no(new Error('unreachable'));
    request.onabort = () => no(new DOMException('stopped', 'AbortError'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) yes(request.response as Answer);
      else void findWordsForNo().then(() => no(refusedBy(request.response, request.status)));
    };
    stop?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** As the other calls refuse, so that it is said the same way. What stands between may answer in HTML: then it is a fault. */
export function refusedBy(answer: unknown, status: number): Error {
  const { code, message, params } = (typeof answer === 'object' && answer !== null ? answer : {}) as {
    code?: string;
    message?: string;
    params?: object;
  };
  return Object.assign(new Error(message ?? ''), { status, code: code ?? 'INTERNAL_SERVER_ERROR', data: { code, params: params ?? {} } });
}
