/** Nothing typed is lost: what stands in a form is kept for this tab until it is handed in. */
export interface DraftShelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = 'heed.draft.';

/** The kept draft laid over an empty one, so that a draft of an older version still has every field. */
export function readDraft<Draft extends object>(shelf: DraftShelf, name: string, empty: Draft): Draft {
  const kept = shelf.getItem(PREFIX + name);
  if (!kept) return empty;
  try {
    const parsed: unknown = JSON.parse(kept);
    return parsed && typeof parsed === 'object' && !Array.isArray(parsed) ? { ...empty, ...parsed } : empty;
  } catch {
    // A half-written draft cannot be mended; the form starts empty rather than failing.
    shelf.removeItem(PREFIX + name);
    return empty;
  }
}

/** Private windows may refuse storage: the form works on, it only cannot be kept. Says whether it was. */
export function keepDraft(shelf: DraftShelf, name: string, draft: object): boolean {
  try {
    shelf.setItem(PREFIX + name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(shelf: DraftShelf, name: string): void {
  shelf.removeItem(PREFIX + name);
}
