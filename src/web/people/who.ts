/** How one speaks of the person whose page it is: by the name friends use, or as "she" where that is known. Pure. */
import { calledBy, type PersonCard } from '#model/person-card.ts';
import type { Locale } from '../messages/locale.ts';
import { calledObject, calledSubject, firstName } from './called.ts';

type Known = { name: string; pronouns: string | null } & Pick<PersonCard, 'nickname' | 'givenName'>;

export interface Who {
  /** "Ines". */
  first: string;
  /** "she", else the name. */
  subject: string;
  /** "her", else the name. */
  object: string;
}

export function whoIs(person: Known, locale: Locale): Who {
  const first = firstName(calledBy(person) ?? person.name);
  return {
    first,
    subject: calledSubject(first, person.pronouns, locale),
    object: calledObject(first, person.pronouns, locale),
  };
}
