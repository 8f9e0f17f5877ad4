import { BuildingComplex, CircleAlert, Handshake, ListChecks, NotebookPen, PenLine, Plus, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportObject, ImportOutcome } from '#model/import.ts';

/**
 * Pictures that only moving in has, as lucide draws them (ISC). Taken from its package they would come with the first page, which has no room.
 */
const PATHS = {
  archive: [
    'M13.659 22H18a2 2 0 0 0 2-2V8a2.4 2.4 0 0 0-.706-1.706l-3.588-3.588A2.4 2.4 0 0 0 14 2H6a2 2 0 0 0-2 2v11.5',
    'M14 2v5a1 1 0 0 0 1 1h5',
    'M8 12v-1',
    'M8 18v-2',
    'M8 7V6',
    'M6 20a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  ],
  download: ['M12 15V3', 'M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4', 'm7 10 5 5 5-5'],
  same: ['M5 9h14', 'M5 15h14'],
  out: ['M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0', 'm9 15 6-6'],
  unknown: ['M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0', 'M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3', 'M12 17h.01'],
  back: ['m15 18-6-6 6-6'],
};

export function Drawn({ of, className = 'i' }: { of: keyof typeof PATHS; className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true">
      {PATHS[of].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

const OBJECT = { person: UsersRound, organisation: BuildingComplex, deal: Handshake, note: NotebookPen, task: ListChecks };

export function ObjectIcon({ object }: { object: ImportObject }) {
  const Icon = OBJECT[object];
  return <Icon className="i f" aria-hidden="true" />;
}

/** What happens to a row, as a small picture; its word stands beside it. */
export function OutcomeIcon({ outcome }: { outcome: ImportOutcome }): ReactNode {
  if (outcome === 'create') return <Plus className="i s" aria-hidden="true" />;
  if (outcome === 'update') return <PenLine className="i s" aria-hidden="true" />;
  if (outcome === 'fail') return <CircleAlert className="i s" aria-hidden="true" />;
  return <Drawn of={outcome === 'same' ? 'same' : 'out'} className="i s" />;
}

export const TONE: Record<ImportOutcome, string> = { create: 'acc', update: '', same: 'f', skip: 'f', fail: 'harm b' };
