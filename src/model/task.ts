/** What we set ourselves to do: a promise is given to somebody, a task is not. */
import type { NameRef } from './pages.ts';

export interface TaskView {
  id: string;
  what: string;
  about: string;
  /** ISO 8601 day. */
  dueOn: string | null;
  person: NameRef | null;
  organisation: NameRef | null;
  deal: NameRef | null;
  owner: (NameRef & { isYou: boolean }) | null;
  doneAt: string | null;
  createdAt: string;
}
