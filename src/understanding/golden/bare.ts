import type { GoldenTalk } from './talk.ts';

/** As speech recognition writes it: no marks, no capitals. Judged by hand, line by line. */
export const BARE: GoldenTalk = [
  {
    who: 'Ana',
    says: 'okay so what made you look for something new',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Omar',
    says: 'well we lose about two hours every monday because the list is wrong',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'so you lose two hours every monday',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Omar',
    says: 'yeah and then my boss calls me at home',
    acts: 'implication self-disclosure',
    found: '',
  },
  {
    who: 'Ana',
    says: 'what does that do to you',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Omar',
    says: 'i am tired of it to be honest i am worried about the summer',
    acts: 'feeling',
    found: 'trait.irritant',
  },
  {
    who: 'Ana',
    says: 'how many people work on that list',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Omar',
    says: 'three people and me',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'do you type it over by hand',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Omar',
    says: 'yes all of it and nobody checks it',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'it sounds like you carry that alone',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Omar',
    says: 'i do nobody else knows where the list is',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'what would it mean for you if the list was right',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Omar',
    says: 'then i could sleep on sunday night',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'i will send you an example by friday',
    acts: 'commitment',
    found: 'commitment',
  },
  {
    who: 'Omar',
    says: 'great could you send it to my colleague as well',
    acts: 'request affirmation',
    found: 'request',
  },
];
