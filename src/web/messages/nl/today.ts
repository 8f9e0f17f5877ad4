import type { today as en } from '../en/today.ts';

const NUMBER = ['Geen', 'Eén', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven', 'Acht', 'Negen', 'Tien'];

export const today: typeof en = {
  title: 'Vandaag',
  heading: (n) => (n === 1 ? 'Eén persoon wacht om gehoord te worden.' : `${NUMBER[n] ?? n} mensen wachten om gehoord te worden.`),
  headingNone: 'Vandaag wacht er niemand.',
  sub: (suggestions) =>
    suggestions === 1
      ? 'Wat er gezegd is, om te bevestigen. Eén suggestie in totaal.'
      : `Wat er gezegd is, om te bevestigen. ${suggestions} suggesties in totaal.`,
  subNone: 'Alles wat gehoord is, is bekeken.',
  bringIn: 'Breng een gesprek in',
  waits: (n) => (n === 1 ? '1 ding' : `${n} dingen`),
  waitsOf: (who) => `${who} zei`,
  waitsWhy: 'dat op je wacht',
  waitsWhyMany: 'die op je wachten',
  first: (kind) => `Het eerste: ${kind}.`,
  notConfirmed: 'nog een suggestie',
  look: 'Bekijk het',
  later: 'Later',
  laterUntil: (who) => `${who} komt morgen terug`,
  unknown: (n) => (n === 1 ? 'Eén spreker is nog niet bekend.' : `${NUMBER[n] ?? n} sprekers zijn nog niet bekend.`),
  unknownDo: 'Zeg wie wie is',
  end: 'Dat is iedereen.',
  endOthers: (n) =>
    n === 1 ? 'Met de ene ander gaat het goed, voor zover we weten.' : `Met de andere ${n} gaat het goed, voor zover we weten.`,
  endDone: (n) =>
    n === 1 ? 'Als dit gedaan is, ben jij klaar.' : `Als deze ${(NUMBER[n] ?? String(n)).toLowerCase()} gedaan zijn, ben jij klaar.`,
  endTime: 'Is er tijd over,',
  endQuiet: 'luister dan naar iemand die je lang niet hoorde',
  put: (n) => (n === 1 ? 'Eén persoon is tot morgen uitgesteld.' : `${n} mensen zijn tot morgen uitgesteld.`),
  putBack: 'Toch tonen',
  fresh: 'Nieuwe gesprekken',
  promises: 'Beloften',
  dueSoon: 'te laat of deze week',
  youTo: (who) => `Jij aan ${who}`,
  whoTo: (by, who) => `${by} aan ${who}`,
  toYou: (who) => `${who} aan jou`,
  allPromises: (n) => `Alle ${n} beloften`,
  why: 'Waarom we dit doen',
  whyEmpty: 'Hier zou je missie staan, in één zin.',
  whyDo: 'Schrijf hem op',
  emptyTitle: 'Begin met één echt gesprek.',
  emptyWhy: 'Als er een is ingebracht, zegt deze pagina elke ochtend wie wacht om gehoord te worden, en dan houdt zij op.',
  loading: 'Kijken wie je nodig heeft.',
};
