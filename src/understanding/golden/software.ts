import type { GoldenTalk } from './talk.ts';

/** Software for a hauliers' office. Judged by hand, line by line. */
export const SOFTWARE: GoldenTalk = [
  {
    who: 'Ana',
    says: 'Good morning Peter, how are you?',
    acts: 'smalltalk question.open',
    found: '',
  },
  {
    who: 'Peter',
    says: 'Good, thanks. Busy, as always.',
    acts: 'thanks',
    found: '',
  },
  {
    who: 'Ana',
    says: 'What made you look for something new?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Peter',
    says: 'Our planning is in spreadsheets, and nobody knows which one is the right one.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'What happens when somebody opens the wrong one?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Peter',
    says: 'Then a driver goes to the wrong gate. Last month it cost us a customer.',
    acts: 'need implication',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'So one wrong sheet, and a customer is gone.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Peter',
    says: "Yes. And it's me who has to call them, it is my name on the contract.",
    acts: 'need implication',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'That sounds like it keeps you busy long after the lorry is back.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Peter',
    says: "Exactly. I'm tired of it, to be honest.",
    acts: 'affirmation feeling',
    found: 'trait.irritant',
  },
  {
    who: 'Ana',
    says: 'We have been doing this for eleven years, and our customers are mostly hauliers like you.',
    acts: 'pitch.expertise',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Our platform shows every tour on one map, and you can set an alarm for each gate.',
    acts: 'pitch.features',
    found: '',
  },
  {
    who: 'Peter',
    says: 'Does it work with our old tachographs?',
    acts: 'question.closed',
    found: 'belief.gap',
  },
  {
    who: 'Ana',
    says: "I don't know yet. I'll ask our engineers and tell you by Friday.",
    acts: 'information commitment',
    found: 'commitment@2026-11-20',
  },
  {
    who: 'Peter',
    says: 'Good. And what does it cost?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Ana',
    says: 'About thirty euros a lorry a month.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Peter',
    says: "That's too expensive for the small ones.",
    acts: 'information',
    found: 'objection',
  },
  {
    who: 'Ana',
    says: 'Then start with the big ones.',
    acts: 'advice',
    found: '',
  },
  {
    who: 'Peter',
    says: 'Could you send me an offer for twelve lorries?',
    acts: 'question.closed request',
    found: 'request',
  },
  {
    who: 'Ana',
    says: "I'll send you the offer tomorrow.",
    acts: 'commitment',
    found: 'commitment@2026-11-18',
  },
  {
    who: 'Peter',
    says: 'Thank you. I prefer e-mail, I never hear the phone in the yard.',
    acts: 'thanks information',
    found: 'trait.preference',
  },
  {
    who: 'Ana',
    says: 'E-mail it is. Have a good day!',
    acts: 'smalltalk',
    found: '',
  },
];
