/** Opens find-or-do from anywhere without every screen holding its state. */
let listener: ((open: boolean) => void) | null = null;

export function openFind(open: boolean): void {
  listener?.(open);
}

export function onFind(listens: (open: boolean) => void): () => void {
  listener = listens;
  return () => {
    listener = null;
  };
}
