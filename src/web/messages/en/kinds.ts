/** The kinds of relationships: one, several, and with an article. */
export const kinds = {
  one: {
    customer: 'Customer',
    prospect: 'Prospect',
    investor: 'Investor',
    student: 'Student',
    boss: 'Boss',
    partner: 'Partner',
    friend: 'Friend',
    own: 'Other',
  },
  many: {
    customer: 'customers',
    prospect: 'prospects',
    investor: 'investors',
    student: 'students',
    boss: 'bosses',
    partner: 'partners',
    friend: 'friends',
    own: 'others',
  },
  a: {
    customer: 'a customer',
    prospect: 'a prospect',
    investor: 'an investor',
    student: 'a student',
    boss: 'your boss',
    partner: 'a partner',
    friend: 'a friend',
    own: 'of another kind',
  },
  and: (words: string[]) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`),
};
