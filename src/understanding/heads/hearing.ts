import type { Conversation } from '#model/conversation.ts';
import { ownSentencesOf } from '../language/forwarded.ts';
import type { Sentence } from '../language/sentences.ts';
import { type Tongue, tongueOf } from '../language/tongue.ts';
import { calibrated } from './calibrated.ts';
import { eachInput } from './inputs.ts';
import { type Model, ourModel } from './model.ts';
import { sigmoid, think, thoughtFor } from './network.ts';
import { sense } from './sense.ts';
import { type Unit, unitOf } from './unit.ts';

/** A conversation cut into sentences, with the language of each turn, and what the trained heads say of the English ones. */
export interface Hearing {
  turns: { tongue: Tongue; sentences: Sentence[]; firstUnit: number }[];
  /** English sentences, in order; `firstUnit` of a turn is the number of its first. */
  units: Unit[];
  /** Whether the conversation writes its marks. */
  marks: boolean;
  /** Number of the last turn that has a unit, in the whole conversation. */
  lastTurn: number;
  confidences: Confidences;
}

/** As much of a conversation as is listened to. */
export type Talk = Pick<Conversation, 'participants' | 'turns'>;

/** Calibrated confidences of every head for every unit. */
export interface Confidences {
  of: (unit: number, head: string) => number;
  /** Whether the head speaks: its confidence is at or above the threshold that was chosen for it out of fold. */
  says: (unit: number, head: string) => boolean;
  thresholdOf: (head: string) => number;
  /** What a head of the first layer noticed, -1 to 1. */
  sensed: (unit: number, sensor: string) => number;
}

/** Turns of which the general language is told. */
const FIRST_TURNS = 200;

/** What a stretch of turns has to know of the conversation it was cut from, so that it is heard as it was within it. */
export interface Cut {
  /** Number of its first turn there, and of the last turn of all. */
  firstTurn: number;
  lastTurn: number;
  marks: boolean;
  /** The language that is spoken there in general. */
  tongue: Tongue;
}

/** Listens to a whole conversation: everything that labels and finds in it reads from here. Pure: the same words, the same confidences. */
export function hearingOf(conversation: Talk, model: Model = ourModel(), cutFrom?: Cut): Hearing {
  const sides = new Map(conversation.participants.map(({ name, side }) => [name, side]));
  const cut = conversation.turns.map(({ text }) => ownSentencesOf(text));
  const general = cutFrom?.tongue ?? tongueOf(cut.slice(0, FIRST_TURNS).flatMap((sentences) => sentences.flatMap(({ words }) => words)));
  const units: Unit[] = [];
  const turns = conversation.turns.map(({ text, speaker }, i) => {
    const sentences = cut[i] ?? [];
    const turn = i + (cutFrom?.firstTurn ?? 0);
    const tongue = tongueOf(
      sentences.flatMap(({ words }) => words),
      general,
    );
    const firstUnit = units.length;
    if (tongue === 'en')
      for (const sentence of sentences) units.push(unitOf({ text, sentence, turn, speaker, side: sides.get(speaker) ?? 'unknown' }));
    return { tongue, sentences, firstUnit };
  });
  const marks = cutFrom?.marks ?? conversation.turns.some(({ text }) => text.includes('?') || /[.!]\s*$/.test(text));
  const lastTurn = cutFrom?.lastTurn ?? units.at(-1)?.turn ?? 0;
  return { turns, units, marks, lastTurn, confidences: confidencesOf(units, marks, model, lastTurn) };
}

/** What the heads say of units that stand in the order they were said. */
export function confidencesOf(units: Unit[], marks: boolean, model: Model = ourModel(), lastTurn = units.at(-1)?.turn ?? 0): Confidences {
  const { card, layout, network, vectors } = model;
  const width = card.heads.length;
  const all = new Float32Array(units.length * width);
  const senses = sense(units, model);
  const thought = thoughtFor(network);
  eachInput(units, senses, { layout, vectors, marks, lastTurn }, (row, i) => {
    think(network, row, 0, thought);
    for (let h = 0; h < width; h++) all[i * width + h] = sigmoid(thought.logits[h] as number);
  });
  const places = placesIn(model);
  const headAt = (name: string) => {
    const at = places.get(name);
    const head = at === undefined ? undefined : card.heads[at];
    if (at === undefined || head === undefined) throw new Error(`The model has no head "${name}".`);
    return { at, head };
  };
  return {
    of: (unit, name) => {
      const { at, head } = headAt(name);
      return calibrated(head.calibration, all[unit * width + at] as number);
    },
    says: (unit, name) => {
      const { at, head } = headAt(name);
      return (all[unit * width + at] as number) >= head.threshold;
    },
    thresholdOf: (name) => {
      const { head } = headAt(name);
      return calibrated(head.calibration, head.threshold);
    },
    sensed: (unit, sensor) => senses[unit * layout.sensors + card.sensors.indexOf(sensor)] ?? 0,
  };
}

const placed = new WeakMap<Model, Map<string, number>>();

function placesIn(model: Model): Map<string, number> {
  const known = placed.get(model);
  if (known) return known;
  const places = new Map(model.card.heads.map(({ name }, i) => [name, i]));
  placed.set(model, places);
  return places;
}
