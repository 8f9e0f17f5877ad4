import type { GoldenTalk } from './talk.ts';

/** A canteen and a caterer. Judged by hand, line by line. */
export const CATERING: GoldenTalk = [
  {
    who: 'Ana',
    says: 'How is the canteen doing, Yusuf?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Yusuf',
    says: 'Two hundred meals a day, and forty come back. Forty dinners in the bin.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'Forty a day in the bin.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Yusuf',
    says: 'It hurts. My mother would not allow it.',
    acts: 'feeling self-disclosure',
    found: 'feeling',
  },
  {
    who: 'Ana',
    says: 'What comes back most?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Yusuf',
    says: 'The fish on Mondays. But the head office wants fish on Mondays.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Who decides that over there?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Yusuf',
    says: "I don't know. It's a letter every year.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Have you tried asking for the numbers?',
    acts: 'question.closed advice',
    found: '',
  },
  {
    who: 'Yusuf',
    says: 'They do not read numbers from a cook.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'We could count for a week together.',
    acts: 'advice',
    found: '',
  },
  {
    who: 'Yusuf',
    says: 'Good. Give me two days and a bad Monday.',
    acts: 'information',
    found: 'trait.risk',
  },
  {
    who: 'Ana',
    says: 'Two days and a bad Monday.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Yusuf',
    says: 'And please, not another form.',
    acts: 'request',
    found: 'trait.irritant',
  },
  {
    who: 'Ana',
    says: "No form. I'll bring the scale on Monday.",
    acts: 'commitment',
    found: 'commitment@2026-11-23',
  },
  {
    who: 'Yusuf',
    says: "I'll keep the plates for you until then.",
    acts: 'commitment',
    found: 'commitment',
  },
  {
    who: 'Ana',
    says: 'What would you do with the money if the forty were ten?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Yusuf',
    says: 'Better bread. I want to bake it here.',
    acts: 'need',
    found: 'trait.goal',
  },
  {
    who: 'Ana',
    says: 'So you would bake.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Yusuf',
    says: 'I trust you, you know. Elena trusts you too.',
    acts: 'information',
    found: 'belief.true',
  },
  {
    who: 'Ana',
    says: "Thank you. I'll tell you on Tuesday what we counted.",
    acts: 'thanks commitment',
    found: 'commitment@2026-11-24',
  },
  {
    who: 'Yusuf',
    says: 'Good luck with the Monday people.',
    acts: 'smalltalk',
    found: '',
  },
];
