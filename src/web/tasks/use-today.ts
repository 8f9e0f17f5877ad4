import { useSession } from '../query/session.ts';

/** The day it is where the workspace is, ISO 8601. */
export function useToday(): string {
  const { workspace } = useSession();
  return new Intl.DateTimeFormat('en-CA', { timeZone: workspace?.zone }).format(new Date());
}
