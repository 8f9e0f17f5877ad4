import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KillRound, killRound } from '#test/kill-round.ts';

const ROUNDS = 20;

for (const whole of [false, true])
  test(`${ROUNDS} rounds of kill -9 of node${whole ? ' and the whole database' : ''}`, async (t) => {
    const rounds: KillRound[] = [];
    // Each a little later than the one before, so that every stage of receiving is met.
    for (let i = 0; i < ROUNDS; i++) rounds.push(await killRound({ whole, after: i }));
    const sum = (of: (round: KillRound) => number) => rounds.reduce((total, round) => total + of(round), 0);
    const restarts = rounds.map((round) => round.restartMs).sort((a, b) => a - b);
    t.diagnostic(`acknowledged per round: ${rounds.map((round) => round.acknowledged).join(' ')}`);
    t.diagnostic(
      `lost ${sum((r) => r.lost)}, twice ${sum((r) => r.twice)}, half ${sum((r) => r.half)} of ${sum((r) => r.acknowledged)} acknowledged`,
    );
    t.diagnostic(`start after the kill: median ${restarts[ROUNDS / 2]} ms, longest ${restarts.at(-1)} ms`);
    assert.deepEqual([sum((r) => r.lost), sum((r) => r.twice), sum((r) => r.half)], [0, 0, 0]);
    for (const { afterwards } of rounds) assert.deepEqual(afterwards, { files: 20, understood: 20 });
  });
