import type { ConversationKind } from '#model/conversation.ts';

/** The form of a talk logged by hand, as it stands in the fields. */
export interface CallNote {
  who: { id: string | null; name: string }[];
  /** A name being typed and not yet taken up. */
  typing: string;
  kind: ConversationKind;
  day: 'today' | 'yesterday' | 'other';
  date: string;
  time: string;
  lines: string;
  promised: { by: 'us' | 'them'; what: string; due: string }[];
  isPrivate: boolean;
}

export const EMPTY_NOTE: CallNote = {
  who: [],
  typing: '',
  kind: 'call',
  day: 'today',
  date: '',
  time: '',
  lines: '',
  promised: [],
  isPrivate: false,
};

/** What stands between this form and the server; null when nothing does. */
export function missingIn(note: CallNote): 'who' | 'date' | 'lines' | null {
  if (namesOf(note).length === 0) return 'who';
  if (note.day === 'other' && !note.date) return 'date';
  if (!note.lines.trim() && note.promised.every((promise) => !promise.what.trim())) return 'lines';
  return null;
}

/** Those taken up, and the one still in the field. */
export function namesOf(note: CallNote): { id: string | null; name: string }[] {
  const typing = note.typing.trim();
  return typing ? [...note.who, { id: null, name: typing }] : note.who;
}

/** When it took place, ISO 8601 in the zone of this machine; without a time, now for today and noon for another day. */
export function happenedAt(note: CallNote, now: Date): string {
  const day = dayOf(note, now);
  const [hours, minutes] = note.time ? note.time.split(':').map(Number) : [];
  if (hours !== undefined && minutes !== undefined && Number.isFinite(hours) && Number.isFinite(minutes))
    day.setHours(hours, minutes, 0, 0);
  else if (note.day === 'today') day.setTime(now.getTime());
  else day.setHours(12, 0, 0, 0);
  return day.toISOString();
}

function dayOf(note: CallNote, now: Date): Date {
  if (note.day === 'other' && note.date) {
    const [year, month, day] = note.date.split('-').map(Number);
    return new Date(year ?? 1970, (month ?? 1) - 1, day ?? 1);
  }
  const date = new Date(now);
  date.setHours(0, 0, 0, 0);
  if (note.day === 'yesterday') date.setDate(date.getDate() - 1);
  return date;
}

/** What the procedure `conversations.log` takes. */
export function toLog(note: CallNote, now: Date) {
  return {
    who: namesOf(note).map(({ id, name }) => id ?? name),
    kind: note.kind,
    happenedAt: happenedAt(note, now),
    lines: note.lines.trim(),
    promised: note.promised
      .filter((promise) => promise.what.trim())
      .map(({ by, what, due }) => ({ by, what: what.trim(), ...(due ? { due } : {}) })),
    private: note.isPrivate,
  };
}
