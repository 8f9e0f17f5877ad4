import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clean } from './letters.ts';
import { isDay, isMoment, momentIn } from './moment.ts';

test('a day is one of the calendar', () => {
  for (const day of ['2026-11-23', '2028-02-29', '1000-01-01', '9999-12-31']) assert.ok(isDay(day), day);
  for (const day of [
    '2026-02-29',
    '2026-02-31',
    '2026-13-01',
    '2026-00-10',
    '0000-01-01',
    '0999-01-01',
    '26-1-1',
    '2026-11-23T00:00:00Z',
    '',
    ' 2026-11-23',
  ])
    assert.ok(!isDay(day), day);
  fc.assert(
    fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) =>
      isDay(date.toISOString().slice(0, 10)),
    ),
  );
});

test('a moment has a day, a time and where it was', () => {
  for (const moment of ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00.123456+01:00', '2026-11-23T23:59-05:30'])
    assert.ok(isMoment(moment), moment);
  for (const moment of [
    '2026-11-23',
    '2026-11-23T09:00:00',
    '2026-11-23 09:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T09:60:00Z',
    '2026-11-23T09:00:00+99:00',
    'infinity',
    '1',
  ])
    assert.ok(!isMoment(moment), moment);
});

test('what an export calls a moment is taken when it is one, in whatever form, else left out', () => {
  assert.equal(momentIn('2026-11-23T09:00:00+01:00'), '2026-11-23T09:00:00+01:00');
  assert.equal(momentIn('Mon, 23 Nov 2026 09:00:00 +0100'), '2026-11-23T08:00:00.000Z');
  for (const none of [null, undefined, '', 'soon', '+275760-09-13T00:00:00.000Z', '0000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z'])
    assert.equal(momentIn(none), null);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const moment = momentIn(text);
      assert.ok(moment === null || isMoment(moment));
    }),
  );
});

test('letters are kept but for those that no database keeps', () => {
  assert.equal(clean('a\u0000b\ud83dc😀'), 'ab\ufffdc😀');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.ok(clean(text).isWellFormed() && !clean(text).includes('\u0000'));
      assert.equal(clean(clean(text)), clean(text));
    }),
  );
});

test('a number in a text is no date', () => {
  for (const none of ['1', 'room 12', 'Meeting 5', '12:30', 'call 3 of 4', '23 Nov']) assert.equal(momentIn(none), null, none);
  assert.equal(momentIn('23 Nov 2026 09:00:00 GMT'), '2026-11-23T09:00:00.000Z');
});
