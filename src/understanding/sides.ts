import type { Conversation, Participant } from '#model/conversation.ts';
import { Refusal } from '#model/refusal.ts';

/** Names that a tool writes when it could not tell who spoke: they stay unknown whoever we are. */
const NOBODY = /^(?:unknown(?: speaker)?|speaker|onbekend(?:e spreker)?|\?+)$/i;

/**
 * The same conversation with sides: those that `us` names are us, the rest of those who were unknown are them.
 * An entry is an e-mail address, a full name, or a part of a name that fits one participant alone; case and accents do not matter.
 * Without `us` the sides stay as the source gave them. Throws `listen.nobody` when an entry fits nobody or more than one.
 */
export function withSides(conversation: Conversation, us: string[]): Conversation {
  const wanted = us.map((entry) => entry.trim()).filter(Boolean);
  if (wanted.length === 0) return conversation;
  const ours = new Set(wanted.map((entry) => one(conversation.participants, entry)));
  const participants = conversation.participants.map((participant): Participant => {
    if (ours.has(participant)) return { ...participant, side: 'us' };
    if (participant.side === 'unknown' && !NOBODY.test(participant.name.trim())) return { ...participant, side: 'them' };
    return participant;
  });
  return { ...conversation, participants };
}

function one(participants: Participant[], entry: string): Participant {
  const sought = plain(entry);
  const ways: ((participant: Participant) => boolean)[] = [
    ({ email }) => email !== undefined && plain(email) === sought,
    ({ name }) => plain(name) === sought,
    ({ name }) => wordsOf(name).includes(sought),
    ({ name }) => wordsOf(sought).every((word) => wordsOf(name).includes(word)),
    ({ name }) => plain(name).includes(sought),
  ];
  for (const way of ways) {
    const found = participants.filter(way);
    if (found.length === 1 && found[0]) return found[0];
    if (found.length > 1) break;
  }
  const names = participants.map(({ name }) => name).join(', ');
  throw new Refusal('listen.nobody', `Nobody in this conversation is "${entry}" alone. Those who spoke: ${names}.`, { us: entry, names });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[\s,.()]+/)
    .filter(Boolean);
}
