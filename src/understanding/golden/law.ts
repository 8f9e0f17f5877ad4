import type { GoldenTalk } from './talk.ts';

/** A lawyer and a small foundry. Judged by hand, line by line. */
export const LAW: GoldenTalk = [
  {
    who: 'Ana',
    says: 'Mrs Novak, you wrote that the contract came back again.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Novak',
    says: "For the third time. I've read every line and I don't understand page nine.",
    acts: 'information need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'What do you fear it says?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Novak',
    says: "That we pay if their machine stops. We can't afford that.",
    acts: 'information need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: "It's about who pays when it stands still.",
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Novak',
    says: 'Yes. If it stops for a week, I have to send eleven people home.',
    acts: 'implication',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'And you would have to tell them yourself.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Novak',
    says: 'I know each of them, I was at their weddings.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Has anybody on their side explained it?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Novak',
    says: 'Their lawyer speaks very fast.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: "I'd leave page nine out and ask for a limit.",
    acts: 'advice',
    found: '',
  },
  {
    who: 'Novak',
    says: 'Can you do that?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Ana',
    says: "I can try. I'll write to them today, and you'll have it by tomorrow evening.",
    acts: 'commitment',
    found: 'commitment@2026-11-18',
  },
  {
    who: 'Novak',
    says: 'I was told you are expensive.',
    acts: 'information',
    found: 'belief.true',
  },
  {
    who: 'Ana',
    says: 'An hour is two hundred, and this takes two.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Novak',
    says: "That's less than I was afraid of.",
    acts: 'feeling',
    found: '',
  },
  {
    who: 'Ana',
    says: "If it takes longer, I'll ask you first.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Novak',
    says: 'Good. I like to know before and not after.',
    acts: 'self-disclosure',
    found: 'trait.preference',
  },
  {
    who: 'Ana',
    says: 'Before and not after.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Novak',
    says: 'Shall I send you the old contract?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Yes, please send the whole folder.',
    acts: 'request',
    found: '',
  },
  {
    who: 'Novak',
    says: "I'll scan it tonight.",
    acts: 'commitment',
    found: 'commitment@2026-11-17',
  },
];
