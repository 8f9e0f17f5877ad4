/** What is chosen on the page of two, and what the api is asked for it. Pure. */
import { CHOSEN_FIELDS, type ChosenField, type DuplicatePage, type MergeRow } from '#model/merge.ts';

export type Side = 'one' | 'other';
export type Chosen = Record<string, Side>;

/** What is suggested, until somebody chooses otherwise. */
export function suggested({ rows }: DuplicatePage): Chosen {
  return Object.fromEntries(rows.filter(({ way }) => way === 'choose').map(({ field, chosen }) => [field, chosen]));
}

/** Is there anything to choose? Where one is empty or both are the same there is not. */
export function isChoice({ way, one, other, note }: MergeRow): boolean {
  return way === 'choose' && note !== 'the-same' && one.values.length > 0 && other.values.length > 0;
}

export function asked(page: DuplicatePage, chosen: Chosen): { keepId: string; goneId: string; take: ChosenField[]; takeCustom: string[] } {
  const taken = Object.keys(chosen).filter((field) => chosen[field] === 'other');
  return {
    keepId: page.one.id,
    goneId: page.other.id,
    take: CHOSEN_FIELDS.filter((field) => taken.includes(field)),
    takeCustom: taken.filter((field) => field.startsWith('custom.')).map((field) => field.slice('custom.'.length)),
  };
}

/** The pair after this one, once it is decided; the one before when it was the last; null when none is left. */
export function pairAfter<Pair extends { id: string }>(pairs: Pair[], at: number): Pair | null {
  return pairs[at + 1] ?? pairs[at - 1] ?? null;
}
