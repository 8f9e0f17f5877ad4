import { findWordsForNo } from '../messages/language.ts';

/**
 * Hands a file in as raw bytes and gives back what the server answered. XMLHttpRequest, because fetch cannot say how much has gone up; `told` hears
 * bytes sent and bytes in all, and 1 of 1 when all of it is there. Refusals come out with their code.
 */
export function sendBytes<Answer>(address: string, file: File, told: (loaded: number, total: number) => void): Promise<Answer> {
  return new Promise((yes, no) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => told(event.loaded, event.total);
    request.upload.onload = () => told(1, 1);
    request.onerror = () => no(new Error('unreachable'));
    request.onabort = () => no(new Error('aborted'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) yes(request.response as Answer);
      else void findWordsForNo().then(() => no(refusalIn(request.response, request.status)));
    };
    request.send(file);
  });
}

function refusalIn(answer: unknown, status: number): unknown {
  const { code, message, data, params } = (answer ?? {}) as {
    code?: string;
    message?: string;
    data?: { code?: string; params?: object };
    params?: object;
  };
  return { code: data?.code ?? code ?? `http.${status}`, message: message ?? '', params: data?.params ?? params ?? {} };
}
