import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { language } from '../messages/language.ts';
import { useText } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import type { WorkspaceWords } from '../query/contract.ts';
import { enter } from '../query/session.ts';
import { Brand } from '../ui/brand.tsx';
import { useSending } from '../ui/use-sending.ts';
import { WorkspaceFields } from './workspace-fields.tsx';

const DRAFT = 'heed.workspace.draft';

function draft(): WorkspaceWords {
  const fresh: WorkspaceWords = {
    name: '',
    whatWeDo: '',
    mission: '',
    personKinds: ['customer', 'prospect'],
    locale: language().locale,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const kept = sessionStorage.getItem(DRAFT);
  return kept ? { ...fresh, ...(JSON.parse(kept) as Partial<WorkspaceWords>) } : fresh;
}

/** The first workspace of an account, or one more; or a look around in the sample. */
export function NewWorkspace() {
  const text = useText().session;
  const navigate = useNavigate();
  const [words, setWords] = useState(draft);
  const start = async (session: Parameters<typeof enter>[0]) => {
    sessionStorage.removeItem(DRAFT);
    enter(session);
    await navigate({ to: '/' });
  };
  const { sending, wrong, send } = useSending(async () => start(await ask.workspaces.create({ ...words, name: words.name.trim() })));
  const sample = useSending(async () => start(await ask.workspaces.openSample({ locale: words.locale, zone: words.zone })));
  return (
    <main className="alone wide">
      <div>
        <Brand height={30} />
        <h1 style={{ marginTop: 30 }}>{text.workspaceTitle}</h1>
        <p className="m" style={{ marginTop: 4 }}>
          {text.workspaceWhy}
        </p>
        <form className="form" style={{ marginTop: 24 }} onSubmit={send}>
          <WorkspaceFields
            words={words}
            onChange={(next) => {
              setWords(next);
              sessionStorage.setItem(DRAFT, JSON.stringify(next));
            }}
          />
          {(wrong ?? sample.wrong) ? (
            <p className="hint harm" role="alert" style={{ margin: 0 }}>
              {wrong ?? sample.wrong}
            </p>
          ) : null}
          <button type="submit" className="btn p" style={{ height: 40 }} disabled={sending || sample.sending}>
            {text.open}
          </button>
        </form>
        <p className="t13" style={{ marginTop: 20 }}>
          {text.or}{' '}
          <button type="button" className="word" disabled={sending || sample.sending} onClick={() => sample.send()}>
            {text.lookAround}
          </button>
          <br />
          <span className="f">{text.sampleWhy}</span>
        </p>
      </div>
    </main>
  );
}
