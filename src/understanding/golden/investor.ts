import type { GoldenTalk } from './talk.ts';

/** An investor who asks well. Judged by hand, line by line. */
export const INVESTOR: GoldenTalk = [
  {
    who: 'Sam',
    says: 'What is the one thing that could kill this company?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Churn. We lost four customers this year, and I can show you each one.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Sam',
    says: 'Why did they leave?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Two of them closed, and two did not use it.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Sam',
    says: 'I thought you only sell to hospitals.',
    acts: 'information',
    found: 'belief.false',
  },
  {
    who: 'Ana',
    says: 'No, half of our customers are shops by now.',
    acts: 'pitch.expertise',
    found: '',
  },
  {
    who: 'Sam',
    says: 'Good to know. I have been burned before by one big customer.',
    acts: 'information',
    found: 'trait.risk',
  },
  {
    who: 'Ana',
    says: 'So you would rather see many small ones than one large.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Sam',
    says: 'Exactly. I do not like surprises, and I like to see the numbers first.',
    acts: 'affirmation self-disclosure',
    found: 'trait.risk',
  },
  {
    who: 'Ana',
    says: 'You will have the churn by year on Wednesday.',
    acts: 'commitment',
    found: 'commitment',
  },
  {
    who: 'Sam',
    says: 'I can introduce you to Marian Holt, she built something like it.',
    acts: 'information',
    found: 'referral',
  },
  {
    who: 'Ana',
    says: 'Thank you, I would like that a lot.',
    acts: 'thanks',
    found: '',
  },
  {
    who: 'Sam',
    says: 'My goal is two companies this year, not ten.',
    acts: 'information',
    found: 'trait.goal',
  },
  {
    who: 'Ana',
    says: 'What would you need to see to make us one of the two?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Sam',
    says: 'A year in which nobody leaves.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Sam',
    says: 'On weekends I sail, so call me on a Monday.',
    acts: 'information',
    found: 'trait.interest',
  },
];
