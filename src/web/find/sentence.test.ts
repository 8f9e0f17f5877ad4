import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayIn, meantBy } from './sentence.ts';

// A Monday.
const today = '2026-11-23';

test('a promise in one breath: to whom, what, by when', () => {
  assert.deepEqual(meantBy('promise Ines the July report by Friday', today), {
    do: 'promise',
    to: 'Ines',
    what: 'the July report',
    due: '2026-11-27',
    dueText: 'Friday',
  });
  assert.deepEqual(meantBy('beloof Ines het rapport van juli voor vrijdag', today), {
    do: 'promise',
    to: 'Ines',
    what: 'het rapport van juli',
    due: '2026-11-27',
    dueText: 'vrijdag',
  });
});

test('a name of more words is taken whole when somebody is called so', () => {
  const meant = meantBy('promise joost van der meer a call', today, ['Joost van der Meer', 'Joost']);
  assert.ok(meant?.do === 'promise');
  assert.deepEqual([meant.to, meant.what, meant.due], ['joost van der meer', 'a call', null]);
});

test('what follows “by” is the day only when it is one', () => {
  const meant = meantBy('promise Ines a report by hand', today);
  assert.ok(meant?.do === 'promise');
  assert.deepEqual([meant.what, meant.due], ['a report by hand', null]);
});

test('half a promise is none yet', () => {
  assert.equal(meantBy('promise', today), null);
  assert.equal(meantBy('promise Ines', today), null);
  assert.equal(meantBy('promises', today), null);
});

test('a talk to be logged, with whom', () => {
  assert.deepEqual(meantBy('log a call with Ines', today), { do: 'log', with: 'Ines' });
  assert.deepEqual(meantBy('log a call', today), { do: 'log', with: '' });
  assert.deepEqual(meantBy('noteer een gesprek met Joost van der Meer', today), { do: 'log', with: 'Joost van der Meer' });
});

test('somebody to be added by name, written as names are', () => {
  assert.deepEqual(meantBy('add Tom Baker', today), { do: 'add', name: 'Tom Baker' });
  assert.deepEqual(meantBy('add tom baker-smith', today), { do: 'add', name: 'Tom Baker-Smith' });
  assert.deepEqual(meantBy('voeg Tom Bakker toe', today), { do: 'add', name: 'Tom Bakker' });
  assert.equal(meantBy('add a person', today), null);
});

test('what is looked for is not taken for something to do', () => {
  for (const typed of ['harbour', 'Ines', 'log', 'the promise', 'address', 'a promise Ines made', ''])
    assert.equal(meantBy(typed, today), null, typed);
});

test('days as people say them, always ahead', () => {
  const said: [string, string | null][] = [
    ['today', '2026-11-23'],
    ['tomorrow', '2026-11-24'],
    ['morgen', '2026-11-24'],
    ['friday', '2026-11-27'],
    ['fri', '2026-11-27'],
    ['vr', '2026-11-27'],
    ['monday', '2026-11-30'],
    ['next wednesday', '2026-11-25'],
    ['in 3 days', '2026-11-26'],
    ['over 2 weken', '2026-12-07'],
    ['next week', '2026-11-30'],
    ['1 December', '2026-12-01'],
    ['December 1', '2026-12-01'],
    ['the 2nd of january', '2027-01-02'],
    ['3 mrt', '2027-03-03'],
    ['2027-02-28', '2027-02-28'],
    ['30 february', null],
    ['2026-13-01', null],
    ['soon', null],
    ['f', null],
  ];
  for (const [words, day] of said) assert.equal(dayIn(words, today), day, words);
});

test('whatever is typed, it is a day ahead or none, and nothing breaks', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (typed) => {
      const day = dayIn(typed, today);
      assert.ok(day === null || /^\d{4}-\d{2}-\d{2}$/.test(day));
      const meant = meantBy(`promise ${typed}`, today);
      assert.ok(meant === null || meant.do !== 'promise' || (meant.to !== '' && meant.what !== ''));
    }),
  );
});

test('a task is what we set ourselves: the rest of the line is read with its day later on', () => {
  assert.deepEqual(meantBy('task ring Ines on friday', '2026-11-19'), { do: 'task', line: 'Ring Ines on friday' });
  assert.deepEqual(meantBy('Remind me to look at the vans tomorrow.', '2026-11-19'), { do: 'task', line: 'Look at the vans tomorrow' });
  assert.deepEqual(meantBy('herinner me eraan om Ines te bellen', '2026-11-19'), { do: 'task', line: 'Ines te bellen' });
  assert.deepEqual(meantBy('taak: bussen tellen', '2026-11-19'), { do: 'task', line: 'Bussen tellen' });
  assert.equal(meantBy('tasks', '2026-11-19'), null);
  assert.equal(meantBy('promise Ines the task list by friday', '2026-11-19')?.do, 'promise');
});
