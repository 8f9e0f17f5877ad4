import type { GoldenTalk } from './talk.ts';

/** A mentor and a young head of sales. Judged by hand, line by line. */
export const MENTOR: GoldenTalk = [
  {
    who: 'Bernard',
    says: 'What happened on the call?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Ana',
    says: 'I talked for four minutes about us.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Bernard',
    says: 'Why do you think you did that?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Ana',
    says: 'I was nervous. She was quiet, and I filled it.',
    acts: 'self-disclosure information',
    found: '',
  },
  {
    who: 'Bernard',
    says: 'And what was she doing?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Looking at her hands.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Bernard',
    says: 'Then you knew.',
    acts: '',
    found: '',
  },
  {
    who: 'Ana',
    says: 'I knew, and I went on.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Bernard',
    says: 'You should count to ten before you answer.',
    acts: 'advice',
    found: '',
  },
  {
    who: 'Ana',
    says: "I'll try that.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Bernard',
    says: 'I drove a lorry for twenty years, and I never bought from a man who spoke first.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Where did they go wrong?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Bernard',
    says: 'They told me what I needed. I needed somebody to ask.',
    acts: 'information need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'So asking was enough.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Bernard',
    says: 'It was. Send me the recording of the next one.',
    acts: 'request',
    found: 'request',
  },
  {
    who: 'Ana',
    says: "I'll ask her first. If she says yes, you'll have it by the end of the month.",
    acts: 'commitment',
    found: 'commitment@2026-11-30',
  },
  {
    who: 'Bernard',
    says: "I love listening to other people's silence.",
    acts: 'feeling',
    found: 'trait.interest',
  },
  {
    who: 'Ana',
    says: "That's a strange hobby.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Bernard',
    says: 'I collect it, my wife says.',
    acts: 'self-disclosure',
    found: 'trait.interest',
  },
  {
    who: 'Ana',
    says: 'How is your wife?',
    acts: 'question.open smalltalk',
    found: '',
  },
  {
    who: 'Bernard',
    says: "She's well. We are moving to the coast in April.",
    acts: 'information',
    found: 'trait.event',
  },
  {
    who: 'Ana',
    says: "I'll send you a card.",
    acts: 'commitment',
    found: 'commitment',
  },
];
