import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropping } from '#test/dropping.ts';
import { lookAtFiles } from './look.ts';
import { readRows } from './read.ts';

test('a hundred thousand rows are read a few at a time, and quickly', async (t) => {
  const line = (at: number) =>
    `${5_518_200_000 + at},Tom${at % 977},Baker${at % 3571},tom${at}@harbour${at % 2000}.example,+44 20 7946 ${at},"Head of Supply, ${at % 20}",Harbour Foods ${at % 2000},Maya Okafor,In progress,Customer,Marketing contact,2024-03-12 09:14,2025-11-02 10:00,Harbour Foods ${at % 2000},${900_000 + (at % 2000)}`;
  const heading =
    'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact owner,Lead Status,Lifecycle Stage,Marketing contact status,Create Date,Last Activity Date,Associated Company,Associated Company IDs';
  const content = [heading, ...Array.from({ length: 100_000 }, (_, at) => line(at))].join('\n');
  await dropping({ 'big.csv': content }, async (dropped) => {
    const [file] = await lookAtFiles(dropped);
    const [at] = dropped;
    assert.ok(file && at);
    assert.equal(file.rows, 100_000);
    // Of the processor, not of the clock: others use the machine too.
    const { user } = process.cpuUsage();
    let rows = 0;
    let most = 0;
    for await (const { record } of readRows(file, at, {})) {
      if (record) rows++;
      if (rows % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
    }
    const perSecond = Math.round(rows / ((process.cpuUsage().user - user) / 1e6));
    assert.equal(rows, 100_000);
    t.diagnostic(`${perSecond} rows a second of the processor, ${Math.round(most / 1e6)} MB of heap`);
    assert.ok(perSecond > 40_000, `${perSecond} rows a second`);
  });
});
