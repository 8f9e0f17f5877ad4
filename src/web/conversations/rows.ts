import type { ConversationKind } from '#model/conversation.ts';
import type { TurnView } from '#model/pages.ts';

/** What the transcript is made of: turns, and in mail and chat the day before the first turn of each day. */
export type Row = { day: string; turn: null } | { day: null; turn: TurnView };

/** A line for each day where turns carry a date; `dayOf` gives the calendar day in the zone of the workspace. */
export function rowsOf(turns: TurnView[], kind: ConversationKind, dayOf: (iso: string) => string): Row[] {
  const dated = kind === 'email' || kind === 'chat' || turns.some((turn) => turn.at !== null && turn.startMs === null);
  const rows: Row[] = [];
  let last = '';
  for (const turn of turns) {
    const day = dated && turn.at ? dayOf(turn.at) : last;
    if (day !== last && turn.at) rows.push({ day: turn.at, turn: null });
    last = day;
    rows.push({ day: null, turn });
  }
  return rows;
}

const DAY_HEIGHT = 44;

/**
 * How high a row will be, in pixels, before it has been measured: letters on a line times lines, and the notes in its margin.
 * A good guess keeps the scroll bar from jumping.
 */
export function heightOf(row: Row, notes: number, letters: number, narrow: boolean): number {
  if (!row.turn) return DAY_HEIGHT;
  const lines = row.turn.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
  const said = 35 + lines * 25;
  return narrow ? said + 20 + notes * 50 : Math.max(said, 16 + notes * 46);
}

/** Where a turn stands among the rows; the last row before it when it is filtered away. */
export function rowOfTurn(rows: Row[], turn: number): number {
  let before = 0;
  for (let n = 0; n < rows.length; n++) {
    const here = rows[n]?.turn;
    if (!here) continue;
    if (here.i === turn) return n;
    if (here.i < turn) before = n;
  }
  return before;
}
