import type { Side } from '#model/conversation.ts';
import { type Unit, unitOf, wholeSentence } from '#understanding/heads/unit.ts';
import type { Line } from './corpora.ts';

/** A dialogue to learn from: its units in the order they were said, and of each what is true of it; null where nobody said. */
export interface Lesson {
  dialogue: string;
  units: Unit[];
  labels: (string[] | null)[];
}

interface Piece {
  turn: number;
  speaker: string;
  side: Side;
  text: string;
  labels: string[] | null;
}

/** A dialogue whose pieces are one unit each. */
export function lessonOf(dialogue: string, pieces: Piece[]): Lesson {
  return {
    dialogue,
    units: pieces.map(({ turn, speaker, side, text }) => unitOf({ text, sentence: wholeSentence(text), turn, speaker, side })),
    labels: pieces.map(({ labels }) => labels),
  };
}

function grouped(lines: Line[], key: (line: Line) => string): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const name = key(line);
    const group = groups.get(name);
    if (group) group.push(line);
    else groups.set(name, [line]);
  }
  return groups;
}

const text = (value: unknown) => String(value ?? '');

/** CaSiNo: both are neighbours at a campsite, nobody is us. */
export function casinoLessons(lines: Line[]): Lesson[] {
  return [...grouped(lines, ({ d }) => text(d))].map(([dialogue, said]) =>
    lessonOf(
      dialogue,
      said
        .sort((a, b) => Number(a.i) - Number(b.i))
        .map((line, turn) => ({ turn, speaker: text(line.s), side: 'unknown', text: text(line.x), labels: line.labels as string[] })),
    ),
  );
}

/** PersuasionForGood: the persuader is us; what the other said before each turn is there without labels. */
export function persuasionLessons(lines: Line[]): Lesson[] {
  return [...grouped(lines, ({ d }) => text(d))].map(([dialogue, said]) => {
    const pieces: Piece[] = [];
    let turn = -1;
    let last = -1;
    for (const line of said) {
      if (Number(line.turn) !== last) {
        last = Number(line.turn);
        const prev = text(line.prev);
        if (prev !== '' && prev !== '<Start>') pieces.push({ turn: ++turn, speaker: 'other', side: 'them', text: prev, labels: null });
        turn++;
      }
      pieces.push({ turn, speaker: 'persuader', side: 'us', text: text(line.x), labels: [text(line.strategy), `act ${text(line.act)}`] });
    }
    return lessonOf(dialogue, pieces);
  });
}

/** Parakweet: sentences of mail that know nothing of one another. */
export function parakweetLessons(lines: Line[]): Lesson[] {
  return lines.map((line, i) =>
    lessonOf(`mail ${i}`, [
      { turn: 0, speaker: 'writer', side: 'unknown', text: text(line.x), labels: Number(line.y) === 1 ? ['intent'] : [] },
    ]),
  );
}

/** GoEmotions: comments that know nothing of one another. */
export function emotionLessons(lines: Line[]): Lesson[] {
  return lines.map((line, i) =>
    lessonOf(`comment ${i}`, [{ turn: 0, speaker: 'writer', side: 'unknown', text: text(line.x), labels: line.y as string[] }]),
  );
}

/** AMI: one segment is one unit, consecutive ones of a speaker are one turn. `actions` is known only where the meeting has summary links. */
export function amiLessons(lines: Line[]): Lesson[] {
  return [...grouped(lines, ({ d }) => text(d))].map(([dialogue, said]) => {
    let turn = -1;
    let speaker = '';
    return lessonOf(
      dialogue,
      said
        .sort((a, b) => Number(a.t0) - Number(b.t0))
        .map((line) => {
          if (text(line.s) !== speaker) turn++;
          speaker = text(line.s);
          const sum = line.sum as string[] | undefined;
          const act = text(line.act);
          const labels = [act, ...(act.startsWith('el.') ? ['question'] : []), ...(/\?/.test(text(line.x)) ? ['?'] : [])];
          labels.push(...(sum ? (sum.includes('actions') ? ['actions', 'linked'] : ['linked']) : []));
          return { turn, speaker, side: 'unknown' as const, text: text(line.x), labels };
        }),
    );
  });
}
