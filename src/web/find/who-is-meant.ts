import type { Hit } from '#model/pages.ts';
import type { Meant } from './sentence.ts';

/** The name that has to be found for what is meant; empty when none has. */
export function nameIn(meant: Meant | null): string {
  if (meant?.do === 'promise') return meant.to;
  return meant?.do === 'log' ? meant.with : '';
}

/** The one who is called so; when several are like it, the first found. */
export function personOf(meant: Meant, people: Hit[]): Hit | null {
  const name = nameIn(meant).toLowerCase();
  return people.find((hit) => hit.title.toLowerCase() === name) ?? people[0] ?? null;
}
