/** Asks one thing after another: a no that is taken back at once must not reach the server after its own undo. A failure stops nobody behind it. */
export function oneByOne(): <Answer>(ask: () => Promise<Answer>) => Promise<Answer> {
  let before: Promise<unknown> = Promise.resolve();
  return (ask) => {
    const answer = before.then(ask, ask);
    before = answer.catch(() => undefined);
    return answer;
  };
}
