import type { GoldenTalk } from './talk.ts';

/** A recruiter and a workshop that finds nobody. Judged by hand, line by line. */
export const RECRUITING: GoldenTalk = [
  {
    who: 'Ana',
    says: 'Hello Karl, did you have a good weekend?',
    acts: 'smalltalk question.closed',
    found: '',
  },
  {
    who: 'Karl',
    says: 'I was in the workshop on Sunday as well, so no.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'What kept you there?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Karl',
    says: 'We are missing two welders, and the orders do not wait.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'How long has that been going on?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Karl',
    says: 'Since spring. We lost a contract because of it, forty thousand.',
    acts: 'need implication',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'Forty thousand, because two chairs are empty.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Karl',
    says: 'And my son does their work now. He is nineteen, he should be out with his friends.',
    acts: 'information self-disclosure',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'That worries you more than the contract.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Karl',
    says: "Yes. I'm ashamed of it.",
    acts: 'feeling',
    found: 'feeling',
  },
  {
    who: 'Ana',
    says: 'What have you tried?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Karl',
    says: 'We tried Manpower for three months, they sent us students.',
    acts: 'information',
    found: 'competitor',
  },
  {
    who: 'Ana',
    says: 'And what would a good one look like to you?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Karl',
    says: 'Somebody who comes on time. I can teach the rest.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'I know two people who might fit.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Karl',
    says: 'Send me their names.',
    acts: 'request',
    found: 'request',
  },
  {
    who: 'Ana',
    says: "I'll send you both by Thursday.",
    acts: 'commitment',
    found: 'commitment@2026-11-19',
  },
  {
    who: 'Karl',
    says: "I don't want to read twelve pages about each, please keep it short.",
    acts: 'information request',
    found: 'trait.preference',
  },
  {
    who: 'Ana',
    says: 'Half a page each.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Karl',
    says: "You're quick. The last agency never called us back.",
    acts: 'information',
    found: 'feedback',
  },
  {
    who: 'Ana',
    says: "I'll be honest, with one of them you would have to wait until March.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Karl',
    says: "I'd rather wait than take the wrong one.",
    acts: 'information',
    found: 'trait.risk',
  },
];
