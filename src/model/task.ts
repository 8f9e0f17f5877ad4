/** What we set ourselves to do: a promise is given to somebody, a task is not. */
import type { Named } from './note.ts';

export interface TaskView {
  id: string;
  what: string;
  about: string;
  /** ISO 8601 day. */
  dueOn: string | null;
  person: Named | null;
  organisation: Named | null;
  deal: Named | null;
  owner: (Named & { isYou: boolean }) | null;
  doneAt: string | null;
  createdAt: string;
}
