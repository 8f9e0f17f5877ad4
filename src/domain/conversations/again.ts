const UNIQUE_VIOLATION = '23505';
const TIMES = 4;

/**
 * Two who bring in the same thing at once: the database lets one through and stops the other, who looks again and finds it there.
 * `work` must be one whole transaction.
 */
export async function againWhenRaced<T>(work: () => Promise<T>): Promise<T> {
  for (let left = TIMES; ; left--) {
    try {
      return await work();
    } catch (problem) {
      if (left === 1 || (problem as { code?: unknown }).code !== UNIQUE_VIOLATION) throw problem;
    }
  }
}
