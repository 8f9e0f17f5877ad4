/** What a member wrote down: of a call or a meeting that happened, of letters that were sent, or just a note. */
export const NOTE_KINDS = ['note', 'call', 'email', 'meeting', 'message'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** As many characters as the table holds. */
export const LONGEST_NOTE = 200_000;

/** As `NameRef` of pages.ts, which names what stands here. */
export interface Named {
  id: string;
  name: string;
}

/** Somebody who is named in the text: a person the workspace knows, or one of us; with the name they have now. */
export interface Mention extends Named {
  kind: 'person' | 'member';
}

export interface NoteView {
  id: string;
  kind: NoteKind;
  title: string;
  /** Markdown; a mention is `[@Ines Carvalho](heed:person/<id>)`, with the name as it was when it was written. */
  body: string;
  happenedAt: string;
  isPrivate: boolean;
  writtenBy: Named | null;
  /** Only whoever wrote it changes its words. */
  isYours: boolean;
  writtenAt: string;
  changedAt: string | null;
  about: { people: Named[]; organisations: Named[]; deals: Named[] };
  mentions: Mention[];
  attachments: { id: string; name: string; type: string; size: number }[];
}

// A name has an end, so that a text of nothing but brackets is not read again from each of them.
const MENTION = /\[@(?:\\.|[^\]\\]){0,500}\]\(heed:(person|member)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi;

/** Who is mentioned in a Markdown text, each once. What looks like a mention in code is one too: nobody writes one there by hand. */
export function mentionsIn(body: string): { people: string[]; members: string[] } {
  const found = { person: new Set<string>(), member: new Set<string>() };
  for (const [, kind, id] of body.matchAll(MENTION))
    found[kind?.toLowerCase() === 'member' ? 'member' : 'person'].add((id ?? '').toLowerCase());
  return { people: [...found.person], members: [...found.member] };
}
