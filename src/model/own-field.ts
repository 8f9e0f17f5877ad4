import { isDay } from './day.ts';
import type { About } from './tag.ts';

export const FIELD_KINDS = ['text', 'number', 'date', 'choice', 'person'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field of the workspace's own. */
export interface OwnField {
  id: string;
  about: About;
  label: string;
  kind: FieldKind;
  /** Of a choice, in their order. */
  choices: string[];
  /** Not offered any more; what was filled in stays. */
  putAwayAt: string | null;
}

/** Text, number, day (ISO 8601) or choice as text; a person by id and name; null when nothing is filled in. */
type OwnValue = string | { id: string; name: string } | null;

export interface FilledField {
  id: string;
  label: string;
  kind: FieldKind;
  choices: string[];
  value: OwnValue;
}

/** What a typed value means to a field: kept as one of these, or why it cannot be. */
export type ReadValue =
  | { as: 'text' | 'number' | 'date' | 'person'; value: string }
  | { as: 'none' }
  | { as: 'wrong'; why: 'number' | 'date' | 'choice' | 'person' | 'long' };

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
// As many digits as anybody writes down; numeric(…) of the database holds more.
const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;
const MOST = 5000;

/** Read what was typed as the kind of the field asks: empty is nothing, a decimal comma is a point, a choice is one of its own whatever its capitals. */
export function readValue({ kind, choices }: Pick<OwnField, 'kind' | 'choices'>, typed: string): ReadValue {
  const text = typed.trim();
  if (!text) return { as: 'none' };
  if (text.length > MOST) return { as: 'wrong', why: 'long' };
  if (kind === 'number') return readNumber(text);
  if (kind === 'date') return isDay(text) ? { as: 'date', value: text } : { as: 'wrong', why: 'date' };
  if (kind === 'person') return UUID.test(text) ? { as: 'person', value: text.toLowerCase() } : { as: 'wrong', why: 'person' };
  if (kind === 'text') return { as: 'text', value: text };
  const choice = choices.find((one) => one.toLowerCase() === text.toLowerCase());
  return choice ? { as: 'text', value: choice } : { as: 'wrong', why: 'choice' };
}

function readNumber(text: string): ReadValue {
  const plain = text.replace(/[\s\u00a0\u202f’']/g, '');
  // One comma and no point is a decimal comma, as on the continent.
  const number = /^-?\d+,\d+$/.test(plain) ? plain.replace(',', '.') : plain;
  return NUMBER.test(number) ? { as: 'number', value: number } : { as: 'wrong', why: 'number' };
}

/** Choices as they are kept: none empty, none twice whatever its capitals. */
export function cleanChoices(choices: string[]): string[] {
  const seen = new Set<string>();
  return choices
    .map((choice) => choice.trim().replace(/\s+/g, ' '))
    .filter((choice) => {
      const plain = choice.toLowerCase();
      if (!choice || seen.has(plain)) return false;
      seen.add(plain);
      return true;
    });
}
