import { useNavigate } from '@tanstack/react-router';
import { Ear, PenLine, Quote } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { enter, useSession } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import type { BringIn } from './use-bring-in.tsx';

/** A place with no conversation yet: one step, and what will be seen after it. */
export function FirstRun({ bring, onPaste, onLog }: { bring: BringIn; onPaste: () => void; onLog: () => void }) {
  const text = useText().conversations;
  return (
    <div className="page" style={{ maxWidth: 760, margin: '0 auto', paddingTop: 56 }}>
      <h1>{text.start}</h1>
      <p className="m" style={{ marginTop: 8, maxWidth: '36rem', font: '400 var(--t-16) var(--ours)' }}>
        {text.startWhy}
      </p>
      <div className={bring.over ? 'drop over-it' : 'drop'} style={{ marginTop: 24 }}>
        <Ear className="i l" aria-hidden="true" />
        <p className="b" style={{ marginTop: 8, font: '600 var(--t-16) var(--ours)' }}>
          {text.drop}
        </p>
        <p className="f t13" style={{ marginTop: 3 }}>
          {text.dropKinds}
        </p>
        <p className="row wrap" style={{ justifyContent: 'center', marginTop: 16 }}>
          <button type="button" className="btn p" onClick={bring.chooseFiles}>
            {text.chooseFiles}
          </button>
          <button type="button" className="btn" onClick={bring.chooseFolder}>
            {text.chooseFolder}
          </button>
          <button type="button" className="btn" onClick={onPaste}>
            {text.paste}
          </button>
        </p>
        <p style={{ marginTop: 14 }}>
          <label className="privately" title={text.onlyIWhy}>
            <input type="checkbox" checked={bring.isPrivate} onChange={(event) => bring.setPrivate(event.target.checked)} />
            {text.onlyI}
          </label>
        </p>
      </div>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: '20px 32px', marginTop: 28 }}>
        <div>
          <h2>
            <PenLine className="i s" aria-hidden="true" />
            &ensp;{text.orLog}
          </h2>
          <p className="m t13" style={{ marginTop: 3 }}>
            {text.orLogWhy}{' '}
            <button type="button" className="word" onClick={onLog}>
              {text.orLogDo}
            </button>
          </p>
        </div>
        <Example />
      </div>
      <section className="sec" style={{ marginTop: 36 }}>
        <div className="hd">
          <h2>{text.see}</h2>
        </div>
        <div
          className="row top"
          style={{ paddingTop: 14, gap: 14, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))' }}
        >
          <div>
            <span className="t12 f">{text.seeTheirs}</span>
            <p style={{ marginTop: 3 }}>
              <q className="v v17">{text.seeTheirsExample}</q>
            </p>
          </div>
          <div>
            <span className="t12 f">{text.seeOurs}</span>
            <p style={{ marginTop: 4, font: '400 var(--t-16) var(--ours)' }}>{text.seeOursExample}</p>
          </div>
        </div>
        <p className="f t13" style={{ marginTop: 14 }}>
          {text.seeWhy}
        </p>
      </section>
    </div>
  );
}

function Example() {
  const text = useText();
  const session = useSession();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  if (session.workspace?.isSample) return null;
  const open = async () => {
    setBusy(true);
    try {
      enter(await ask.workspaces.openSample({}));
      await navigate({ to: '/conversations' });
    } catch (error) {
      toast(sayTrouble(error, text));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <h2>
        <Quote className="i s" aria-hidden="true" />
        &ensp;{text.conversations.orExample}
      </h2>
      <p className="m t13" style={{ marginTop: 3 }}>
        {text.conversations.orExampleWhy}{' '}
        <button type="button" className="word" disabled={busy} onClick={() => void open()}>
          {text.conversations.orExampleDo}
        </button>
      </p>
    </div>
  );
}
