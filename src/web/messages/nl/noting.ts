import type { noting as en } from '../en/noting.ts';

export const noting: typeof en = {
  bar: 'Wat zijn deze woorden?',
  need: 'Behoefte',
  promise: 'Belofte',
  matters: 'Belangrijk voor hen',
  belief: 'Beeld',
  more: 'Meer…',
  cut: 'Alleen de woorden in de eerste beurt tellen mee.',
  form: 'Noteer deze woorden',
  noted: (what) => `Genoteerd: ${what}`,
  couldNotUndo: 'Dat kon niet worden teruggenomen. Het staat er nog zoals het was.',
  hint: 'Is er iets gemist? Selecteer de woorden en zeg wat het zijn.',
  hintKeys: 'de beurt waar je bent',
  keyMark: 'Zeg wat deze beurt is',
  keyTurn: 'Volgende beurt',
  keyTurnBack: 'Vorige beurt',
  sentence: 'één zin ervan',
  leave: 'Laat maar',
  takeBack: 'Neem het terug',
  takenBack: 'Teruggenomen',
  standing: 'Dit staat bevestigd',
};
