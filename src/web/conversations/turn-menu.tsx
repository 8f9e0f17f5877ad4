import { MoreHorizontal } from 'lucide-react';
import { useText } from '../messages/use-text.ts';
import { Menu } from '../ui/menu.tsx';
import { cite } from './cite-door.ts';

/** What can be done with one turn: its words with their source, its address. */
export function TurnMenu({ turn, when }: { turn: number; when: string }) {
  const text = useText().within;
  return (
    <span className="turn-menu">
      <Menu
        label={text.ofTurn(when)}
        className="btn ic q sm"
        side="right"
        choices={[
          { id: 'quote', label: text.copyQuote, run: () => cite(turn, 'quote') },
          { id: 'link', label: text.copyLink, run: () => cite(turn, 'link') },
        ]}
      >
        <MoreHorizontal className="i s" aria-hidden="true" />
      </Menu>
    </span>
  );
}
