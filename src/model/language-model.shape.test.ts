import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { candidateShape, endpointShape, languageModelViewShape, modelKeyShape, modelNameShape } from './language-model.shape.ts';

const heard = { kind: 'need', turn: 3, quote: 'It rang all night' };

test('what a model answers is read where it can be, and its odd parts are nothing', () => {
  assert.deepEqual(candidateShape.parse({ ...heard, turn: '12', statement: 7, depth: 'deep', tone: null, confidence: 0.99 }), {
    ...{ ...heard, turn: 12, statement: null, depth: null, what: null },
    ...{ feeling: null, tone: null, verdict: null, name: null },
  });
  assert.equal(candidateShape.parse({ ...heard, statement: 'Sleep', depth: 4 }).depth, 4);
});

test('without a kind, a turn or a quote it said nothing', () => {
  for (const odd of [
    { kind: undefined },
    { kind: 'x'.repeat(41) },
    { turn: -1 },
    { turn: '-1' },
    { turn: 1.5 },
    { turn: 'third' },
    { turn: '1e3' },
    { turn: null },
    { turn: Number.NaN },
    { quote: null },
    { quote: 'x'.repeat(4001) },
  ])
    assert.ok(!candidateShape.safeParse({ ...heard, ...odd }).success, JSON.stringify(odd).slice(0, 40));
});

test('whatever it answers, nothing is thrown and nothing but words and figures comes in', () => {
  const field = fc.constantFrom('kind', 'turn', 'quote', 'statement', 'depth', 'name', '__proto__', 'constructor');
  fc.assert(
    fc.property(fc.dictionary(field, fc.anything({ maxDepth: 2 })), (answer) => {
      const read = candidateShape.safeParse({ ...heard, ...answer });
      if (!read.success) return;
      const { turn, depth, ...words } = read.data;
      assert.ok(Number.isInteger(turn) && turn >= 0);
      assert.ok(depth === null || typeof depth === 'number');
      for (const word of Object.values(words)) assert.ok(word === null || typeof word === 'string');
    }),
  );
});

test('an address of a model is kept in its one form, and what is none is refused with an example', () => {
  assert.equal(endpointShape.parse(' HTTP://127.0.0.1:11434/v1/ '), 'http://127.0.0.1:11434/v1');
  assert.equal(endpointShape.parse('  '), '', 'nothing typed is no address, and no fault');
  for (const typed of [
    'models.example.com',
    'ftp://models.example/v1',
    'https://me:key@models.example/v1',
    'https://models.example/v1?key=1',
  ])
    assert.deepEqual(
      endpointShape.safeParse(typed).error?.issues.map(({ message }) => message),
      ['Write the whole address, such as https://models.example.com/v1'],
      typed,
    );
  assert.ok(!endpointShape.safeParse(`https://models.example/${'x'.repeat(500)}`).success);
});

test('a name of a model is one line, a key is what a header can carry', () => {
  assert.equal(modelNameShape.parse(' llama3.1:8b-instruct '), 'llama3.1:8b-instruct');
  for (const name of ['two\nlines', 'tab\tbed', 'bell\u0007', 'nul\u0000', 'x'.repeat(201)])
    assert.ok(!modelNameShape.safeParse(name).success);
  assert.equal(modelKeyShape.parse(' sk-abc_123 '), 'sk-abc_123');
  for (const key of ['two words', 'sk-\r\nX-Evil: 1', 'clé', 'a\u0000b', 'x'.repeat(2001)])
    assert.ok(!modelKeyShape.safeParse(key).success, key);
  assert.equal(modelKeyShape.parse(''), '', 'a model in the house needs none');
});

test('how a model is set up is shown without its key', () => {
  const health = { askedAt: null, answeredAt: null, failure: null, unanswered: 0 };
  const view = { on: true, endpoint: 'http://127.0.0.1/v1', model: 'llama', key: 'kept', health };
  assert.deepEqual(languageModelViewShape.parse({ ...view, sealed: 'bytes' }), view);
  assert.ok(!languageModelViewShape.safeParse({ ...view, key: 'sk-abc' }).success, 'the key itself has no place in it');
});
