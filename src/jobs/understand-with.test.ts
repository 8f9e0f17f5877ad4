import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fails, finds, type ModelEndpoint, openModelEndpoint } from '#test/model-endpoint.ts';
import { talk } from '#test/talk.ts';
import { understand } from '#understanding/understand.ts';
import { understandWith } from './understand-with.ts';

let model: ModelEndpoint;
before(async () => {
  model = await openModelEndpoint();
});
after(() => model.close());

const TALK = talk([
  ['Ana', 'What happens at night?'],
  ['Tom', 'We need to know it before the morning. Last week we threw away two hundred meals.'],
  ['Ana', 'I will send you the plan by Friday.'],
]);
const address = () => ({ endpoint: model.url, model: 'llama3.1', key: null });

test('what a model suggests of a talk can be scored by itself and together with the engine’s', async () => {
  const first = understand(TALK, { zone: 'Europe/Amsterdam' }).report.findings;
  model.answer(
    finds([
      { kind: 'trait.value', turn: 1, quote: 'we threw away two hundred meals', statement: 'Wastes nothing' },
      { kind: 'commitment', turn: 2, quote: 'I will send you the plan by Friday', what: 'send the plan' },
      { kind: 'need', turn: 1, quote: 'never said', statement: 'Invented' },
    ]),
  );
  const { own, findings, failure } = await understandWith(TALK, address(), { zone: 'Europe/Amsterdam' });
  assert.equal(failure, null);
  assert.deepEqual(
    own.map(({ kind, due }) => [kind, due ?? null]),
    [
      ['trait.value', null],
      ['commitment', '2026-11-20'],
    ],
  );
  assert.deepEqual(
    findings.filter((one) => !first.some((other) => JSON.stringify(one) === JSON.stringify(other))).map(({ kind }) => kind),
    ['trait.value'],
  );
  assert.equal(findings.length, first.length + 1);
});

test('without an answer there is the engine’s, and the reason', async () => {
  model.answer(fails(500));
  const { own, findings, failure } = await understandWith(TALK, address());
  assert.deepEqual([own, failure], [[], 'failing']);
  assert.deepEqual(findings, understand(TALK).report.findings);
});
