import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { confidencesOf } from '#understanding/heads/hearing.ts';
import { modelOf, ourModel } from '#understanding/heads/model.ts';
import { unitOf, wholeSentence } from '#understanding/heads/unit.ts';
import { needFile } from '../corpora.ts';
import type { Bench, Row } from './task.ts';

const FILE = path.resolve(import.meta.dirname, '../../src/understanding/heads/model.bin');
const MEETING = 1500;
const TIMES = 3;

/** Of the engine that Heed comes with: utterances a second on one core from text to confidences, the model's size, and how long it takes to read. */
export function pace({ data }: Bench): Row[] {
  const lines = needFile(data, 'ami', 'val').lines.slice(0, MEETING * 4);
  const base = { mode: 'default' as const, spread: null };
  const loads = Array.from({ length: TIMES }, () => timed(() => modelOf(readFileSync(FILE))));
  const hear = () => {
    for (let at = 0; at < lines.length; at += MEETING) {
      const units = lines.slice(at, at + MEETING).map(({ x, s }, turn) => {
        const text = String(x);
        return unitOf({ text, sentence: wholeSentence(text), turn, speaker: String(s), side: 'unknown' });
      });
      confidencesOf(units, true, ourModel());
    }
  };
  hear();
  const times = Array.from({ length: TIMES }, () => timed(hear));
  const best = Math.min(...times);
  return [
    {
      ...base,
      task: 'speed',
      split: 'AMI val, one core',
      metric: 'utterances/s',
      score: Math.round((lines.length * 1000) / best),
      n: lines.length,
      must: 10_000,
    },
    { ...base, task: 'model size', split: 'shipped', metric: 'MB', score: statSync(FILE).size / 1048576, n: 1, must: 8 },
    { ...base, task: 'model load', split: 'shipped', metric: 'ms', score: Math.min(...loads), n: TIMES, must: 150 },
  ];
}

/** Milliseconds of this process alone: other work on the machine does not count. */
function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
