import type { GoldenTalk } from './talk.ts';

/** Een bezoek aan een winkelier. Judged by hand, line by line. */
export const BEZOEK: GoldenTalk = [
  {
    who: 'Ana',
    says: 'Goedemorgen Joost, hoe gaat het met de nieuwe winkel?',
    acts: 'question.open smalltalk',
    found: '',
  },
  {
    who: 'Joost',
    says: 'Druk, maar goed. We hebben een beter overzicht nodig van de bestellingen.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'Wat gaat er nu mis met de bestellingen?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Joost',
    says: 'Niemand weet wat er in de koeling ligt, en het kost ons elke week een halve dag.',
    acts: 'need implication',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'Dus niemand weet wat er in de koeling ligt.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Joost',
    says: 'Precies. En ik maak me zorgen over december.',
    acts: 'affirmation feeling',
    found: 'feeling',
  },
  {
    who: 'Ana',
    says: 'Wat betekent dat voor december?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Joost',
    says: 'Dan moet ik alles met de hand tellen, en daar slaap ik slecht van.',
    acts: 'need implication',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'Zou het helpen als de teller het zelf doet?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Joost',
    says: 'Misschien. Wat kost dat per maand?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Dertig euro per maand, zonder contract.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Joost',
    says: 'Dat is niet te duur. Kun je me een offerte sturen voor vrijdag?',
    acts: 'information question.closed request',
    found: 'request@2026-11-20',
  },
  {
    who: 'Ana',
    says: 'Ik stuur je morgen de offerte.',
    acts: 'commitment',
    found: 'commitment@2026-11-18',
  },
  {
    who: 'Joost',
    says: 'Mijn dochter gaat in juni trouwen, dus in juni ben ik er niet.',
    acts: 'self-disclosure',
    found: 'trait.event',
  },
  {
    who: 'Ana',
    says: 'Gefeliciteerd! Dan bel ik je in mei.',
    acts: 'commitment',
    found: 'commitment@2027-05-01',
    unfound: 'commitment@2027-05-01',
    alarm: 'commitment',
  },
  {
    who: 'Joost',
    says: 'Bedankt, fijn weekend alvast.',
    acts: 'thanks smalltalk',
    found: '',
  },
];
