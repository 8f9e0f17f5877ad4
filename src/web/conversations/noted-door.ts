type Opening = (id: string) => void;

let opening: Opening | null = null;

/** A note in the margin that somebody confirmed was pressed: whoever listens shows what can be done with it. */
export function openNoted(id: string): void {
  opening?.(id);
}

export function onNotedOpened(how: Opening): () => void {
  opening = how;
  return () => {
    if (opening === how) opening = null;
  };
}
