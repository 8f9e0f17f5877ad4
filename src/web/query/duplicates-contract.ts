import type { Client } from '@orpc/client';
import type { ChosenField, DuplicateLook, DuplicatePage, MayBe, PairRow } from '#model/merge.ts';
import type { Page } from '#model/pages.ts';

type Asks<Input, Output> = Client<Record<never, never>, Input, Output, Error>;
type Ok = { ok: boolean };
type Pair = { oneId: string; otherId: string };

/** What the web asks about people who may be the same. */
export type DuplicatesApi = {
  list: Asks<{ cursor?: string; limit?: number; later?: boolean }, Page<PairRow> & { putOff: number; look: DuplicateLook | null }>;
  like: Asks<{ name: string; email?: string; organisation?: string }, { people: MayBe[] }>;
  look: Asks<undefined, DuplicateLook>;
  open: Asks<Pair, DuplicatePage>;
  two: Asks<Pair, Ok>;
  later: Asks<Pair, Ok>;
  undecide: Asks<Pair, Ok>;
  merge: Asks<
    { keepId: string; goneId: string; take?: ChosenField[]; takeCustom?: string[] },
    { id: string; keptId: string; name: string }
  >;
  undo: Asks<{ id: string }, { keptId: string; goneId: string; changedSince: string[]; addedSince: number }>;
};
