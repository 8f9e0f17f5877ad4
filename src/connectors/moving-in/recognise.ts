import { headingKeyOf } from './headings.ts';
import { CONTACTS } from './layouts/contacts.ts';
import { HUBSPOT } from './layouts/hubspot.ts';
import type { Layout } from './layouts/layout.ts';
import { PIPEDRIVE } from './layouts/pipedrive.ts';
import { SALESFORCE } from './layouts/salesforce.ts';
import { TWENTY } from './layouts/twenty.ts';
import { ruleOf } from './opt-outs.ts';

/** All that is known, in the order in which it is asked. */
export const LAYOUTS: Layout[] = [...HUBSPOT, ...SALESFORCE, ...PIPEDRIVE, ...TWENTY, ...CONTACTS];

export interface Recognised {
  layout: Layout;
  /** Headings it has words for. */
  known: number;
}

/** Whose export it is, by the set of its headings; null when it is nobody's that is known. Of several that fit the one that knows most headings. */
export function recognise(headings: string[]): Recognised | null {
  const keys = new Set(headings.map(headingKeyOf));
  let best: Recognised | null = null;
  for (const layout of LAYOUTS) {
    if (!layout.must.every((group) => group.some((key) => keys.has(key)))) continue;
    const known = headings.filter((heading) => fieldIn(layout, heading) !== null).length;
    if (!best || known > best.known) best = { layout, known };
  }
  return best;
}

/** The layout that a file was recognised by, once more. */
export const layoutOf = (headings: string[]): Layout | null => recognise(headings)?.layout ?? null;

function fieldIn(layout: Layout, heading: string): string | null {
  const key = headingKeyOf(heading);
  return layout.columns.get(key) ?? layout.fieldOf?.(key, heading) ?? null;
}

/** What the columns of a recognised file mean. What the layout has no word for stays, under its own heading. */
export const fieldsBy = (layout: Layout, headings: string[]): string[] =>
  headings.map((heading) => fieldIn(layout, heading) ?? ruleOf(heading, layout.object) ?? 'custom');
