import type { kinds as en } from '../en/kinds.ts';

export const kinds: typeof en = {
  one: {
    customer: 'Klant',
    prospect: 'Mogelijke klant',
    investor: 'Investeerder',
    student: 'Leerling',
    boss: 'Leidinggevende',
    partner: 'Zakenpartner',
    friend: 'Vriend',
    own: 'Anders',
  },
  many: {
    customer: 'klanten',
    prospect: 'mogelijke klanten',
    investor: 'investeerders',
    student: 'leerlingen',
    boss: 'leidinggevenden',
    partner: 'zakenpartners',
    friend: 'vrienden',
    own: 'anderen',
  },
  a: {
    customer: 'een klant',
    prospect: 'een mogelijke klant',
    investor: 'een investeerder',
    student: 'een leerling',
    boss: 'je leidinggevende',
    partner: 'een zakenpartner',
    friend: 'een vriend',
    own: 'van een andere soort',
  },
  and: (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`),
};
