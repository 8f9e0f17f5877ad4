/** What tags and fields of a workspace's own hang on. */
export const ABOUT = ['person', 'organisation', 'deal'] as const;
export type About = (typeof ABOUT)[number];

export interface TagRef {
  id: string;
  name: string;
}

/** A tag, and on how many of each it hangs as far as whoever asks may know. */
export interface TagView extends TagRef {
  people: number;
  organisations: number;
  deals: number;
}

/** A tag as it is kept: single spaces, none around it; compared without capitals. */
export function tagName(text: string): string {
  // By letters, not by UTF-16 units: half of one is none.
  return [...text.trim().replace(/\s+/g, ' ')].slice(0, 60).join('').trim();
}
