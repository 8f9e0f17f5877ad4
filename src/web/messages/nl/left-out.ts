import type { leftOut as en } from '../en/left-out.ts';

export const leftOut: typeof en = {
  within: (language) => `in het ${language}`,
  another: 'in een andere taal',
  turnsIn: (turns, within) => `${turns} ${within}`,
  one: (turns, within) => (turns === 1 ? `Eén beurt is ${within}.` : `${turns} beurten zijn ${within}.`),
  several: (turns, parts) => `${turns} beurten zijn niet in het Engels of Nederlands: ${parts}.`,
  allIn: (within) => `Dit is helemaal ${within}.`,
  what: 'Heed telt wie sprak en welke vragen een vraagteken hebben. Wat nodig was, gevoeld, beloofd, teruggezegd of over onszelf verteld is daar weggelaten.',
};
