import type { AskFailure } from '#model/language-model.ts';

/** A sentence for each thing that can go wrong, to who can put it right. */
const failures: Record<AskFailure, string> = {
  timeout: 'No whole answer came in time. A large model on a small machine can be too slow.',
  unreachable: 'Nobody answers at that address. Is it running, and can this machine reach it?',
  failing: 'It is there, and has trouble of its own or is too busy. Try again later.',
  unauthorised: 'It does not let us in: it wants a key, or another one.',
  elsewhere: 'That address sends on to another one. Heed does not follow: type the address it leads to.',
  unknown: 'It is there, but knows no such address or model. The address often ends in /v1.',
  refused: 'It answered, but not what it was asked.',
  broken: 'It answered with something that is no list of findings. Another model may do better.',
  'key-lost': 'The kept key cannot be opened any more, because the secret of Heed is another than it was. Type the key again.',
};

export const languageModel = {
  title: 'Language model',
  isOff: 'No language model is asked.',
  isOn: (model: string) => `${model} gives a second opinion.`,
  isSilent: (model: string) => `${model} did not answer the last time.`,
  why: 'Heed understands conversations by itself, on this machine. A language model of your choice can suggest what it missed.',

  leaves: 'What leaves this machine',
  leavesLines: [
    'While it is off: nothing.',
    'While it is on: what was said in each conversation that comes in, to the address below and to no other.',
    'Who spoke goes as “us 1” or “them 2”. No names, no addresses, no titles, no dates; but a name that somebody says is part of their words, and goes along.',
    'Never what is private to one member.',
    'Its answer becomes suggestions, each beside words that were really said. They count for nothing until one of you confirms them.',
  ],

  where: 'Where it is',
  whereWhy: 'Ollama, vLLM, or any address that speaks as OpenAI does',
  endpoint: 'Address',
  endpointHint: 'Such as http://127.0.0.1:11434/v1 for Ollama on this machine',
  endpointWrong: 'That is not a whole address, like https://models.example.com/v1',
  endpointOpen: 'Over http others on the way can read along. Use https, unless the way is your own.',
  model: 'Model',
  modelHint: 'Its name there, such as llama3.1',
  key: 'Key',
  keyNone: 'Only when that address asks for one. Kept sealed, and shown to nobody.',
  keyKept: 'A key is kept. Leave this empty to keep it.',
  keyElsewhere: 'The kept key belongs to the other address and does not go along.',
  takeKey: 'Take the key away',
  keyTaken: 'The key is gone',
  tryIt: 'Try it',
  trying: 'Asking…',
  tryWhy: 'It is asked about a talk that we made up.',
  tried: (found: number, seconds: string) =>
    found === 0
      ? `It answered in ${seconds} s, but nothing it said of our made-up talk holds. Another model may do better.`
      : `It answered in ${seconds} s and found ${found === 1 ? 'one thing' : `${found} things`} in our made-up talk that hold${found === 1 ? 's' : ''}.`,

  onOff: 'On or off',
  ask: 'Ask it about each conversation that comes in from now on',
  askFirst: 'Save an address and a model first.',
  offTakes: 'Off takes away what it suggested and nobody has looked at. What you confirmed or mended stays.',
  turnedOn: 'It is asked from now on',
  turnedOff: 'Nothing is sent any more',

  health: 'How it goes',
  askedAt: 'Last asked',
  answeredAt: 'Last answer',
  failure: 'Last failure',
  never: 'never',
  none: 'none',
  unanswered: (n: number) =>
    n === 1
      ? 'One conversation has no answer. It is asked about again when you save.'
      : `${n} conversations have no answer. They are asked about again when you save.`,
  failures,
};
