import { Link } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import type { DuplicateLook } from '#model/merge.ts';
import { useDuplicatesText } from '../messages/duplicates-text.ts';
import { Empty } from '../ui/empty.tsx';
import { LookOver } from './look-over.tsx';

/** No pair waits. */
export function NoPairs({ page, later }: { page: { putOff: number; look: DuplicateLook | null }; later: boolean }) {
  const text = useDuplicatesText();
  return (
    <div className="page" style={{ maxWidth: 760, margin: '0 auto', paddingTop: 56 }}>
      <Empty icon={<UsersRound className="i l" aria-hidden="true" />} title={text.emptyTitle} says={text.emptySays}>
        <LookOver look={page.look} />
        {page.putOff > 0 && !later ? (
          <Link className="btn q" to="/people/duplicates" search={{ later: true }}>
            {text.putOffShow(page.putOff)}
          </Link>
        ) : null}
        {later ? (
          <Link className="btn q" to="/people/duplicates">
            {text.back}
          </Link>
        ) : null}
      </Empty>
    </div>
  );
}
