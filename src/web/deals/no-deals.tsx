import { Handshake } from 'lucide-react';
import { useDealsText } from '../messages/deals-text.ts';
import { useMay } from '../query/session.ts';
import { Empty } from '../ui/empty.tsx';

/** Nothing here yet, or nothing like the sentence. */
export function NoDeals({ narrowed, onAdd }: { narrowed: boolean; onAdd: () => void }) {
  const text = useDealsText();
  const may = useMay('member');
  return (
    <div className="page">
      <Empty
        icon={<Handshake className="i l f" aria-hidden="true" />}
        title={narrowed ? text.noneTitle : text.emptyTitle}
        says={narrowed ? text.noneSays : text.emptySays}
      >
        {may && !narrowed ? (
          <button type="button" className="btn p" onClick={onAdd}>
            {text.add}
          </button>
        ) : null}
      </Empty>
    </div>
  );
}
