/** Turns in a language that Heed does not understand. */
export const leftOut = {
  within: (language: string) => `in ${language}`,
  another: 'in another language',
  turnsIn: (turns: number, within: string) => `${turns} ${within}`,
  one: (turns: number, within: string) => (turns === 1 ? `One turn is ${within}.` : `${turns} turns are ${within}.`),
  several: (turns: number, parts: string) => `${turns} turns are not in English or Dutch: ${parts}.`,
  allIn: (within: string) => `All of this is ${within}.`,
  what: 'Heed counts who spoke and which questions carry their mark. What was needed, felt, promised, said back or told about us is left out there.',
};
