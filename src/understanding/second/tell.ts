import type { Conversation, Side } from '#model/conversation.ts';
import type { ToldTurn } from '#model/language-model.ts';

const MOST_LETTERS = 4000;

/**
 * A conversation as it is told outside: numbered turns, and who spoke as `us 1`, `them 2` or `somebody 1`, counted as they first speak. No names, no
 * addresses, no title, no day; only what was said in the words themselves. A long turn goes in pieces of whole words under the same number.
 */
export function tellTurns(conversation: Conversation): ToldTurn[] {
  const called = callings(conversation);
  return conversation.turns.flatMap(({ speaker, text }, turn) =>
    piecesOf(text).map((said) => ({ turn, who: called.get(speaker) ?? 'somebody', said })),
  );
}

const SIDES: Record<Side, string> = { us: 'us', them: 'them', unknown: 'somebody' };

function callings({ participants, turns }: Conversation): Map<string, string> {
  const sides = new Map(participants.map(({ name, side }) => [name, side]));
  const counts: Record<Side, number> = { us: 0, them: 0, unknown: 0 };
  const called = new Map<string, string>();
  for (const { speaker } of turns) {
    if (called.has(speaker)) continue;
    const side = sides.get(speaker) ?? 'unknown';
    called.set(speaker, `${SIDES[side]} ${++counts[side]}`);
  }
  return called;
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = at + MOST_LETTERS;
    const space = end < text.length ? text.lastIndexOf(' ', end) : text.length;
    const to = space > at ? space : end;
    const piece = text.slice(at, to).trim();
    if (piece) pieces.push(piece.toWellFormed());
    at = to;
  }
  return pieces;
}
