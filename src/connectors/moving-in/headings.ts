/** Headings of columns as they are compared. */

/** A heading without case, accents, punctuation, spaces and a trailing `*`. What is written in no letters keeps its signs. */
export function headingKey(heading: string): string {
  const key = heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return key || heading.trim();
}

const MOST_LETTERS = 200;

/** Every heading once: empty ones are counted ("Column 3"), a second one of a name gets its number ("E-mail (2)"). */
export function distinctHeadings(cells: string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, at) => {
    const written = cell.replace(/\s+/g, ' ').trim().slice(0, MOST_LETTERS);
    let name = written || `Column ${at + 1}`;
    for (let n = 2; seen.has(name); n++) name = `${written || `Column ${at + 1}`} (${n})`;
    seen.add(name);
    return name;
  });
}

/** The key without the number that a second heading of a name was given. */
export const headingKeyOf = (distinct: string): string => headingKey(distinct.replace(/ \(\d+\)$/, ''));
