import type { Side } from '#model/conversation.ts';
import { isUnderstood, LANGUAGES, type Language, type LanguageShare, LEFT_OUT, type LeftOut, type LeftOutTurns } from '#model/language.ts';

/** Each language's share of the words, the largest first. `words` and `languages` are as long as the turns. */
export function sharesOf(languages: Language[], words: number[]): LanguageShare[] {
  const all = words.reduce((sum, n) => sum + n, 0);
  if (all === 0) return [];
  return LANGUAGES.map((language) => ({
    language,
    share: words.reduce((sum, n, i) => sum + (languages[i] === language ? n : 0), 0) / all,
  }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** What is about our own turns, and about theirs; the rest is about everybody's. */
const ABOUT: Partial<Record<LeftOut, Side>> = { reflections: 'us', pitch: 'us', openClosed: 'us', spin: 'us', unanswered: 'them' };

/** Which turns were only counted, by language, and what that leaves out: of turns of theirs nothing that is asked of ours alone. */
export function leftOutOf(languages: Language[], sides: Side[], words: number[]): LeftOutTurns[] {
  return LANGUAGES.filter((language) => !isUnderstood(language)).flatMap((language) => {
    const turns = languages.flatMap((one, i) => (one === language && (words[i] ?? 0) > 0 ? [i] : []));
    if (turns.length === 0) return [];
    const there = new Set(turns.map((i) => sides[i]));
    const what = LEFT_OUT.filter((one) => {
      const side = ABOUT[one];
      return side === undefined || there.has(side);
    });
    return [{ language, turns: turns.length, what }];
  });
}
