import type { GoldenTalk } from './talk.ts';

/** An insurance broker and a bakery after a fire. Judged by hand, line by line. */
export const INSURANCE: GoldenTalk = [
  {
    who: 'Ana',
    says: 'Hello Miriam, thank you for making time.',
    acts: 'smalltalk thanks',
    found: '',
  },
  {
    who: 'Miriam',
    says: "Hello. I've got half an hour before the second oven.",
    acts: 'smalltalk information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'How has it been since the fire?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Miriam',
    says: "Slow. We're baking in a borrowed kitchen, and everything takes us twice as long.",
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: "You're baking in somebody else's kitchen, and it takes twice as long.",
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Miriam',
    says: 'Yes. And the worst is the claim. Nobody tells me where it stands.',
    acts: 'information need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'Who have you spoken to so far?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Miriam',
    says: 'Four different people, and I had to tell it from the start each time.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'That must be exhausting.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Miriam',
    says: 'It is. I lie awake and I count flour bags.',
    acts: 'feeling',
    found: 'feeling',
  },
  {
    who: 'Ana',
    says: 'What would help you most this week?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Miriam',
    says: 'I need one person who knows my file.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Miriam',
    says: 'And I need to know when the money comes, before the end of the month.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: "I'll find out who has your file, and I'll call you on Thursday.",
    acts: 'commitment',
    found: 'commitment@2026-11-19',
  },
  {
    who: 'Miriam',
    says: "On Thursday. I'll believe it when the phone rings.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: "That's fair. We've been late before.",
    acts: 'affirmation information',
    found: '',
  },
  {
    who: 'Miriam',
    says: 'You were late twice in the spring, yes.',
    acts: 'information',
    found: 'feedback',
  },
  {
    who: 'Ana',
    says: "I'm sorry about that.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Miriam',
    says: "I don't like to chase people for what they owe me.",
    acts: 'information',
    found: 'trait.value',
  },
  {
    who: 'Ana',
    says: "You shouldn't have to.",
    acts: 'information',
    found: '',
  },
  {
    who: 'Miriam',
    says: 'Ruth Adeyemi told me about you, she said you pick up the phone.',
    acts: 'information',
    found: 'referral',
  },
  {
    who: 'Ana',
    says: 'Then I will pick up.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Miriam',
    says: "I'm glad you asked about the oven and not only about the form.",
    acts: 'feeling',
    found: 'feeling',
  },
];
