import type { within as en } from '../en/within.ts';

export const within: typeof en = {
  find: 'Zoek in dit gesprek',
  count: (at, all) => (all === 0 ? 'geen' : `${at} van ${all}`),
  on: 'Volgende',
  back: 'Vorige',
  close: 'Sluiten',
  ofTurn: (when) => `Kopieer uit de beurt van ${when}`,
  copyQuote: 'Kopieer de woorden met hun bron',
  copyLink: 'Kopieer een link naar deze beurt',
  quoteCopied: 'Gekopieerd, met wie het zei en wanneer',
  linkCopied: 'Link gekopieerd',
  notCopied: 'De browser laat Heed niet kopiëren. Selecteer de woorden en kopieer ze zelf.',
  cited: (words, source) => `“${words}” ${source}`,
};
