import type { speakers as en } from '../en/speakers.ts';

const NUMBER = ['Geen', 'Eén', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven', 'Acht', 'Negen', 'Tien'];

export const speakers: typeof en = {
  title: 'Wie is wie',
  heading: (n) =>
    n === 1
      ? 'Er sprak één persoon die Heed niet kent.'
      : `Er spraken ${(NUMBER[n] ?? String(n)).toLowerCase()} mensen die Heed niet kent.`,
  sub: 'Zeg het één keer; Heed onthoudt hoe een naam geschreven wordt, voor elk gesprek dat was en nog komt.',
  here: (n) => (n === 1 ? 'Eén spreker hier is nog niet bekend.' : `${NUMBER[n] ?? n} sprekers hier zijn nog niet bekend.`),
  hereWhy: 'Zeg wie wie is, dan weet Heed van wie welke woorden zijn.',
  turns: (n) => (n === 1 ? '1 beurt' : `${n} beurten`),
  inTalks: (n) => (n === 1 ? 'in 1 gesprek' : `in ${n} gesprekken`),
  whoIs: (name) => `Wie is ${name}?`,
  said: 'Gezegd',
  isMe: 'Dat ben ik',
  isMember: 'Een van ons',
  isPerson: 'Iemand die ik ken',
  isNew: 'Iemand nieuw',
  isNobody: 'Geen persoon',
  isNobodyWhy: 'Een zaal, een robot, een opname',
  why: { 'same-name': 'dezelfde naam', 'similar-name': 'een naam die erop lijkt', 'same-email-domain': 'hetzelfde maildomein' },
  member: 'van ons',
  choose: 'Kies',
  findPerson: 'Typ een naam van iemand die je kent',
  nobodyFound: (text) => `Nog niemand die “${text}” heet. Maak er iemand nieuw van.`,
  name: 'Naam',
  organisation: 'Werkt bij',
  role: 'Werk of functie',
  kinds: 'Wat deze persoon voor je is',
  saveAll: (n) => (n === 1 ? 'Bewaar deze' : `Bewaar deze ${n}`),
  saved: (n) => (n === 1 ? 'Eén spreker is nu bekend' : `${n} sprekers zijn nu bekend`),
  undone: 'Weer onbekend',
  takeBack: 'Terugnemen',
  answerMe: 'jij',
  answerNobody: 'geen persoon',
  answerNew: (name) => `${name}, nieuw`,
  keys: 'voor jou, cijfers voor een naam, nieuw, geen persoon',
  none: 'Iedereen die sprak is bekend.',
  noneWhy: 'Brengt een nieuw gesprek een naam die Heed niet kent, dan vraagt het hier wie dat is.',
  toConversations: 'Naar je gesprekken',
  toConversation: 'Terug naar het gesprek',
  loading: 'Kijken wie er spraken.',
};
