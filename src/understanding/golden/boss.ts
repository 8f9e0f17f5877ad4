import type { GoldenTalk } from './talk.ts';

/** Asking the boss for a day a week. Judged by hand, line by line. */
export const BOSS: GoldenTalk = [
  {
    who: 'Ana',
    says: 'I would like to talk about Fridays. Do you have ten minutes?',
    acts: 'information question.closed',
    found: '',
  },
  {
    who: 'Grace',
    says: 'Ten, yes. I hate long meetings.',
    acts: 'feeling',
    found: 'trait.irritant',
  },
  {
    who: 'Ana',
    says: 'What worries you most about the autumn?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Grace',
    says: 'That we promise too much again. Last year we ended up working every weekend.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'It sounds like the weekends cost you more than the money did.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Grace',
    says: 'They did. My kids stopped asking when I come home.',
    acts: 'self-disclosure',
    found: '',
  },
  {
    who: 'Ana',
    says: 'I could take the planning off you on Fridays.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Grace',
    says: 'What would the team say about that?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Ana',
    says: 'I asked them. Three of them would help.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Grace',
    says: 'I am not convinced, but I like that you asked.',
    acts: 'self-disclosure',
    found: 'objection',
  },
  {
    who: 'Ana',
    says: 'What if we try it for four weeks?',
    acts: 'question.open advice',
    found: '',
  },
  {
    who: 'Grace',
    says: 'Fine. We have to keep the promise to the schools, that comes first.',
    acts: 'information',
    found: 'trait.value',
  },
  {
    who: 'Ana',
    says: 'I will write down how we keep it and send it to you tomorrow.',
    acts: 'commitment',
    found: 'commitment',
  },
  {
    who: 'Grace',
    says: 'I would rather have it on one page.',
    acts: 'information',
    found: 'trait.preference',
  },
];
