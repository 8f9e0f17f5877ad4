import { Link } from '@tanstack/react-router';
import { useText } from '../messages/use-text.ts';
import { isMissing, sayTrouble } from '../query/trouble.ts';

/** A page that could not be had: what happened, and a way on. */
export function Trouble({ error, again }: { error: unknown; again?: () => void }) {
  const text = useText();
  return (
    <div className="page" role="alert" style={{ maxWidth: 620 }}>
      <h1>{isMissing(error) ? text.trouble.missing : text.trouble.title}</h1>
      <p className="m" style={{ marginTop: 8 }}>
        {sayTrouble(error, text)}
      </p>
      <p className="row wrap" style={{ marginTop: 18 }}>
        {again && !isMissing(error) ? (
          <button type="button" className="btn p" onClick={again}>
            {text.trouble.again}
          </button>
        ) : null}
        <Link className="btn" to="/">
          {text.trouble.toToday}
        </Link>
      </p>
    </div>
  );
}
