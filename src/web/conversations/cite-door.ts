type Citing = (turn: number, what: 'quote' | 'link') => void;

let doing: Citing | null = null;

/** The menu of a turn knows its number and no more; the page does the rest. */
export function cite(turn: number, what: 'quote' | 'link'): void {
  doing?.(turn, what);
}

export function onCited(how: Citing): () => void {
  doing = how;
  return () => {
    if (doing === how) doing = null;
  };
}
