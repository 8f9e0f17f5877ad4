export const why = {
  words: 'These words say so:',
  and: (reasons: string) => `And: ${reasons}.`,
  only: (reasons: string) => `What says so: ${reasons}.`,
  reason: {
    'question-mark': 'it ends with a question mark',
    'after-question': 'a question came just before it',
    'asked-for': 'it was asked for just before',
    'same-words': 'the other said the same words just before',
    'said-before': 'it fits what the other said just before',
    'said-after': 'it fits what the other said next',
    'beside-it': 'it fits the sentences beside it',
    'opens-turn': 'it comes first in the turn',
    'few-words': 'it is only a few words',
  },
  whole: 'No words of it stand out. The sentence as a whole says so.',
  silent: {
    'older-engine': 'An older Heed heard this, and which words made it say so was not kept.',
    'language-model': 'A language model suggests this. It does not tell which words made it say so.',
    'by-hand': 'Somebody noted this by hand.',
  },
  gone: 'This was heard anew meanwhile. Load the page again to see it.',
};
