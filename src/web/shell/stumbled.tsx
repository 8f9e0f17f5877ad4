import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useText } from '../messages/use-text.ts';
import { Trouble } from '../ui/trouble.tsx';

/** A screen that broke: said in plain words, with a way on; the rest of the app stays. */
export function Stumbled({ error, reset }: { error: unknown; reset: () => void }) {
  useEffect(() => {
    // A chunk of an older build is gone after an upgrade: one reload brings the new one.
    if (!/dynamically imported module/i.test(String(error)) || sessionStorage.getItem('heed.reloaded')) return;
    sessionStorage.setItem('heed.reloaded', 'once');
    window.location.reload();
  }, [error]);
  return (
    <Trouble
      error={error instanceof TypeError || error instanceof ReferenceError ? { code: 'INTERNAL_SERVER_ERROR' } : error}
      again={reset}
    />
  );
}

export function Lost() {
  const text = useText();
  return (
    <div className="page" style={{ maxWidth: 620 }}>
      <h1>{text.trouble.missing}</h1>
      <p className="m" style={{ marginTop: 8 }}>
        {text.trouble.missingWhy}
      </p>
      <p style={{ marginTop: 18 }}>
        <Link className="btn p" to="/">
          {text.trouble.toToday}
        </Link>
      </p>
    </div>
  );
}
