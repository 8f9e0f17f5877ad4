/** The languages that a conversation is recognised in; `other` is any other one, and any script but the Latin. */
export const LANGUAGES = ['en', 'nl', 'de', 'fr', 'es', 'it', 'pt', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Those that Heed understands; of the others it counts what needs no language. */
export function isUnderstood(language: Language): boolean {
  return language === 'en' || language === 'nl';
}

/**
 * What is left out of turns in a language that is not understood: what they do, what is found in them, where we said it back, our talk about
 * ourselves, which of our questions are open and what they ask after, and which of theirs were left open.
 */
export const LEFT_OUT = ['acts', 'findings', 'reflections', 'pitch', 'openClosed', 'spin', 'unanswered'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** How much of a conversation was in a language: its share of all words, 0 to 1. */
export interface LanguageShare {
  language: Language;
  share: number;
}

/** Turns that were only counted, and what that leaves out. */
export interface LeftOutTurns {
  language: Language;
  turns: number;
  what: LeftOut[];
}
