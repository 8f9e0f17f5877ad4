import type { PersonKind } from '#model/person.ts';

/** The workspace: made up, like everybody in it. */
export const WORKSPACE = {
  name: 'Lantern',
  whatWeDo: 'We watch over the cold transport and storage of food and medicine, and somebody picks up when it warms.',
  mission: 'So that food and medicine arrive as they left, and the people who answer for them sleep.',
  zone: 'Europe/Lisbon',
  personKinds: ['customer', 'prospect', 'investor', 'partner', 'friend'] satisfies PersonKind[],
} as const;

/** Whoever opens the sample looks around as Maya; Priya is her colleague of the night desk. */
export const MAYA = { name: 'Maya Okafor', email: 'maya@lantern.example' } as const;
export const PRIYA = { name: 'Priya Nair', email: 'priya@lantern.example' } as const;

export interface Cast {
  name: string;
  roleTitle: string;
  organisation?: string;
  kinds: PersonKind[];
  email?: string;
  pronouns?: string;
  /** How a file writes the name, where Heed could not know it by itself. */
  alias?: string;
}

export const PEOPLE: Cast[] = [
  {
    name: 'Ines Carvalho',
    roleTitle: 'Operations director',
    organisation: 'Harbour Foods',
    kinds: ['prospect'],
    email: 'ines.carvalho@harbourfoods.example',
    pronouns: 'she',
  },
  {
    name: 'Daniel Brandt',
    roleTitle: 'Head of quality',
    organisation: 'Harbour Foods',
    kinds: ['prospect'],
    email: 'daniel.brandt@harbourfoods.example',
    pronouns: 'he',
  },
  {
    name: 'Dr Amina Yusuf',
    roleTitle: 'Pharmacy lead',
    organisation: 'St Brannock Hospital',
    kinds: ['customer'],
    email: 'amina.yusuf@stbrannock.example',
    pronouns: 'she',
  },
  {
    name: 'Ruth Adeyemi',
    roleTitle: 'Founder',
    organisation: 'Field & Fold',
    kinds: ['customer', 'friend'],
    email: 'ruth@fieldandfold.example',
    pronouns: 'she',
  },
  {
    name: 'Joost van der Meer',
    roleTitle: 'Owner',
    organisation: 'Bakkerij Meer & Zoon',
    kinds: ['customer'],
    email: 'joost@meerenzoon.example',
    pronouns: 'he',
    alias: 'Joost Bakker',
  },
  {
    name: 'Hana Kimura',
    roleTitle: 'Managing director',
    organisation: 'Kimura Seafood',
    kinds: ['customer'],
    email: 'hana@kimuraseafood.example',
    pronouns: 'she',
  },
  {
    name: 'Sam Whitlock',
    roleTitle: 'Partner',
    organisation: 'Alder Ventures',
    kinds: ['investor'],
    email: 'sam.whitlock@alder.example',
    pronouns: 'he',
  },
  {
    name: 'Elena Marchetti',
    roleTitle: 'Owner',
    organisation: 'Gelateria Marchetti',
    kinds: ['customer'],
    email: 'elena@gelateriamarchetti.example',
    pronouns: 'she',
  },
  {
    name: 'Walter Knopf',
    roleTitle: 'Fleet manager',
    organisation: 'Knopf Logistik',
    kinds: ['prospect'],
    email: 'w.knopf@knopf-logistik.example',
    pronouns: 'he',
  },
  {
    name: 'Grace Oyelaran',
    roleTitle: 'Head of catering',
    organisation: 'Eastmere Schools',
    kinds: ['customer'],
    email: 'grace.oyelaran@eastmereschools.example',
    pronouns: 'she',
    alias: 'Grace',
  },
  {
    name: 'Tobias Wren',
    roleTitle: 'Head of operations',
    organisation: 'Little Acre Box',
    kinds: ['customer'],
    email: 'tobias@littleacre.example',
    pronouns: 'he',
  },
  { name: 'Bernard Osei', roleTitle: 'Haulier, retired', kinds: ['friend'], email: 'bernard@osei.example', pronouns: 'he' },
];
