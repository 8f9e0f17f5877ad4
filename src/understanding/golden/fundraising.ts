import type { GoldenTalk } from './talk.ts';

/** A hospice and a donor. Judged by hand, line by line. */
export const FUNDRAISING: GoldenTalk = [
  {
    who: 'Ana',
    says: 'Mr Lindqvist, thank you for coming to see the house.',
    acts: 'thanks',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: 'I grew up two streets from here.',
    acts: 'self-disclosure',
    found: '',
  },
  {
    who: 'Ana',
    says: 'What do you remember of it?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: 'My mother died in a corridor, in this very street, in another building.',
    acts: 'self-disclosure',
    found: '',
  },
  {
    who: 'Ana',
    says: 'In a corridor.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: 'Yes. It matters to me that nobody does that again.',
    acts: 'information',
    found: 'trait.value',
  },
  {
    who: 'Ana',
    says: 'So it is less about the building, and more about a door that can be closed.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: 'A door, yes. I never said it that way.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'We started in 1998 with two beds, and we believe that nobody should die in a corridor.',
    acts: 'pitch.mission',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: 'I know what you believe, I read your page. What do you lack?',
    acts: 'information question.open',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Two night nurses. We turn away a family every week.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: 'What would one cost?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Ana',
    says: 'Sixty thousand a year.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: "I don't like to waste money on plaques.",
    acts: 'information',
    found: 'trait.value',
  },
  {
    who: 'Ana',
    says: 'No plaque, then.',
    acts: '',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: 'I have to talk to my brother first, we decide together.',
    acts: 'information',
    found: 'objection',
  },
  {
    who: 'Ana',
    says: 'Of course. When would you like me to call?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: 'Call me next Tuesday, in the morning.',
    acts: 'request',
    found: 'request@2026-11-24',
  },
  {
    who: 'Ana',
    says: "I'll call you on Tuesday.",
    acts: 'commitment',
    found: 'commitment@2026-11-24',
  },
  {
    who: 'Lindqvist',
    says: "And I'll send you the name of our lawyer.",
    acts: 'commitment',
    found: 'commitment',
  },
  {
    who: 'Ana',
    says: 'Thank you. You have been very kind.',
    acts: 'thanks affirmation',
    found: '',
  },
  {
    who: 'Lindqvist',
    says: "I'm grateful somebody asked what I remember.",
    acts: 'feeling',
    found: 'feeling',
  },
];
