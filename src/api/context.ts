import type { Db } from '#db/pool.ts';
import type { Marking } from '#domain/erasures/marks.ts';
import type { Outside } from '#domain/language-model/settings.ts';
import type { Role } from '#model/member.ts';

/** Who asks: an account when signed in, its session, and the member it is in the workspace it has open. */
export interface Caller {
  account: { id: string; name: string; email: string } | null;
  sessionId: string | null;
  member: { id: string; workspaceId: string; role: Role; name: string } | null;
}

/** What the server hands to every procedure: made for each request. */
export interface Context {
  db: Db;
  caller: Caller;
  /** The moment of the request, ISO 8601 with offset. */
  now: string;
  /** Where people reach us, without a slash at the end. */
  publicUrl: string;
  /** Nobody has an account yet; whether the first one must show the token that was printed at the start. */
  setup: { needed: boolean; token: boolean };
  /** The way out to a workspace's language model, and what seals its key. */
  languageModel: Outside;
  /** Knows whoever was erased again without knowing them. */
  marking: Marking;
  /** From the next request on, this session has that workspace open. */
  chooseWorkspace(workspaceId: string): void | Promise<void>;
}
