/** The few words there is room for in the drawing of people. Pure but for the catalogue it is given. */
import type { organisations } from '../messages/en/organisations.ts';
import type { Bond, Drawn } from './around.ts';

type Text = typeof organisations;

/** What stands under a name: their part, what they do, or where they are from. */
export function underName(one: Drawn, bonds: Bond[], { text, ours }: { text: Text; ours: string }): string {
  if (one.kind === 'member') return ours;
  if (one.part) return text.says[one.part];
  if (one.kind === 'here') return one.does || text.partUnknown;
  const introduced = bonds.some(({ ties }) => ties.some((tie) => tie.kind === 'introduced' && tie.from.id === one.id));
  return introduced ? text.kinds.introduced.replace(/:$/, '') : (one.from ?? '');
}

const SHORT = 16;

/** What stands on a line: how many talks, else what somebody noted of it, where that is short enough. */
export function onLine({ talks, ties }: Pick<Bond, 'talks' | 'ties'>, text: Text): string {
  if (talks) return text.talks(talks.count);
  const noted = ties.find(({ note }) => note && note.length <= SHORT);
  return noted?.note ?? '';
}
