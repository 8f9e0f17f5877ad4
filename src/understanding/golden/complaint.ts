import type { GoldenTalk } from './talk.ts';

/** A complaint, taken seriously. Judged by hand, line by line. */
export const COMPLAINT: GoldenTalk = [
  {
    who: 'Ana',
    says: 'Good morning, this is Ana. I read what you wrote last night.',
    acts: 'smalltalk information',
    found: '',
  },
  {
    who: 'Omar',
    says: 'Good morning. Then you know why I am angry.',
    acts: 'smalltalk feeling',
    found: 'feeling',
  },
  {
    who: 'Ana',
    says: 'I do. Can you tell me what last night was like?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Omar',
    says: 'The alarm went off at three and nobody picked up the phone. I drove there myself.',
    acts: 'need information',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'So you drove there yourself, in the middle of the night.',
    acts: 'reflection.simple',
    found: '',
  },
  {
    who: 'Omar',
    says: 'For nothing. The door was closed and the freezer was fine.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'That must be exhausting.',
    acts: 'reflection.complex',
    found: '',
  },
  {
    who: 'Omar',
    says: 'It is the third time this month. My drivers have stopped believing it.',
    acts: 'information',
    found: '',
  },
  {
    who: 'Ana',
    says: 'What happens if they stop believing it?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Omar',
    says: 'Then we lose a whole load and it costs us the contract with the hospital.',
    acts: 'need implication',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'How often was it a real alarm?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Omar',
    says: 'Twice, I think. I keep a list on paper.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'Would it help if somebody called you before the alarm does?',
    acts: 'question.closed',
    found: '',
  },
  {
    who: 'Omar',
    says: 'Yes. I need somebody who looks before they wake me.',
    acts: 'need',
    found: 'need',
  },
  {
    who: 'Ana',
    says: 'I will ask our night desk today and I will call you by Thursday.',
    acts: 'commitment',
    found: 'commitment',
  },
  {
    who: 'Omar',
    says: 'Please do not send me another form.',
    acts: 'request',
    found: 'request',
  },
  {
    who: 'Ana',
    says: 'I will not. Thank you for telling me.',
    acts: 'thanks',
    found: '',
  },
  {
    who: 'Omar',
    says: 'Why did nobody call me back in October?',
    acts: 'question.open',
    found: '',
  },
  {
    who: 'Ana',
    says: 'We had no one on the desk that week, and we should have told you.',
    acts: 'advice',
    found: '',
  },
  {
    who: 'Omar',
    says: 'At least that is honest. I appreciate it.',
    acts: 'information thanks',
    found: '',
  },
];
