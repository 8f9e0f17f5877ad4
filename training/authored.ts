import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unitOf, wholeSentence } from '#understanding/heads/unit.ts';
import { linesOf } from './authored/lines.ts';
import { exchangesOf } from './authored/pairs.ts';
import { type AuthoredSentence, type AuthoredTalk, talkOf } from './authored/talk.ts';
import { type Lesson, lessonOf } from './lesson.ts';

const HERE = path.join(import.meta.dirname, 'authored');

/** The names of the 25 talks that no training and no tuning sees. */
export const TEST_TALKS: ReadonlySet<string> = new Set(
  readFileSync(path.join(HERE, 'test-talks.txt'), 'utf8').split(/\s+/).filter(Boolean),
);

/** All authored talks of one part, by name. */
export function talksOf(part: 'train' | 'test'): AuthoredTalk[] {
  return readdirSync(path.join(HERE, 'talks'))
    .filter((file) => file.endsWith('.talk') && TEST_TALKS.has(file.slice(0, -5)) === (part === 'test'))
    .sort()
    .map((file) => talkOf(readFileSync(path.join(HERE, 'talks', file), 'utf8'), file));
}

/** SHA-256 over every authored file that is learned from. */
export function authoredChecksum(): string {
  const hash = createHash('sha256');
  for (const folder of ['talks', 'pairs', 'lines'])
    for (const file of readdirSync(path.join(HERE, folder)).sort())
      if (!TEST_TALKS.has(file.replace(/\.talk$/, ''))) hash.update(file).update(readFileSync(path.join(HERE, folder, file)));
  return hash.digest('hex');
}

/** Kinds of findings whose heads stand beside the acts of the same name. */
const found = (kind: string) => `find ${kind}`;

/** A talk as a lesson: acts, kinds of our questions, findings, how deep a need lies; `acts known`, `finds known` say what may be learned from it. */
export function lessonOfTalk(talk: AuthoredTalk): Lesson {
  const units = talk.turns.flatMap(({ speaker, side, sentences }, turn) =>
    sentences.map(({ text }) => unitOf({ text, sentence: wholeSentence(text), turn, speaker, side })),
  );
  const labels = talk.turns.flatMap(({ sentences }) => sentences.map(labelsOf));
  return { dialogue: talk.id, units, labels };
}

function labelsOf({ acts, spin, findings }: AuthoredSentence): string[] {
  return [
    ...acts,
    ...familiesOf(acts),
    ...(spin ? [`spin ${spin}`] : []),
    ...findings.flatMap(({ kind, depth }) => [
      found(kind),
      ...(kind.startsWith('belief.') ? ['find belief'] : []),
      ...(kind.startsWith('trait.') ? ['find trait'] : []),
      ...(depth === null ? [] : [...[1, 2, 3, 4].filter((d) => depth >= d).map((d) => `deep ${d}`)]),
    ]),
    'finds known',
  ];
}

function familiesOf(acts: readonly string[]): string[] {
  const families = ['question', 'reflection', 'pitch'].filter((family) => acts.some((act) => act.startsWith(`${family}.`)));
  return families;
}

/** The exchanges as lessons: each answer stands after what they said, for itself. */
export function lessonsOfPairs(): Lesson[] {
  const folder = path.join(HERE, 'pairs');
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      exchangesOf(readFileSync(path.join(folder, file), 'utf8'), file).flatMap(({ theirs, answers }, i) =>
        answers.map(({ act, text }) =>
          lessonOf(`${file} ${i}`, [
            { turn: 0, speaker: 'them', side: 'them', text: theirs, labels: null },
            { turn: 1, speaker: 'us', side: 'us', text, labels: [act, ...familiesOf([act])] },
          ]),
        ),
      ),
    );
}

/** Sentences by themselves, each after what was said before it. */
export function lessonsOfLines(): Lesson[] {
  const folder = path.join(HERE, 'lines');
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      linesOf(readFileSync(path.join(folder, file), 'utf8'), file).map(({ before, side, sentence }, i) =>
        lessonOf(`${file} ${Math.floor(i / 8)}`, [
          ...(before ? [{ turn: 0, speaker: before.side, side: before.side, text: before.text, labels: null }] : []),
          { turn: 1, speaker: side, side, text: sentence.text, labels: labelsOf(sentence) },
        ]),
      ),
    );
}
