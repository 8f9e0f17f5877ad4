import { MoreHorizontal } from 'lucide-react';
import type { NeedView } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { type Choice, Menu } from '../ui/menu.tsx';
import type { OpenNeed } from './opened.ts';
import { before, calledNeed, type LadderRow } from './rows.ts';
import type { LadderDeeds } from './use-ladder.ts';

interface Given {
  need: NeedView;
  rows: readonly LadderRow[];
  deeds: LadderDeeds;
  onOpen: (kind: OpenNeed) => void;
}

/** All that can be done with a need; what makes no sense for it is left out. */
export function NeedMenu({ need, rows, deeds, onOpen }: Given) {
  const text = useNeedsText();
  const says = text.do;
  const open = (kind: OpenNeed, more: Partial<Choice> = {}): Choice => ({ id: kind, label: says[kind], run: () => onOpen(kind), ...more });
  const place = (id: 'deeper' | 'shallower' | 'indent' | 'outdent', run: () => unknown): Choice => ({
    id,
    label: says[id],
    run: () => void run(),
  });
  const inTurn = need.confirmations.find((one) => one.quote);
  const choices: Choice[] = [
    open('edit'),
    open('confirm'),
    ...(inTurn ? [{ id: 'unconfirm', label: says.notConfirmed, run: () => void deeds.unconfirm(need, inTurn.id) }] : []),
    ...(need.depth < 4 ? [{ ...place('deeper', () => deeds.deeper(need)), cut: true }] : []),
    ...(need.depth > 0 ? [place('shallower', () => deeds.shallower(need))] : []),
    ...(before(rows, need.id) ? [place('indent', () => deeds.indent(need, rows))] : []),
    ...(need.parentId ? [place('outdent', () => deeds.outdent(need))] : []),
    open('quote', { cut: true }),
    open('merge'),
    ...(need.quotes.length > 1 ? [open('split')] : []),
    need.healedAt ? { id: 'unheal', label: says.unheal, cut: true, run: () => void deeds.unheal(need) } : open('heal', { cut: true }),
    { id: 'remove', label: says.remove, harm: true, run: () => void deeds.remove(need) },
  ];
  return (
    <Menu label={text.menu(calledNeed(need, text.unworded))} className="btn ic q sm" side="right" choices={choices}>
      <MoreHorizontal className="i s" aria-hidden="true" />
    </Menu>
  );
}
