import type { Conversation, Participant, Turn } from '#model/conversation.ts';

/** How a speaker is called of whom the file says nothing. */
export const NOBODY = 'Unknown speaker';

/** Those who speak in the turns, once each, in the order they first speak. */
export function participantsOf(turns: readonly Turn[], emails: ReadonlyMap<string, string> = new Map()): Participant[] {
  const names = new Set<string>();
  for (const turn of turns) names.add(turn.speaker);
  return [...names].map((name) => {
    const email = emails.get(name);
    return email ? { name, email, side: 'unknown' } : { name, side: 'unknown' };
  });
}

/** A transcript: what a file without more to say about itself becomes. */
export function transcriptOf(
  said: Pick<Conversation, 'source' | 'title' | 'turns' | 'timeQuality'> & Partial<Conversation>,
  emails?: ReadonlyMap<string, string>,
): Conversation {
  return { sourceId: null, kind: 'call', startedAt: null, participants: participantsOf(said.turns, emails), ...said };
}

/** The last resort for a title: the name of the file without folder, ending and underscores. */
export function titleOfName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  const title = (dot > 0 && base.length - dot <= 6 ? base.slice(0, dot) : base).replaceAll('_', ' ').trim();
  return title || 'Conversation';
}
