import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from '#model/act.ts';
import { talk } from '#test/talk.ts';
import { label } from './label.ts';

/** By rules: each of these is at least as likely as not. */
const DUTCH: [act: Act, texts: string[]][] = [
  [
    'need',
    [
      'Het kost ons elke maandag twee uur.',
      'We hebben een beter overzicht nodig.',
      'Het probleem is dat niemand belt.',
      'Ik moet alles met de hand overtypen.',
    ],
  ],
  ['implication', ['Daardoor rijden we twee keer.']],
  ['feeling', ['Ik maak me zorgen over juli.', 'Ik ben er trots op.']],
  ['commitment', ['Ik stuur je morgen de cijfers.', 'Ik zal het met Beatriz bespreken.', 'Ik kom er volgende week op terug.']],
  ['request', ['Kun je me het rapport sturen?', 'Zou je de offerte willen aanpassen?']],
  ['thanks', ['Dank je wel.', 'Bedankt voor je tijd.']],
  ['affirmation', ['Goed punt.', 'Je hebt gelijk.']],
  ['smalltalk', ['Goedemorgen!', 'Fijn weekend!']],
  ['advice', ['Je zou kunnen beginnen met twee scholen.']],
  ['self-disclosure', ['Mijn dochter zit op die school.']],
  ['information', ['Het depot gaat om vier uur open.']],
];
for (const [act, texts] of DUTCH)
  test(`in Dutch their ${act} is heard`, () => {
    for (const text of texts) {
      const found = label(talk([['Ines', text]]))[0] ?? [];
      assert.ok(
        found.some((one) => one.act === act && one.p >= 0.5),
        `${text} ${JSON.stringify(found)}`,
      );
    }
  });

test('in Dutch our pitches are heard by kind', () => {
  for (const [text, act] of [
    ['Ons platform laat elke vrachtwagen zien.', 'pitch.features'],
    ['Daarmee kun je alarmen instellen.', 'pitch.features'],
    ['Onze klanten vertellen hetzelfde.', 'pitch.expertise'],
    ['We werken met veel havens.', 'pitch.expertise'],
    ['Onze missie is dat er niets wordt weggegooid.', 'pitch.mission'],
  ] as const)
    assert.ok(
      label(talk([['Ana', text]]))[0]?.some((one) => one.act === act && one.p >= 0.5),
      text,
    );
});
