import type { GoldenTalk } from './talk.ts';

/** A dialysis ward and a maker of scales. Judged by hand, line by line. */
export const HEALTH: GoldenTalk = [
  {
    who: 'Ana',
    says: "Hi Joan, I know you're on shift, so I'll be quick.",
    acts: 'smalltalk',
    found: '',
  },
  {
    who: 'Joan',
    says: "You've got ten minutes, then the next four patients come.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'How are the new scales?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Joan',
    says: 'The scale by the window is wrong by half a kilo, and nobody trusts it.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'What do the nurses do then?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Joan',
    says: 'They weigh everybody twice, by hand, on the old one.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'So you have new scales, and they still use the old one.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Joan',
    says: 'Yes. And it means that we start twenty minutes late every morning.',
    acts: 'implication',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'And who carries that?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Joan',
    says: 'I do. I told my nurses it would be easier.',
    acts: 'information',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'You gave your word for us.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Joan',
    says: 'I did, and I feel stupid.',
    acts: 'feeling',
    found: 'feeling',
  },
  {
    who: 'Ana',
    says: "That is our mistake. I'll have a new sensor with you by Thursday.",
    acts: 'information commitment',
    found: 'commitment@2026-11-19',
  },
  {
    who: 'Joan',
    says: "Thursday is fine. Please don't send a student.",
    acts: 'request',
    found: 'request',
  },
  {
    who: 'Ana',
    says: "I'll come myself.",
    acts: 'commitment',
    found: 'commitment',
  },
  {
    who: 'Joan',
    says: 'Good. The man who came in May was very kind, your support is great when somebody comes.',
    acts: 'information',
    found: 'feedback',
  },
  {
    who: 'Ana',
    says: "I'll tell him that.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Joan',
    says: 'I thought you only make scales for hospitals.',
    acts: 'information',
    found: 'belief.false',
  },
  {
    who: 'Ana',
    says: 'No, we also make them for care homes.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Joan',
    says: 'My sister runs one. You should talk to Helen Marsh.',
    acts: 'self-disclosure advice',
    found: 'referral',
  },
  {
    who: 'Ana',
    says: "I'd love that, thank you.",
    acts: 'thanks',
    found: '',
  },
  {
    who: 'Joan',
    says: 'Now I need to go.',
    acts: 'information',
    found: '',
  },
];
