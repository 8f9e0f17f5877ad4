import { Link } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useText } from '../messages/use-text.ts';
import { Empty } from '../ui/empty.tsx';

/** No row: because nobody is here yet, or because the sentence fits nobody. */
export function PeopleNone({ filtered, onAdd }: { filtered: boolean; onAdd: (() => void) | null }) {
  const text = useText().people;
  return (
    <div className="page" style={{ maxWidth: 760, margin: '0 auto', paddingTop: 56 }}>
      {filtered ? (
        <Empty title={text.noneTitle} says={text.noneSays}>
          <Link className="btn" to="/people" search={{}}>
            {text.showAll}
          </Link>
        </Empty>
      ) : (
        <Empty icon={<UsersRound className="i l" aria-hidden="true" />} title={text.emptyTitle} says={text.emptySays}>
          {onAdd ? (
            <>
              <Link className="btn p" to="/conversations">
                {text.emptyAdd}
              </Link>
              <Link className="btn" to="/people/import">
                {text.emptyMoveIn}
              </Link>
              <button type="button" className="btn" onClick={onAdd}>
                {text.add}
              </button>
            </>
          ) : null}
        </Empty>
      )}
    </div>
  );
}
