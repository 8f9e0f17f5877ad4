import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { type Mover, newMover } from '#test/mover.ts';
import { newWorld, type World } from '#test/world.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const with_ = (name: string, email: string, more = '') => `ATTENDEE;CN="${name}"${more}:mailto:${email}`;
const namesOf = (list: { name?: string }[]) => list.map(({ name }) => name).join(', ');

const WEEK = (agenda: string) =>
  calendar(
    ...event(
      'UID:disc-1@example.com',
      'DTSTART;TZID=Europe/Madrid:20260305T093000',
      'SUMMARY:Discovery call',
      'ORGANIZER;CN=Ann Lee:mailto:ann@harbour.example',
      with_('Baker, Tom', 'tom@harbour.example'),
      with_('A Stranger', 'stranger@far.example'),
      with_('Lars', 'lars@x.example', ';PARTSTAT=DECLINED'),
      `DESCRIPTION:${agenda}`,
    ),
    ...event('UID:lone', 'DTSTART:20260306T100000Z', 'SUMMARY:Think', with_('A Stranger', 'stranger@far.example')),
    ...event('UID:off', 'STATUS:CANCELLED', 'DTSTART:20260307T100000Z', 'SUMMARY:Off', with_('Tom', 'tom@harbour.example')),
    ...['BEGIN:VTODO', 'UID:t1', 'SUMMARY:Send the quote', 'DUE:20260307T120000Z', 'END:VTODO'],
  );

async function withPeople(): Promise<Mover> {
  const maya = await newMover(world);
  await maya.bring({ 'people.csv': 'Name,E-mail\nTom Baker,tom@harbour.example\nAnn Lee,ann@harbour.example\nLars,lars@x.example\n' });
  return maya;
}

test('a meeting becomes a note with those of its guests whom we know, and makes nobody known', async () => {
  const maya = await withPeople();
  const { id, page } = await maya.bring({ 'work.ics': WEEK('Agenda') });
  assert.equal(page.source, 'ics');
  const [note, ...others] = await maya.kept('note');
  assert.deepEqual([note?.kind, note?.title, note?.body, others.length], ['meeting', 'Discovery call', 'Agenda', 0]);
  assert.equal(new Date(note?.happenedAt ?? '').toISOString(), '2026-03-05T08:30:00.000Z');
  assert.deepEqual(note?.people.map(({ name }) => name).sort(), ['Ann Lee', 'Tom Baker'], 'who said no was not there');
  assert.deepEqual(
    (await maya.kept('person')).map(({ name }) => name),
    ['Ann Lee', 'Lars', 'Tom Baker'],
  );
  const told = await maya.told(id, 'note');
  assert.deepEqual(told, ['create person-missing', 'fail person-missing with-nobody', 'skip row.cancelled']);
  const [task] = await maya.kept('task');
  assert.deepEqual([task?.what, task?.dueOn, task?.doneAt], ['Send the quote', '2026-03-07', null]);
});

test('that they met counts as contact with each of them, and is taken back with the meeting', async () => {
  const maya = await withPeople();
  const last = async () => {
    const { rows } = await call(router.people.list, {}, maya.as());
    return rows
      .filter(({ lastContactAt }) => lastContactAt)
      .map(({ name }) => name)
      .sort();
  };
  assert.deepEqual(await last(), []);
  const { id } = await maya.bring({ 'work.ics': WEEK('Agenda') });
  assert.deepEqual(await last(), ['Ann Lee', 'Tom Baker']);
  await maya.undo(id);
  assert.deepEqual(await last(), []);
});

test('the same calendar again adds nothing; a new agenda is taken where the file’s word counts, and can be given back', async () => {
  const maya = await withPeople();
  await maya.bring({ 'work.ics': WEEK('Agenda') });
  const second = await maya.tried({ 'work.ics': WEEK('Agenda') });
  assert.deepEqual(second.page.plan, { note: { same: 1, fail: 1, skip: 1 }, task: { same: 1 } });
  const filling = await maya.tried({ 'work.ics': WEEK('Another agenda') });
  assert.equal(filling.page.plan.note?.update, undefined, 'what we have stays');
  const taken = await maya.bring({ 'work.ics': WEEK('Another agenda') }, { conflict: 'file' });
  assert.deepEqual(
    (await maya.kept('note')).map(({ body }) => body),
    ['Another agenda'],
  );
  await maya.undo(taken.id);
  assert.deepEqual(
    (await maya.kept('note')).map(({ body }) => body),
    ['Agenda'],
  );
});

test('a meeting that was taken away here is not brought again by the same file', async () => {
  const maya = await withPeople();
  await maya.bring({ 'work.ics': WEEK('Agenda') });
  const { rows } = await world.db
    .selectFrom('notes')
    .select('id')
    .where('workspaceId', '=', maya.member.workspaceId)
    .execute()
    .then((found) => ({ rows: found }));
  await call(router.notes.remove, { id: rows[0]?.id ?? '' }, maya.as());
  await maya.tried({ 'work.ics': WEEK('Agenda') });
  assert.deepEqual(await maya.kept('note'), []);
});

const MONICA = JSON.stringify({
  version: '1.0',
  account: {
    uuid: 'a',
    data: [
      {
        count: 2,
        type: 'contact',
        values: [
          {
            uuid: 'c1',
            created_at: '2021-02-03T04:05:06.000000Z',
            properties: {
              ...{ first_name: 'Tom', last_name: 'Baker', nickname: 'Tommy', job: 'Cook', company: 'Harbour Foods' },
              ...{ description: 'Met at the fair', tags: ['Port'], food_preferences: 'no fish' },
              birthdate: { uuid: 's', is_age_based: false, is_year_unknown: true, date: '2021-09-12T00:00:00Z' },
            },
            data: [
              { type: 'contact_field', values: [{ properties: { data: 'tom@harbour.example', type: 'ft1' } }] },
              { type: 'note', values: [{ created_at: '2021-03-01T00:00:00.000000Z', properties: { body: 'late again' } }] },
              { type: 'call', values: [{ uuid: 'call1', properties: { called_at: '2021-03-02T00:00:00Z', content: 'phoned' } }] },
              {
                type: 'task',
                values: [{ uuid: 't1', properties: { title: 'Send tea', completed: true, completed_at: '2021-03-05T00:00:00Z' } }],
              },
              { type: 'activity', values: ['act1'] },
            ],
          },
          { uuid: 'c2', properties: { first_name: 'Ann' }, data: [{ type: 'activity', values: ['act1'] }] },
        ],
      },
      { type: 'relationship', values: [{ properties: { type: 'partner', contact_is: 'c1', of_contact: 'c2' } }] },
      { type: 'activity', values: [{ uuid: 'act1', properties: { summary: 'Lunch', description: 'fish', happened_at: '2021-04-01' } }] },
    ],
    instance: { contact_field_types: [{ uuid: 'ft1', properties: { name: 'Email', type: 'email' } }] },
  },
});

test('an account of Monica: the person, what was written, what was done together, and what only Monica asks', async () => {
  const maya = await newMover(world);
  await maya.bring({ 'monica.json': MONICA });
  const tom = await maya.person('Tom Baker');
  assert.deepEqual([tom.nickname, tom.tags, tom.organisations[0]?.name], ['Tommy', ['Port'], 'Harbour Foods']);
  assert.deepEqual(tom.dates, [{ kind: 'birthday', label: '', month: 9, day: 12, year: null }]);
  assert.deepEqual(tom.custom, [
    { label: 'Food', value: 'no fish' },
    { label: 'partner', value: 'Ann' },
  ]);
  const notes = await maya.kept('note');
  assert.deepEqual(
    notes.map(({ kind, title, body }) => [kind, title, body]),
    [
      ['note', '', 'Met at the fair'],
      ['note', '', 'late again'],
      ['call', '', 'phoned'],
      ['meeting', 'Lunch', 'fish'],
    ],
  );
  assert.match(namesOf(notes[3]?.people ?? []), /Tom Baker/);
  const [task] = await maya.kept('task');
  assert.deepEqual(
    [task?.what, new Date(task?.doneAt ?? '').toISOString(), namesOf(task?.people ?? [])],
    ['Send tea', '2021-03-05T00:00:00.000Z', 'Tom Baker'],
  );
  const { page } = await maya.tried({ 'monica.json': MONICA });
  assert.deepEqual(page.plan, { person: { same: 2 }, note: { same: 3 }, task: { same: 1 } });
});
