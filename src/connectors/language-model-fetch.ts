const MOST_BYTES = 1024 * 1024;

class TooLarge extends Error {}

/** Says it of what was thrown, however deep it lies. */
export function isTooLarge(problem: unknown): boolean {
  for (let at = problem; at instanceof Error; at = at.cause) if (at instanceof TooLarge) return true;
  return false;
}

/** Goes to the address it was given and to no other, and reads no more than a megabyte of the answer. */
export const boundedFetch: typeof fetch = async (input, init) => {
  const answer = await fetch(input, { ...init, redirect: 'manual' });
  if (!answer.body) return answer;
  let bytes = 0;
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES) controller.error(new TooLarge('more than a megabyte'));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { status: answer.status, statusText: answer.statusText, headers: answer.headers });
};
