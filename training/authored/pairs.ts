import { ACTS, type Act } from '#model/act.ts';

/** What they said, and answers to it: some say it back, some only look as if. */
export interface Exchange {
  theirs: string;
  answers: { act: Act; text: string }[];
}

/** Reads one `.pairs` (blocks parted by an empty line; `T:` what they said, then `act: answer`; `simple:` and `complex:` are reflections). @throws Error with file and block. */
export function exchangesOf(text: string, file: string): Exchange[] {
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block, i) => exchangeOf(block.trim().split('\n'), `${file}, block ${i + 1}`));
}

function exchangeOf(lines: string[], where: string): Exchange {
  let theirs = '';
  const answers: Exchange['answers'] = [];
  for (const line of lines) {
    const at = line.indexOf(':');
    const word = line.slice(0, at).trim();
    const said = line.slice(at + 1).trim();
    if (at < 1 || said === '') throw new Error(`${where}: "${line}" is not "act: words"`);
    if (word === 'T') theirs = said;
    else answers.push({ act: actOf(word, where), text: said });
  }
  if (theirs === '' || answers.length === 0) throw new Error(`${where}: what they said, or every answer to it, is missing`);
  return { theirs, answers };
}

function actOf(word: string, where: string): Act {
  const act = word === 'simple' || word === 'complex' ? `reflection.${word}` : word;
  if (!(ACTS as readonly string[]).includes(act)) throw new Error(`${where}: "${word}" is no act`);
  return act as Act;
}
