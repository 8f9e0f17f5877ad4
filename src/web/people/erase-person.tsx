import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useOwnDataText } from '../messages/own-data-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import type { Erased } from '../query/erasures-contract.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

/** Their name has to be written before they are gone for good; then the proof stands there to be copied. */
export function ErasePerson({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  const { shell } = useText();
  const text = useOwnDataText();
  const [name, setName] = useState('');
  const [erased, setErased] = useState<Erased | null>(null);
  const { sending, wrong, send } = useSending(async () => setErased(await ask.erasures.erase({ id: person.id, name })));
  if (erased) return <Proof erased={erased} />;
  return (
    <Dialog title={text.eraseTitle(person.name)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <p className="m" style={{ margin: 0 }}>
          {text.eraseWhy}
        </p>
        <Field label={text.eraseName(person.name)} value={name} onChange={(event) => setName(event.target.value)} />
        {wrong ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn q d" disabled={sending || name.trim() === ''}>
            {text.eraseButton}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Proof({ erased }: { erased: Erased }) {
  const text = useOwnDataText();
  const dates = useDates();
  const navigate = useNavigate();
  const lines = Object.entries(erased.counts).map(([what, n]) => text.proofLine(what.replaceAll('_', ' '), n));
  const proof = text.proof(dates.exact(erased.erasedAt), erased.erasedBy, erased.id, lines);
  const leave = () => void navigate({ to: '/people', replace: true }).then(refresh);
  return (
    <Dialog title={text.proofTitle} onClose={leave}>
      <div className="form">
        <p className="m" style={{ margin: 0 }}>
          {text.proofWhy}
        </p>
        <pre className="t13" style={{ whiteSpace: 'pre-wrap', margin: 0 }}>
          {proof}
        </pre>
        <div className="ends">
          <button
            type="button"
            className="btn q"
            onClick={() => void navigator.clipboard.writeText(proof).then(() => toast(text.proofCopied))}
          >
            {text.proofCopy}
          </button>
          <button type="button" className="btn p" onClick={leave}>
            {text.proofClose}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
