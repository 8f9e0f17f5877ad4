/** How words are set in the terminal; plain where colour is not wanted. */
export interface Ink {
  strong: (text: string) => string;
  quiet: (text: string) => string;
  ours: (text: string) => string;
  theirs: (text: string) => string;
}

const set = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const plain = (text: string) => text;

/** Colour on a terminal alone, and not with NO_COLOR (no-color.org). */
export function inkFor(out: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Ink {
  if (!out.isTTY || env.NO_COLOR) return { strong: plain, quiet: plain, ours: plain, theirs: plain };
  return { strong: set(1), quiet: set(2), ours: set(33), theirs: set(32) };
}
