import type { BeliefView, PersonPage } from '#model/pages.ts';
import { BeliefForm } from './belief-form.tsx';
import { CloseBelief } from './close-belief.tsx';

export type BeliefDialog = { kind: 'add' } | { kind: 'edit' | 'close'; belief: BeliefView };

interface Given {
  person: Pick<PersonPage, 'id' | 'conversations'>;
  dialog: BeliefDialog;
  onClose: () => void;
}

/** Whatever opens over what they believe: it comes when it is first opened. */
export function BeliefDialogs({ person, dialog, onClose }: Given) {
  if (dialog.kind === 'close') return <CloseBelief belief={dialog.belief} conversations={person.conversations} onClose={onClose} />;
  return <BeliefForm personId={person.id} belief={'belief' in dialog ? dialog.belief : undefined} onClose={onClose} />;
}
