import type { GoldenTalk } from './talk.ts';

/** A pitch that runs away with itself; two questions of theirs stay open (turns 7 and 9). Judged by hand, line by line. */
export const PITCH: GoldenTalk = [
  {
    who: 'Ana',
    says: 'Hello Lena, nice to meet you. Let me tell you about us.',
    acts: 'smalltalk information',
    found: '',
  },
  {
    who: 'Lena',
    says: 'Hi. I only have twenty minutes.',
    acts: 'smalltalk information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'We started in 2012 because we believe that food should not be thrown away.',
    acts: 'pitch.mission',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Our company has offices in four countries and our founder was a fisherman.',
    acts: 'pitch.mission',
    found: '',
  },
  {
    who: 'Lena',
    says: 'Okay.',
    acts: '',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Our platform shows every fridge on one map and it automatically calls the driver.',
    acts: 'pitch.features',
    found: '',
  },
  {
    who: 'Ana',
    says: 'You can set an alarm for each door and export the report.',
    acts: 'pitch.features',
    found: '',
  },
  {
    who: 'Lena',
    says: 'Does it work with our planning tool?',
    acts: 'question.closed',
    found: 'belief.gap',
  },
  {
    who: 'Ana',
    says: 'We have helped companies like yours for years. Our customers save two hours a day.',
    acts: 'pitch.expertise',
    found: '',
  },
  {
    who: 'Lena',
    says: 'And how much does it cost?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Ana',
    says: 'I would suggest that we look at the dashboard first.',
    acts: 'advice',
    found: '',
  },
  {
    who: 'Lena',
    says: 'We looked at Frostline last spring and it was too expensive.',
    acts: 'need',
    found: 'competitor objection',
  },
  {
    who: 'Ana',
    says: 'You should see our new module, it comes with sensors.',
    acts: 'advice pitch.features',
    found: '',
  },
  {
    who: 'Lena',
    says: 'I have to think about it.',
    acts: 'information',
    found: 'objection',
  },
  {
    who: 'Ana',
    says: 'I will send you our brochure tomorrow.',
    acts: 'commitment',
    found: 'commitment',
  },
  {
    who: 'Lena',
    says: 'Fine. I prefer a short mail over a brochure.',
    acts: 'information',
    found: 'trait.preference',
  },
];
