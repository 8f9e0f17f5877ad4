import { useEffect, useSyncExternalStore } from 'react';
import { useText } from '../messages/use-text.ts';
import { sayTrouble } from '../query/trouble.ts';
import { onFailedUndo, onToasts, toast, toasts, undoThis } from './toasts.ts';

/** Where toasts stand; read out politely. */
export function Toaster() {
  const shown = useSyncExternalStore(onToasts, toasts);
  const text = useText();
  useEffect(() => onFailedUndo((error) => void toast(sayTrouble(error, text))), [text]);
  const newest = shown.findLast((one) => one.undo);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((one) => (
        <span className="toast" key={one.id}>
          {one.says}
          {one.undo ? (
            <button type="button" onClick={() => undoThis(one)}>
              {text.shell.undo} {newest?.id === one.id ? <kbd>z</kbd> : null}
            </button>
          ) : null}
        </span>
      ))}
    </div>
  );
}
