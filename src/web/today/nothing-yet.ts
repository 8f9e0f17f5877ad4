import type { TodayPage } from '#model/pages.ts';

type Page = Pick<TodayPage, 'people' | 'unknownSpeakers' | 'fresh' | 'promises' | 'peopleInAll'>;

/** A Heed that nobody has told anything yet: nobody waits, and nobody is known. */
export function isEmpty(page: Page): boolean {
  return (
    page.people.length === 0 &&
    page.unknownSpeakers === 0 &&
    page.fresh.length === 0 &&
    page.promises.length === 0 &&
    page.peopleInAll === 0
  );
}

/** How many people of ours are not on this page; who has no record yet is none of them. */
export function othersIn({ people, peopleInAll }: Pick<TodayPage, 'people' | 'peopleInAll'>): number {
  return peopleInAll - new Set(people.flatMap((person) => (person.id ? [person.id] : []))).size;
}
