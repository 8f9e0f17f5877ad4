/** Work that goes on beside its giver: the next begins when the last is over, and what went wrong with one is thrown at whoever gives or waits next. */
export function oneAtATime(): { next(work: () => Promise<void>): Promise<void>; over(): Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  return {
    async next(work) {
      await last;
      last = work();
      // It is told to the next giver; until then nobody waits for it.
      last.catch(() => undefined);
    },
    over: () => last,
  };
}
