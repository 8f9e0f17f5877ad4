import type { NoteKind, NoteView } from '#model/note.ts';

/** What stands in the form; kept in this browser until it is saved. */
export interface NoteDraft {
  kind: NoteKind;
  title: string;
  /** Markdown. */
  body: string;
  /** As a field of day and time has it (`2026-11-17T14:02`, here); empty for now. */
  when: string;
  isPrivate: boolean;
  /** When something was last typed, ISO 8601; null when nothing was. */
  typedAt: string | null;
  /** Of a note that is changed: its `changedAt` when it was opened. */
  seen: string | null;
}

export const EMPTY_DRAFT: NoteDraft = { kind: 'note', title: '', body: '', when: '', isPrivate: false, typedAt: null, seen: null };

/** One draft for each member and each thing written about, or each note that is changed: whoever sits here next has their own. */
export function draftName(memberId: string, of: string): string {
  return `note.${memberId}.${of}`;
}

export function draftOf(note: NoteView): NoteDraft {
  const { kind, title, body, isPrivate, changedAt } = note;
  return { kind, title, body, isPrivate, when: asField(note.happenedAt), typedAt: null, seen: changedAt };
}

/** The moment as a field of day and time shows it, where this browser is. */
export function asField(iso: string): string {
  const at = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What is sent. A time nobody touched is not: a note that is changed keeps its seconds. */
export function wordsOf(draft: NoteDraft, before?: NoteView) {
  const untouched = draft.when === '' || (before && draft.when === asField(before.happenedAt));
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    body: draft.body.trim(),
    private: draft.isPrivate,
    ...(!untouched && { happenedAt: new Date(draft.when).toISOString() }),
  };
}

/** Is there anything that would be a loss? */
export function holdsWords(draft: NoteDraft): boolean {
  return draft.typedAt !== null && (draft.title.trim() !== '' || draft.body.trim() !== '');
}
