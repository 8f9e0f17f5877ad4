import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, FoundAct } from '#model/act.ts';
import { atLeast } from '#test/shares.ts';
import { AMID, amid } from '#test/talk.ts';
import { label } from './label.ts';

const NEW_TO_US = 'I have not heard of you before, to be honest.';
const BEFORE: Partial<Record<Act, string>> = { 'pitch.features': 'So that is how we do it now, with a list on the wall.' };

function said(speaker: string, text: string, before = NEW_TO_US): FoundAct[] {
  return label(amid(speaker, text, before))[AMID] as FoundAct[];
}

function has(speaker: string, text: string, act: Act, before?: string): boolean {
  return said(speaker, text, before).some((one) => one.act === act);
}

const OURS: [act: Act, least: number, texts: string[]][] = [
  [
    'pitch.features',
    0.2,
    [
      'Our platform shows every truck on one map.',
      'With it you can set an alarm for each door.',
      'It integrates with your planning tool.',
      'We offer a dashboard for drivers.',
      'The app lets you export the report.',
      'Our sensors report every thirty seconds.',
      'The bed folds flat and fits in a hatchback.',
      "There's a lesson for each week, and the answers are in the back.",
    ],
  ],
  [
    'pitch.expertise',
    0.7,
    [
      'We have worked with harbours for years.',
      'Our customers tell us the same.',
      'We have helped companies like yours.',
      'Our team has twenty years of experience.',
      "We've done that for two hauliers in your town.",
      'Three of the five big clinics work with us.',
      'I have taught this for fifteen years, to about four thousand people.',
    ],
  ],
  [
    'pitch.mission',
    0.45,
    [
      'We started because food should arrive the way it left.',
      'Our mission is that nothing is thrown away.',
      'We believe that food matters.',
      'Our company was founded in 2012.',
      'Nobody should have to die in a corridor, that is why we exist.',
      'My sister and I began this in our kitchen.',
    ],
  ],
];
for (const [act, least, texts] of OURS)
  test(`our ${act} is heard, ${Math.round(100 * least)} in a hundred at least`, () =>
    atLeast(least, texts, (text) => has('Ana', text, act, BEFORE[act]), act));

test('most of our talk of ourselves is heard as that, whichever kind it is', () =>
  atLeast(
    0.58,
    OURS.flatMap(([act, , texts]) => texts.map((text) => ({ act, text }))),
    ({ act, text }) => said('Ana', text, BEFORE[act]).some(({ act }) => act.startsWith('pitch.')),
    'pitch',
  ));

test('the same words from them are no pitch', () => {
  const dutch = ['Ons platform laat elke vrachtwagen zien.', 'Onze klanten vertellen hetzelfde.', 'We werken met veel havens.'];
  for (const text of [...OURS.flatMap(([, , texts]) => texts), ...dutch])
    assert.ok(!said('Ines', text).some(({ act }) => act.startsWith('pitch.')), text);
});
