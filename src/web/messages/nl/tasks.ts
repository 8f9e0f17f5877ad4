import type { tasks as en } from '../en/tasks.ts';

export const tasks: typeof en = {
  title: 'Taken',
  promises: 'Beloftes',
  views: 'Weergaven',
  mine: 'Van mij',
  everyone: 'Van iedereen',
  done: 'Gedaan',
  heading: (late, today) =>
    late > 0
      ? late === 1
        ? 'Eén taak is te laat.'
        : `${late} taken zijn te laat.`
      : today > 0
        ? today === 1
          ? 'Eén taak is voor vandaag.'
          : `${today} taken zijn voor vandaag.`
        : 'Niets is te laat.',
  headingNone: 'Er is niets te doen.',
  headingDone: 'Wat gedaan is.',
  sub: 'Een belofte doe je aan iemand; een taak geef je jezelf.',
  subNone: 'Schrijf op wat er te doen is, voor wie en wanneer: “Ines bellen op vrijdag”. Het staat hier en, op de dag zelf, bij Vandaag.',
  subDone: 'Het nieuwste eerst.',
  groups: { late: 'Te laat', today: 'Vandaag', week: 'Deze week', later: 'Later', none: 'Geen dag' },
  add: 'Taak toevoegen',
  addThis: (what) => `Taak toevoegen: ${what}`,
  nobodyNamed: 'niemand in het bijzonder',
  addLine: 'Wat is er te doen?',
  addHint: '“Ines bellen op vrijdag”: de dag wordt uit de woorden gelezen.',
  addDay: (day) => `Voor ${day}`,
  addNoDay: 'Geen dag',
  addDo: 'Toevoegen',
  addedTo: (what) => `Taak toegevoegd: ${what}`,
  tick: (what) => `Is gedaan: ${what}`,
  untick: (what) => `Weer open: ${what}`,
  ticked: 'Gedaan',
  unticked: 'Weer open',
  couldNot: 'Dat kon niet worden bewaard. Het is zoals het was.',
  noDay: 'geen dag',
  doneOn: (day) => `gedaan ${day}`,
  nobody: 'van niemand',
  change: 'Wijzigen',
  changeTitle: 'De taak wijzigen',
  changed: 'Taak gewijzigd',
  what: 'Wat',
  due: 'Wanneer',
  dueHint: 'Een dag in woorden: vrijdag, morgen, 3 december, over 2 weken. Leeg is geen dag.',
  dueWrong: 'Die dag kent Heed niet. Probeer “vrijdag” of “3 december”.',
  who: 'Voor wie',
  whoHint: 'Iemand die je kent, of niemand in het bijzonder.',
  owner: 'Gedaan door',
  ownerNone: 'Nog niemand',
  about: 'Toelichting',
  give: (name) => `Geef aan ${name}`,
  given: (name) => `${name} doet het nu`,
  remove: 'Verwijderen',
  removed: 'Taak verwijderd',
  more: (what) => `Meer voor: ${what}`,
  showMore: 'Meer tonen',
  keys: { next: 'De volgende taak', previous: 'De vorige taak', tick: 'Gedaan, of niet', change: 'De taak wijzigen' },
  of: 'Taken',
  ofNone: 'Hier is niets te doen.',
  todayTitle: 'Taken',
  todayWhy: 'van jou, voor vandaag',
};
