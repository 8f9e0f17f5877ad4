import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boxesOf, drawPeople, type MapLine, type MapPerson, MOST_FACES, overlap } from './people-map.ts';

const person = (id: string, zone: MapPerson['zone'], rank = 1): MapPerson => ({ id, zone, rank, name: `Person ${id}`, says: 'advises' });
const line = (one: string, other: string, says = ''): MapLine => ({ id: `${one} ${other}`, one, other, says });

const anybody = fc.record({
  id: fc.uuid(),
  zone: fc.constantFrom('us' as const, 'middle' as const, 'affected' as const),
  rank: fc.nat(9),
  name: fc.string({ minLength: 1, maxLength: 60 }),
  says: fc.string({ maxLength: 60 }),
});
const drawing = fc.uniqueArray(anybody, { selector: ({ id }) => id, maxLength: 45 }).chain((people) =>
  fc.record({
    people: fc.constant(people),
    width: fc.integer({ min: 280, max: 900 }),
    lines: fc
      .array(fc.tuple(fc.nat(44), fc.nat(44), fc.string({ maxLength: 14 })), { maxLength: 40 })
      .map((pairs) => pairs.map(([a, b, says], i) => ({ id: `${i}`, one: people[a]?.id ?? 'x', other: people[b]?.id ?? 'y', says }))),
  }),
);

test('no face and no label covers another, and all of it stands on the sheet', () => {
  fc.assert(
    fc.property(drawing, (asked) => {
      const map = drawPeople(asked);
      const boxes = map.faces.flatMap((face) => Object.values(boxesOf(face)));
      for (const [i, box] of boxes.entries()) {
        assert.ok(box.x >= 0 && box.x + box.width <= map.width && box.y >= 0 && box.y + box.height <= map.height, JSON.stringify(box));
        for (const other of boxes.slice(0, i)) assert.ok(!overlap(box, other), `${JSON.stringify(box)} ${JSON.stringify(other)}`);
      }
    }),
    { numRuns: 300 },
  );
});

test('everybody is drawn once or named as left out, those who are closest first', () => {
  fc.assert(
    fc.property(drawing, (asked) => {
      const map = drawPeople(asked);
      const all = [...map.faces.map(({ id }) => id), ...map.left];
      assert.deepEqual(all.sort(), asked.people.map(({ id }) => id).sort());
      assert.equal(map.faces.length, Math.min(MOST_FACES, asked.people.length));
      const rankOf = new Map(asked.people.map(({ id, rank }) => [id, rank]));
      const least = Math.min(...map.faces.map(({ id }) => rankOf.get(id) ?? 0));
      for (const id of map.left) assert.ok((rankOf.get(id) ?? 0) <= least);
    }),
  );
});

test('the order in which people are told changes nothing', () => {
  fc.assert(
    fc.property(drawing, ({ people, lines, width }) => {
      assert.deepEqual(drawPeople({ people: people.toReversed(), lines, width }), drawPeople({ people, lines, width }));
    }),
  );
});

test('words on a line never cover a face, a name or the words of another line', () => {
  fc.assert(
    fc.property(drawing, (asked) => {
      const map = drawPeople(asked);
      const faces = map.faces.flatMap((face) => Object.values(boxesOf(face)));
      const labels = map.lines.flatMap(({ id, label }) => {
        const says = asked.lines.find((one) => one.id === id)?.says ?? '';
        const width = [...says].length * 6.6;
        return label ? [{ x: label.x - width / 2, y: label.y - 11, width, height: 15 }] : [];
      });
      for (const [i, box] of labels.entries()) for (const other of [...faces, ...labels.slice(0, i)]) assert.ok(!overlap(box, other));
    }),
  );
});

test('on a wide sheet we stand on the left, who decides in the middle and who lives with it on the right', () => {
  const people = [person('you', 'us'), person('ines', 'middle', 5), person('daniel', 'middle'), person('mateus', 'affected')];
  const { faces, headings } = drawPeople({ people, lines: [], width: 780 });
  const at = (id: string) => faces.find((face) => face.id === id);
  assert.ok((at('you')?.x ?? 0) < (at('ines')?.x ?? 0) && (at('ines')?.x ?? 0) < (at('mateus')?.x ?? 0));
  assert.ok((at('ines')?.y ?? 0) < (at('daniel')?.y ?? 0), 'who weighs most stands on top');
  assert.deepEqual(
    headings.map(({ zone }) => zone),
    ['us', 'middle', 'affected'],
  );
});

test('on a phone they stand under each other', () => {
  const people = [person('you', 'us'), person('ines', 'middle'), person('mateus', 'affected')];
  const { faces, headings, height } = drawPeople({ people, lines: [], width: 350 });
  assert.deepEqual(
    faces.map(({ id }) => id),
    ['you', 'ines', 'mateus'],
  );
  assert.deepEqual(headings, []);
  assert.ok(height < 400);
});

test('a line that would go through a face goes around it; one to nobody is left out', () => {
  const people = ['a', 'b', 'c'].map((id, i) => person(id, 'middle', 9 - i));
  const { lines } = drawPeople({ people, lines: [line('a', 'b'), line('a', 'c'), line('a', 'gone'), line('b', 'b')], width: 780 });
  assert.deepEqual(
    lines.map(({ id }) => id),
    ['a b', 'a c'],
  );
  const [straight, bent] = lines.map(({ path }) => /Q(-?\d+)/.exec(path)?.[1]);
  assert.equal(Number(straight), 390);
  assert.notEqual(Number(bent), 390);
});

test('a name too long for its place is cut, nobody at all is an empty sheet', () => {
  const { faces } = drawPeople({ people: [{ ...person('x', 'us'), name: 'Wilhelmina '.repeat(9) }], lines: [], width: 300 });
  assert.match(faces[0]?.name ?? '', /^Wilhelmina .*…$/);
  assert.deepEqual(drawPeople({ people: [], lines: [line('a', 'b')], width: 780 }).faces, []);
});
