import { type Act, type FoundAct, leadingAct } from '#model/act.ts';
import type { FindingKind } from '#model/finding.ts';
import type { ConversationPage, FindingView, WhyView } from '#model/pages.ts';
import { type Heard, MOST_REASONS, MOST_WORDS, type WhyWords } from '#model/why.ts';

/** What is asked after: a suggestion, or what a turn was heard as. */
export type Asked = { turn: number; finding: FindingView } | { turn: number; act: FoundAct };

/** What a suggestion with this id, or else this turn, is heard as; null when there is no such thing. */
export function askedAfter(page: Pick<ConversationPage, 'turns' | 'findings'>, id: string | null, turn: number): Asked | null {
  if (id) {
    const finding = page.findings.find((one) => one.id === id);
    return finding ? { turn: finding.turn, finding } : null;
  }
  const act = leadingAct(page.turns.find((one) => one.i === turn)?.acts ?? []);
  return act ? { turn, act } : null;
}

/** The engine's account of it. A turn that is the same in several of its sentences is so by the words of each. */
export function answerTo(asked: Asked, view: WhyView): (Heard & { kind: FindingKind | Act }) | null {
  if ('finding' in asked) return view.findings.find(({ id }) => id === asked.finding.id) ?? null;
  const same = view.acts.filter(({ act }) => act === asked.act.act);
  const first = same.find(({ from }) => from === asked.act.from);
  if (!first) return null;
  const all = [first, ...same.filter((one) => one !== first)];
  return {
    kind: first.act,
    by: first.by,
    words: all.flatMap(({ words }) => words).slice(0, MOST_WORDS),
    reasons: [...new Set(all.flatMap(({ reasons }) => reasons))].slice(0, MOST_REASONS),
  };
}

/** The words as they were said, in that order: they are read as a sentence is. */
export function inOrder(words: WhyWords[], text: string): string[] {
  return [...words].sort((a, b) => a.from - b.from).map(({ from, to }) => text.slice(from, to));
}
