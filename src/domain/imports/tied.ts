import type { ImportReason, ImportRef } from '#model/import.ts';
import { newOrganisation } from './organisation-new.ts';
import type { Resolve } from './refs.ts';
import type { Chunk } from './run.ts';

interface Ends {
  organisations?: ImportRef[];
  people?: ImportRef[];
  deals?: ImportRef[];
}

/** What a deal, note or task is with. A name that two have, or an id that no file holds, is told and not guessed. */
export function tiedTo(
  chunk: Chunk,
  look: { organisation: Resolve; person: Resolve; deal?: Resolve },
  source: string,
  ends: Ends,
  { made, why, makes = true }: { made: Record<string, string[]>; why: ImportReason[]; makes?: boolean },
): { organisations: string[]; people: { id: string; name: string }[]; deals: string[]; where: string } {
  const names: string[] = [];
  const found = (kind: 'organisation' | 'person' | 'deal', resolve: Resolve | undefined, refs: ImportRef[] = []) =>
    refs.flatMap((ref) => {
      const meant = resolve?.(source, ref) ?? null;
      const shown = ref.name || (typeof meant === 'object' && meant?.name) || ref.email || ref.domain || ref.externalId || '';
      if (meant && meant !== 'ambiguous') {
        names.push(shown);
        return [{ id: meant.id, name: shown }];
      }
      if (kind === 'organisation' && makes && meant === null && ref.name) {
        names.push(shown);
        return [{ id: newOrganisation(chunk, ref.name, made), name: shown }];
      }
      why.push({ code: `${kind}-${meant === 'ambiguous' ? 'ambiguous' : 'missing'}`, params: { name: shown } });
      return [];
    });
  const once = <T extends { id: string }>(list: T[]) => [...new Map(list.map((one) => [one.id, one])).values()];
  const people = once(found('person', look.person, ends.people));
  const organisations = once(found('organisation', look.organisation, ends.organisations));
  const deals = once(found('deal', look.deal, ends.deals));
  return { people, organisations: organisations.map(({ id }) => id), deals: deals.map(({ id }) => id), where: names.join(', ') };
}
