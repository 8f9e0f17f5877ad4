import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringing, only } from '#test/dropping.ts';

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

test('an event is a note of a meeting with whom it was', async () => {
  const told = await bringing({
    'x.ics': calendar(
      ...event(
        'UID:disc-1@example.com',
        'SEQUENCE:1',
        'DTSTAMP:20260301T080000Z',
        'DTSTART;TZID=Europe/Madrid:20260305T093000',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'SUMMARY:Discovery call\\, Harbour Foods',
        'LOCATION:Quay 1',
        'ORGANIZER;CN=Ana Ruiz:mailto:ana@example.com',
        'ATTENDEE;CN="Baker, Tom";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:tom@h',
        ' arbour.example',
        'ATTENDEE;CN=Lee;PARTSTAT=DECLINED:mailto:lee@example.com',
        'ATTENDEE;CUTYPE=ROOM:mailto:room@example.com',
        'DESCRIPTION:Agenda:\\n1) Listen\\n2) Next step',
        'BEGIN:VALARM',
        'SUMMARY:an alarm',
        'END:VALARM',
        'STATUS:CONFIRMED',
      ),
    ),
  });
  const note = only(told, 'note');
  assert.deepEqual(
    [note.kind, note.title, note.happenedAt, note.externalId, note.externalObject],
    ['meeting', 'Discovery call, Harbour Foods', '2026-03-05T08:30:00.000Z', 'disc-1@example.com', 'event'],
  );
  assert.deepEqual(note.people, [
    { email: 'ana@example.com', name: 'Ana Ruiz' },
    { email: 'tom@harbour.example', name: 'Baker, Tom' },
  ]);
  assert.equal(note.body, 'Agenda:\n1) Listen\n2) Next step\n\n↻ weekly, 3 times');
  assert.deepEqual(note.custom, [{ label: 'LOCATION', value: 'Quay 1' }]);
  assert.deepEqual([told.problems, told.looked[0]?.source, told.looked[0]?.rows], [['event.repeats'], 'ics', 1]);
});

test('of one meeting the newest state counts; what was called off is left out', async () => {
  const told = await bringing({
    'x.ics': calendar(
      ...event('UID:1', 'SEQUENCE:2', 'SUMMARY:new', 'DTSTART:20260305T093000Z'),
      ...event('UID:1', 'SEQUENCE:1', 'SUMMARY:old', 'DTSTART:20260304T093000Z'),
      ...event('UID:1', 'RECURRENCE-ID:20260312T093000Z', 'SEQUENCE:0', 'SUMMARY:moved', 'DTSTART:20260313T093000Z'),
      ...event('UID:2', 'STATUS:CANCELLED', 'SUMMARY:off', 'DTSTART:20260305'),
      ...event('UID:3', 'SEQUENCE:10', 'SUMMARY:ten', 'DTSTART;VALUE=DATE:20260305'),
      ...event('UID:3', 'SEQUENCE:9', 'SUMMARY:nine', 'DTSTART;VALUE=DATE:20260306'),
    ),
  });
  assert.deepEqual(
    told.rows[0]?.map(({ record, problems }) =>
      record?.object === 'note' ? `${record.externalId} ${record.title} ${record.happenedAt}` : problems[0]?.code,
    ),
    [
      '1 new 2026-03-05T09:30:00.000Z',
      'row.older',
      '1/20260312T093000Z moved 2026-03-13T09:30:00.000Z',
      'row.cancelled',
      '3 ten 2026-03-05T00:00:00.000Z',
      'row.older',
    ],
  );
  const called = await bringing({ 'c.ics': calendar('METHOD:CANCEL', ...event('UID:1', 'SUMMARY:off', 'DTSTART:20260305')) });
  assert.deepEqual(called.problems, ['row.cancelled']);
});

test('tasks of a calendar', async () => {
  const told = await bringing({
    'x.ics': calendar(
      'BEGIN:VTODO',
      'UID:t1',
      'SUMMARY:Send the quote',
      'DUE:20260307T120000Z',
      'STATUS:COMPLETED',
      'COMPLETED:20260306T100000Z',
      'END:VTODO',
      'BEGIN:VTODO',
      'UID:t2',
      'DESCRIPTION:Call Tom\\nsoon',
      'STATUS:NEEDS-ACTION',
      'END:VTODO',
    ),
  });
  assert.deepEqual(
    told.records.map((record) => record.object === 'task' && [record.what, record.dueOn, record.doneAt, record.externalObject]),
    [
      ['Send the quote', '2026-03-07', '2026-03-06T10:00:00.000Z', 'todo'],
      ['Call Tom', null, null, 'todo'],
    ],
  );
});

test('a zone that the calendar describes, one of Windows, and one that nobody knows', async () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Our time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const told = await bringing({
    'x.ics': calendar(
      ...zone,
      ...event('UID:1', 'SUMMARY:a', 'DTSTART;TZID=Our time:20260305T093000'),
      ...event('UID:2', 'SUMMARY:b', 'DTSTART;TZID=W. Europe Standard Time:20260705T093000'),
      ...event('UID:3', 'SUMMARY:c', 'DTSTART;TZID=Middle-earth:20260305T093000'),
      ...event('UID:4', 'SUMMARY:d', 'DTSTART;TZID=/example.org/America/New_York:20260305T093000'),
    ),
  });
  assert.deepEqual(
    told.records.map((record) => record.object === 'note' && record.happenedAt),
    ['2026-03-05T06:30:00.000Z', '2026-07-05T07:30:00.000Z', '2026-03-05T09:30:00.000Z', '2026-03-05T14:30:00.000Z'],
  );
  assert.deepEqual(told.problems, ['time.zone-unknown']);
});

test('a zone whose rule would be counted by the second is passed over', async () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Berlin',
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    'RRULE:FREQ=SECONDLY',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const told = await bringing({ 'x.ics': calendar(...zone, ...event('UID:1', 'SUMMARY:a', 'DTSTART;TZID=Europe/Berlin:20260305T093000')) });
  assert.equal(only(told, 'note').happenedAt, '2026-03-05T08:30:00.000Z');
});

test('folded badly, cut off, and an event that says nothing', async () => {
  const told = await bringing({
    'x.ics': calendar(
      ...event('UID:1', 'SUMMARY:a', 'DESCRIPTION:a long', 'text that was not indented', ' and goes on', 'DTSTART:not a day'),
      ...event('UID:2'),
      'BEGIN:VEVENT',
      'UID:3',
      'SUMMARY:cut',
    ).replace('END:VCALENDAR', ''),
  });
  assert.deepEqual(
    told.rows[0]?.map(({ record, problems }) => [record?.object === 'note' ? record.body : null, problems.map(({ code }) => code)]),
    [
      ['a longtext that was not indentedand goes on', ['date.not-one']],
      [null, ['row.says-nothing']],
      [null, ['row.unreadable']],
    ],
  );
});
