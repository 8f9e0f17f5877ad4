import { type ReactNode, useEffect, useId, useRef } from 'react';

/** A modal over the browser's own <dialog>: focus stays inside, Escape closes, focus goes back to where it was. Mount it to open it. */
export function Dialog({
  title,
  onClose,
  children,
  wide = false,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop only repeats what Escape does
    <dialog
      ref={ref}
      aria-labelledby={id}
      style={wide ? { width: 'min(720px, calc(100vw - 32px))' } : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="in">
        <h2 id={id} style={{ font: '600 var(--t-20) var(--ours)' }}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
