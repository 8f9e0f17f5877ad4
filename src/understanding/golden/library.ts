import type { GoldenTalk } from './talk.ts';

/** An architect and a librarian. Judged by hand, line by line. */
export const LIBRARY: GoldenTalk = [
  {
    who: 'Ana',
    says: 'Hello Greta, how was the opening?',
    acts: 'question.open smalltalk',
    found: '',
  },
  {
    who: 'Greta',
    says: "Wet. The roof over the children's corner dripped during the mayor's speech.",
    acts: 'information',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'During the speech?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Greta',
    says: 'Yes. Everybody laughed, and I went to the toilet and cried.',
    acts: 'information',
    found: 'feeling',
  },
  {
    who: 'Ana',
    says: 'So they laughed, and you were alone with it.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Greta',
    says: 'I had promised them a dry winter. It is my library, you see.',
    acts: 'information',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'What has it done since?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Greta',
    says: 'It drips every night, we have buckets between the picture books.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'Who empties the buckets?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Greta',
    says: "I do, at six in the morning. I'm worn out.",
    acts: 'feeling',
    found: 'feeling',
  },
  {
    who: 'Ana',
    says: "That is on us. I'll come on Thursday with the roofer.",
    acts: 'information commitment',
    found: 'commitment@2026-11-19',
  },
  {
    who: 'Greta',
    says: 'Which roofer?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Hansen. He did the school.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Greta',
    says: 'We had Hansen at home once, he left the gutter full of nails.',
    acts: 'information',
    found: 'objection',
  },
  {
    who: 'Ana',
    says: "Then I'll look for another and tell you by tomorrow.",
    acts: 'commitment',
    found: 'commitment@2026-11-18',
  },
  {
    who: 'Greta',
    says: "Thank you. I can't stand it when people talk about moisture and mean water.",
    acts: 'thanks information',
    found: 'trait.irritant',
  },
  {
    who: 'Ana',
    says: 'Water, then.',
    acts: '',
    found: '',
  },
  {
    who: 'Greta',
    says: 'Your drawings were lovely, by the way.',
    acts: 'information',
    found: 'feedback',
  },
  {
    who: 'Ana',
    says: 'What would a good winter be for you?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Greta',
    says: "One where I read to them and don't look up.",
    acts: 'information',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'You want to read without looking up.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Greta',
    says: "That's all. And my sister visits from Oslo in December.",
    acts: 'information self-disclosure',
    found: 'trait.event',
  },
  {
    who: 'Ana',
    says: 'Can you send me the photos of the buckets?',
    acts: 'question.closed request',
    found: '',
  },
  {
    who: 'Greta',
    says: "I'll send them tonight.",
    acts: 'commitment',
    found: 'commitment@2026-11-17',
  },
];
