import type { UnknownSpeaker } from '#model/pages.ts';
import type { PersonKind } from '#model/person.ts';

/** Who an unknown speaker is, as chosen and not yet handed in. */
export type Answer =
  | { is: 'me' }
  | { is: 'member'; memberId: string; name: string }
  | { is: 'person'; personId: string; name: string }
  | { is: 'new'; name: string; organisation: string; roleTitle: string; kinds: PersonKind[] }
  | { is: 'nobody' };

export type Answers = Record<string, Answer>;

/** The answer sheet: which speaker is in hand, and what was said about each. */
export interface Sheet {
  at: number;
  answers: Answers;
}

/** A name as a person would write it: "STARLING, Ruth (Guest)" → "Ruth Starling"; an address → its words. */
export function properName(name: string): string {
  const bare = name
    .replace(/\s*[([].*?[)\]]\s*/g, ' ')
    .replace(/@.*$/, '')
    .trim();
  const turned = /^([^,]+),\s*([^,]+)$/.exec(bare);
  const words = (turned ? `${turned[2]} ${turned[1]}` : bare).split(/[\s._]+/).filter(Boolean);
  // "van" and "de" stay small in a name that has capitals of its own.
  const plain = bare === bare.toLowerCase();
  return words.map((word) => (plain || (word.length > 2 && word === word.toUpperCase()) ? capital(word) : word)).join(' ') || name;
}

function capital(word: string): string {
  return word.toLowerCase().replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

export function newPerson(speaker: Pick<UnknownSpeaker, 'name'>, kinds: PersonKind[]): Answer {
  return { is: 'new', name: properName(speaker.name), organisation: '', roleTitle: '', kinds };
}

/** What one key answers for a speaker: m me, 1 to 9 a candidate, n new, x nobody, u takes it back. Null: this key answers nothing. */
export function answerOfKey(key: string, speaker: UnknownSpeaker, kinds: PersonKind[]): Answer | 'none' | null {
  if (key === 'm') return { is: 'me' };
  if (key === 'n') return newPerson(speaker, kinds);
  if (key === 'x') return { is: 'nobody' };
  if (key === 'u') return 'none';
  const candidate = /^[1-9]$/.test(key) ? speaker.candidates[Number(key) - 1] : undefined;
  if (!candidate) return null;
  return candidate.kind === 'member'
    ? { is: 'member', memberId: candidate.id, name: candidate.name }
    : { is: 'person', personId: candidate.id, name: candidate.name };
}

/** Takes the answer and goes on to the next speaker without one; a new person stays, its form is to be looked at. */
export function answered(sheet: Sheet, speakers: UnknownSpeaker[], alias: string, answer: Answer | 'none'): Sheet {
  const answers = { ...sheet.answers };
  if (answer === 'none') delete answers[alias];
  else answers[alias] = answer;
  const here = speakers.findIndex((speaker) => speaker.alias === alias);
  if (answer === 'none' || answer.is === 'new') return { at: here, answers };
  const rest = [...speakers.keys()].map((n) => (here + 1 + n) % speakers.length);
  const next = rest.find((n) => !answers[speakers[n]?.alias ?? '']);
  return { at: next ?? here, answers };
}

export function moved(sheet: Sheet, speakers: UnknownSpeaker[], by: 1 | -1): Sheet {
  return { ...sheet, at: Math.max(0, Math.min(speakers.length - 1, sheet.at + by)) };
}

/** Only one speaker can be me in one conversation, but several aliases may: that is for the server to say. Here: what is whole enough to send. */
export function sendable(speakers: UnknownSpeaker[], answers: Answers): { alias: string; answer: Answer }[] {
  return speakers.flatMap(({ alias }) => {
    const answer = answers[alias];
    return answer && (answer.is !== 'new' || answer.name.trim()) ? [{ alias, answer }] : [];
  });
}

/** What the procedure `speakers.name` takes. */
export function toName(alias: string, answer: Answer) {
  if (answer.is === 'member') return { alias, is: 'member' as const, memberId: answer.memberId };
  if (answer.is === 'person') return { alias, is: 'person' as const, personId: answer.personId };
  if (answer.is !== 'new') return { alias, is: answer.is };
  const organisation = answer.organisation.trim();
  const roleTitle = answer.roleTitle.trim();
  return {
    alias,
    is: 'new' as const,
    name: answer.name.trim(),
    kinds: answer.kinds,
    ...(organisation ? { organisation } : {}),
    ...(roleTitle ? { roleTitle } : {}),
  };
}
