import { ConfirmNeed } from './confirm-need.tsx';
import { HealNeed } from './heal-need.tsx';
import { MergeNeed } from './merge-need.tsx';
import { NeedForm } from './need-form.tsx';
import type { DialogPerson, NeedDialog } from './opened.ts';
import { AddQuote } from './quote-need.tsx';
import { SayBack } from './say-back.tsx';
import { SplitNeed } from './split-need.tsx';

interface Given {
  person: DialogPerson;
  dialog: NeedDialog;
  /** Given the need that is looked at from here on, if it is another one. */
  onClose: (focus?: string) => void;
}

/** Whatever opens over the ladder: it comes when it is first opened. */
export function NeedDialogs({ person, dialog, onClose }: Given) {
  switch (dialog.kind) {
    case 'add':
      return <NeedForm person={person} onClose={onClose} />;
    case 'edit':
      return <NeedForm person={person} need={dialog.need} onClose={onClose} />;
    case 'confirm':
      return <ConfirmNeed need={dialog.need} onClose={onClose} />;
    case 'merge':
      return <MergeNeed person={person} need={dialog.need} onClose={onClose} />;
    case 'split':
      return <SplitNeed need={dialog.need} onClose={onClose} />;
    case 'quote':
      return <AddQuote person={person} need={dialog.need} onClose={onClose} />;
    case 'heal':
      return <HealNeed need={dialog.need} onClose={onClose} />;
    case 'back':
      return <SayBack person={person} onClose={onClose} />;
  }
}
