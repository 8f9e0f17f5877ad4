import type { said as en } from '../en/said.ts';

export const said: typeof en = {
  document: 'Hebben we dit goed begrepen?',
  title: (from) => `Heeft ${from} dit goed begrepen?`,
  hello: (to) => `${to}, dit is wat ik begreep. Zeg het waar het niet klopt: daar heb ik meer aan dan aan een ja.`,
  at: (workspace) => workspace,
  isIt: 'Is dat het?',
  yes: 'Ja, dat is het',
  partly: 'Deels',
  no: 'Nee',
  words: 'In je eigen woorden',
  wordsHint: 'Zoals jij het zou zeggen',
  optional: 'alleen als je wilt',
  save: 'Stuur deze woorden',
  sending: 'Een ogenblik',
  saved: 'Ontvangen. Je kunt het veranderen tot de link ophoudt.',
  thanks: 'Dank je. Dat is alles.',
  thanksWhy: (from) => `${from} leest wat je schreef. Tot de link ophoudt kun je terugkomen en het veranderen.`,
  small: (from, until) =>
    `Alleen ${from} en het team lezen dit, met je naam. Dat je deze pagina opende wordt niet vastgelegd. De link werkt tot ${until}.`,
  gone: 'Achter deze link staat niets meer.',
  goneWhy: 'Hij is misschien ingetrokken, of de maand is voorbij. Vraag wie hem stuurde om een nieuwe.',
  trouble: 'Dat kwam niet aan. Je woorden staan er nog; probeer het opnieuw.',
  tooOften: 'Dat was veel tegelijk. Wacht een minuut en probeer het opnieuw.',
  again: 'Probeer het opnieuw',
  language: 'Taal',
};
