import type { mend as en } from '../en/mend.ts';

export const mend: typeof en = {
  as: (name) => `Hier geschreven als “${name}”.`,
  taken: (name) => `Heed houdt deze spreker voor ${name}.`,
  takenYou: 'Heed houdt deze spreker voor jou.',
  nobody: 'Dit is geen persoon.',
  unknown: 'Heed weet nog niet wie dit is.',
  why: {
    email: (email) => `Vanwege het adres ${email}.`,
    name: (name) => `Omdat je maar één ${name} kent.`,
    'by-hand': 'Omdat het zo is opgeschreven.',
    answer: (who, day) => `Dat zei ${who} op ${day}.`,
    answered: (day) => `Dat is gezegd op ${day}.`,
  },
  hereAlone: 'Alleen in dit gesprek.',
  openPage: 'Open de pagina',
  other: 'Dit is iemand anders',
  where: 'Waar',
  here: 'Alleen in dit gesprek',
  everywhere: (n) =>
    n === 1 ? 'Overal waar deze naam staat (in 1 gesprek, en voortaan)' : `Overal waar deze naam staat (in ${n} gesprekken, en voortaan)`,
  along: 'Wat uit deze woorden is bevestigd, gaat mee. Wat niet mee kan, wacht weer als voorstel.',
  save: 'Bewaar',
  cancel: 'Laat maar',
  close: 'Sluiten',
  done: (n) => (n === 1 ? 'Veranderd in 1 gesprek' : `Veranderd in ${n} gesprekken`),
  moved: (n) => (n === 1 ? '1 bevestigd ding ging mee' : `${n} bevestigde dingen gingen mee`),
  takenBack: (n) => (n === 1 ? '1 wacht weer als voorstel' : `${n} wachten weer als voorstel`),
  undone: 'Het is weer zoals het was',
  names: 'Spreekt als',
  namesHelp: 'Klopt het niet? Open er een en zeg wie het is.',
};
