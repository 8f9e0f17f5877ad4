import assert from 'node:assert/strict';
import { test } from 'node:test';
import { understand } from '#understanding/understand.ts';
import { talk } from './talk.ts';

/** What was said, the acts a listener hears in it, and what is found there; `open` are the turns of theirs we left unanswered. */
export interface Golden {
  name: string;
  lines: { who: string; says: string; acts: string; found: string }[];
  open: number[];
}

/** One test a talk: a change of the rules that changes a line of it has to be looked at. */
export function holdTo(golden: Golden[]) {
  for (const { name, lines, open } of golden)
    test(`golden: ${name}`, () => {
      const { report } = understand(talk(lines.map(({ who, says }) => [who, says])), { zone: 'Europe/Amsterdam' });
      const heard = report.turns.map(({ text, speaker, acts, i }) => ({
        who: speaker,
        says: text,
        acts: [...new Set(acts.map(({ act }) => act))].join(' '),
        found: report.findings
          .filter(({ turn }) => turn === i)
          .map(({ kind }) => kind)
          .join(' '),
      }));
      assert.deepEqual(heard, lines);
      assert.deepEqual(
        report.listening.questions.unansweredAt?.map(({ turn }) => turn),
        open,
      );
    });
}
