import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featuresOf, ROWS, weightOf } from './features.ts';
import { ourModel } from './model.ts';
import { sense } from './sense.ts';
import { unitOf, wholeSentence } from './unit.ts';

const unit = (text: string, turn = 0) => unitOf({ text, sentence: wholeSentence(text), turn, speaker: 'Ines', side: 'them' });

/** One sensor that knows one word, by its row. */
function knows(word: string, weight: number) {
  const { rows } = featuresOf(word);
  const weights = new Int8Array(ROWS);
  weights[rows[0] ?? 0] = weight;
  return { ...ourModel(), weights, scales: Float32Array.of(0.1), biases: Float32Array.of(0) };
}

test('a score is the sum over what is there, weighed by how much is there, squeezed', () => {
  const model = knows('alarm', 100);
  const [score = 0] = sense([unit('alarm')], model);
  const ends = featuresOf('alarm').ends;
  assert.ok(Math.abs(score - Math.tanh(10 * weightOf(0, ends[0] ?? 0))) < 1e-3, String(score));
  const [other = 1] = sense([unit('garden')], model);
  assert.ok(Math.abs(other) < 1e-3, String(other));
});

test('a word among many counts less than alone', () => {
  const model = knows('alarm', 100);
  const [alone = 0, among = 0] = sense(
    [unit('alarm'), unit('the alarm went at three and nobody in the whole house heard it at all')],
    model,
  );
  assert.ok(alone > among && among > 0.01, `${alone} ${among}`);
});

test('a bias is there even where nothing is said', () => {
  const [score = 0] = sense([unit('…')], { ...knows('alarm', 100), biases: Float32Array.of(-0.5) });
  assert.ok(score < 0);
});

test('every sensor of ours answers for every unit between -1 and 1, and none minds its neighbours', () => {
  const model = ourModel();
  const texts = ['We need one list.', 'Thank you!', 'What happens at night?', '…'];
  const scores = sense(
    texts.map((text) => unit(text)),
    model,
  );
  assert.equal(scores.length, texts.length * model.card.sensors.length);
  assert.ok(scores.every((score) => score >= -1 && score <= 1));
  const [width, alone] = [model.card.sensors.length, sense([unit('What happens at night?')], model)];
  assert.deepEqual([...scores.subarray(2 * width, 3 * width)], [...alone]);
});

test('sensors notice what they are called after', () => {
  const model = ourModel();
  const noticed = (text: string, sensor: string) => sense([unit(text)], model)[model.card.sensors.indexOf(sensor)] ?? 0;
  assert.ok(noticed('Thank you so much, that helps.', 'thanks') > noticed('The depot opens at four.', 'thanks'));
  assert.ok(noticed('What happens at night?', 'question') > noticed('It happens at night.', 'question'));
  assert.ok(noticed("I'll send you the list by Friday.", 'commitment') > noticed('You sent me a list last year.', 'commitment'));
});
