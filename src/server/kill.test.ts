import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killRound } from '#test/kill-round.ts';

// Twenty rounds of each are in src/test/soak/kill.ts.
for (const whole of [false, true])
  test(`killed ${whole ? 'with its whole database ' : ''}while it receives twenty files, Heed loses none it acknowledged`, async () => {
    const { acknowledged, lost, twice, half, afterwards } = await killRound({ whole, after: 6 });
    assert.ok(acknowledged >= 6 && acknowledged < 20, `${acknowledged} acknowledged`);
    assert.deepEqual({ lost, twice, half }, { lost: 0, twice: 0, half: 0 });
    assert.deepEqual(afterwards, { files: 20, understood: 20 });
  });
