import { Merge } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { useMay } from '../query/session.ts';

const SameAs = lazy(() => import('../duplicates/same-as.tsx').then((it) => ({ default: it.SameAs })));

/** A button of a person's page: this record and another are the same person. */
export function MergeWith({ person }: { person: { id: string; name: string; organisation: { name: string } | null } }) {
  const { sameAs } = useText().people;
  const may = useMay('member');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <button type="button" className="btn ic q" aria-label={sameAs} title={sameAs} onClick={() => setOpen(true)}>
        <Merge className="i" aria-hidden="true" />
      </button>
      {open ? (
        <Suspense>
          <SameAs id={person.id} name={person.name} organisation={person.organisation?.name ?? ''} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
