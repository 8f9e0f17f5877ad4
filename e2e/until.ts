import assert from 'node:assert/strict';

/** Waits until it is so, five seconds at most. */
export async function until(so: () => Promise<boolean>, what = 'it did not come to pass'): Promise<void> {
  for (let tries = 0; !(await so()); tries++) {
    assert.ok(tries < 100, what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
