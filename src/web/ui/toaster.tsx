import { useSyncExternalStore } from 'react';
import { useText } from '../messages/use-text.ts';
import { dismiss, onToasts, toasts } from './toasts.ts';

/** Where toasts stand; read out politely. */
export function Toaster() {
  const shown = useSyncExternalStore(onToasts, toasts);
  const text = useText();
  const newest = shown.findLast((one) => one.undo);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ id, says, undo }) => (
        <span className="toast" key={id}>
          {says}
          {undo ? (
            <button
              type="button"
              onClick={() => {
                dismiss(id);
                undo();
              }}
            >
              {text.shell.undo} {newest?.id === id ? <kbd>z</kbd> : null}
            </button>
          ) : null}
        </span>
      ))}
    </div>
  );
}
