/** A relationship has a kind; a person has one or more (charter E1). */
export const PERSON_KINDS = ['customer', 'prospect', 'investor', 'student', 'boss', 'partner', 'friend', 'own'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** One of eight quiet hues (1 to 8), from the id, so that nobody is louder than anybody. */
export function hueOf(id: string): number {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) >>> 0;
  return (sum % 8) + 1;
}

const TITLE = /^(dr|prof|mr|mrs|ms|drs|ir|dhr|mevr)\.?$/i;

/** Up to two initials: of the first and the last word that begins with a letter, titles left out. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !TITLE.test(word));
  const first = words[0];
  if (!first) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const [[one = ''], [other = '']] = [[...first], [...(last ?? '')]];
  return `${one}${other}`.toUpperCase();
}
