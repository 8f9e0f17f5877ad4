import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TaskView } from '#model/task.ts';
import { grouped, groupOf } from './groups.ts';
import { dayTyped, namedIn, nameSought, taskIn } from './line.ts';

/** A Thursday. */
const TODAY = '2026-11-19';

test('the day is read from the end of the line, in either language', () => {
  for (const [line, what, dueOn] of [
    ['Ring Ines on Friday', 'Ring Ines', '2026-11-20'],
    ['Ines bellen op vrijdag', 'Ines bellen', '2026-11-20'],
    ['Send the list by 3 December', 'Send the list', '2026-12-03'],
    ['Send the list before the 3rd of December', 'Send the list', '2026-12-03'],
    ['Look at the vans tomorrow', 'Look at the vans', '2026-11-20'],
    ['Look again in 2 weeks', 'Look again', '2026-12-03'],
    ['Look at the vans', 'Look at the vans', null],
    ['Wait for the sun', 'Wait for the sun', null],
    ['Friday', 'Friday', null],
    ['   ', '', null],
  ] as const)
    assert.deepEqual(taskIn(line, TODAY), { what, dueOn }, line);
});

test('a field of its own takes a day in words, nothing, or says that it does not know it', () => {
  assert.equal(dayTyped('friday', TODAY), '2026-11-20');
  assert.equal(dayTyped('op 3 december', TODAY), '2026-12-03');
  assert.equal(dayTyped(' ', TODAY), null);
  assert.equal(dayTyped('some day', TODAY), undefined);
});

test('whoever a task is for is sought by the name in it, and nobody by a piece of a word', () => {
  assert.equal(nameSought('Ring Ines Carvalho about the vans'), 'Ines Carvalho');
  assert.equal(nameSought('Visit Joost van der Meer'), 'Joost van der Meer');
  assert.equal(nameSought('ring ines'), 'ines');
  assert.equal(nameSought('sleep'), '');
  const people = [{ title: 'Sam Whitlock' }, { title: 'Ines Carvalho' }, { title: 'Ines Almeida' }];
  assert.equal(namedIn('Ring ines, please', people)?.title, 'Ines Carvalho');
  assert.equal(namedIn('Ring Ines Almeida', people)?.title, 'Ines Almeida');
  assert.equal(namedIn('Look at the same sample', people), null);
});

test('whatever is typed, no word of it is lost and a day is never before today', () => {
  const words = fc.array(fc.constantFrom('ring', 'Ines', 'on', 'friday', 'by', '3', 'december', 'the', 'morgen', 'op', 'list.'), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(words, (said) => {
      const { what, dueOn } = taskIn(said.join(' '), TODAY);
      assert.ok(said.join(' ').startsWith(what));
      assert.ok(dueOn === null || dueOn >= TODAY);
      assert.equal(what === '', said.length === 0);
    }),
  );
});

test('tasks stand by when they are due, and empty groups are left out', () => {
  assert.deepEqual([null, -1, 0, 1, 6, 7].map(groupOf), ['none', 'late', 'today', 'week', 'week', 'later']);
  const task = (id: string, dueOn: string | null) => ({ id, dueOn }) as TaskView;
  const daysTo = (day: string) => (Date.parse(day) - Date.parse(TODAY)) / 86_400_000;
  assert.deepEqual(
    grouped([task('a', '2026-11-01'), task('b', '2026-11-19'), task('c', null), task('d', '2026-11-02')], daysTo).map(
      ({ group, tasks }) => [group, tasks.map(({ id }) => id).join('')],
    ),
    [
      ['late', 'ad'],
      ['today', 'b'],
      ['none', 'c'],
    ],
  );
});
