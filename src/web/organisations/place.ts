import type { Part } from '#model/organisation.ts';

export interface PlaceAsked {
  who: { id: string; name: string };
  /** Another place, a change of one, or leaving one for another. */
  way: 'join' | 'change' | 'move';
  /** The place that is changed or left. */
  at?: { id: string; name: string; roleTitle: string; from: string | null; until: string | null; part: Part | null };
}

/** The day it is here, as a date. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA').format(new Date());
}
