import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placed } from './why-place.ts';

const size = { width: 300, height: 200 };
const view = { width: 1000, foot: 800 };
const box = (top: number, left = 100) => ({ left, top, bottom: top + 40 });

test('why something was heard stands under it, where there is room', () => {
  assert.deepEqual(placed(box(100), box(100), size, view), { x: 92, y: 144 });
});

test('at the foot of the window it stands over it', () => {
  assert.deepEqual(placed(box(700), box(700), size, view), { x: 92, y: 496 });
});

test('of a turn as high as the window nothing is left free, so it stands at the foot', () => {
  assert.deepEqual(placed(box(300), { left: 0, top: -50, bottom: 900 }, size, view), { x: 92, y: 592 });
});

test('it goes when what it is about has left the window, above or below', () => {
  assert.equal(placed(box(-60), box(-60), size, view), null);
  assert.equal(placed(box(810), box(810), size, view), null);
  assert.notEqual(placed(box(-30), box(-30), size, view), null);
});

test('it keeps off both sides of the window', () => {
  assert.equal(placed(box(100, 990), box(100), size, view)?.x, 692);
  assert.equal(placed(box(100, 2), box(100), size, view)?.x, 8);
});

test('on a window smaller than itself its beginning can be read', () => {
  const small = placed(box(10, 100), box(10), size, { width: 200, foot: 150 });
  assert.deepEqual(small, { x: 8, y: 8 });
});

test('where there is room under or over it, it covers nothing of what it is about', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 500 }), (top, height) => {
      const kept = { left: 0, top, bottom: top + height };
      const at = placed(kept, kept, size, view);
      assert.ok(at);
      const hasRoom = kept.bottom + 4 + size.height + 8 <= view.foot || kept.top - 4 - size.height >= 8;
      if (hasRoom) assert.ok(at.y >= kept.bottom || at.y + size.height <= kept.top);
    }),
  );
});
