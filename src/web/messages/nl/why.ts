import type { why as en } from '../en/why.ts';

export const why: typeof en = {
  words: 'Dat zit in deze woorden:',
  and: (reasons: string) => `En: ${reasons}.`,
  only: (reasons: string) => `Dat komt doordat: ${reasons}.`,
  reason: {
    'question-mark': 'er staat een vraagteken achter',
    'after-question': 'er kwam net een vraag aan vooraf',
    'asked-for': 'er was net daarvoor om gevraagd',
    'same-words': 'de ander zei net dezelfde woorden',
    'said-before': 'het past bij wat de ander net zei',
    'said-after': 'het past bij wat de ander daarna zei',
    'beside-it': 'het past bij de zinnen ernaast',
    'opens-turn': 'de beurt begint ermee',
    'few-words': 'het zijn maar een paar woorden',
  },
  whole: 'Geen woord springt eruit. Het zit in de zin als geheel.',
  silent: {
    'older-engine': 'Een oudere Heed hoorde dit, en door welke woorden is niet bewaard.',
    'language-model': 'Een taalmodel stelt dit voor. Het zegt niet door welke woorden.',
    'by-hand': 'Iemand heeft dit zelf opgeschreven.',
  },
  gone: 'Dit is intussen opnieuw gehoord. Laad de pagina opnieuw om het te zien.',
};
