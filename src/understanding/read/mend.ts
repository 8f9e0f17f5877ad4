import type { Said } from './voices.ts';

/**
 * Names in a damaged file: «B�n Okafor» is Ben Okafor when he speaks elsewhere in it. Only letters that went wrong are mended, in
 * the names of speakers, never in what they said. Asked only where bytes were wrong, so that Dan and Jan stay two people.
 */
export function mendNames(said: Said[]): void {
  const counts = new Map<string, number>();
  for (const one of said) if (one.named) counts.set(one.speaker, (counts.get(one.speaker) ?? 0) + 1);
  const known = [...counts].filter(([name, n]) => n >= 2 && name.length >= 4 && !name.includes('\uFFFD')).map(([name]) => name);
  for (const one of said) {
    // What is left of a closing tag was not said.
    one.text = one.text.replace(/(?<=\S)\s?<[/\uFFFD][v\uFFFD][>\uFFFD]$/, '');
    if (one.named && ((counts.get(one.speaker) ?? 0) < 2 || one.speaker.includes('\uFFFD'))) {
      const meant = known.find((name) => name.length === one.speaker.length && isNearly(one.speaker, name, 2));
      if (meant) one.speaker = meant;
    } else if (!one.named) findAtStart(one, known);
  }
}

/** The tag or colon that told the speaker is damaged: the name still stands at the beginning of the words. */
function findAtStart(one: Said, known: string[]): void {
  for (const name of known) {
    for (let skip = 0; skip <= 4; skip++) {
      if (!isNearly(one.text.slice(skip, skip + name.length), name, 1)) continue;
      const rest = one.text.slice(skip + name.length).replace(/^[^\p{L}\p{N}]{1,4}/u, '');
      if (!rest) continue;
      one.speaker = name;
      one.text = rest;
      return;
    }
  }
}

/** Equally long, with at most so many other letters. */
export function isNearly(text: string, name: string, most: number): boolean {
  if (text.length !== name.length) return false;
  let other = 0;
  for (let i = 0; i < name.length; i++) if (text.charCodeAt(i) !== name.charCodeAt(i) && ++other > most) return false;
  return true;
}
