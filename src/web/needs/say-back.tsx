import { useState } from 'react';
import type { NeedView } from '#model/pages.ts';
import { copy } from '../conversations/copy.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useDraft } from '../settings/use-draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area, Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import type { DialogPerson } from './opened.ts';
import { calledNeed } from './rows.ts';
import { SayBackLinks } from './say-back-links.tsx';

interface Draft {
  greeting: string;
  /** Our words by need; none: not asked about. */
  words: Record<string, string>;
}

interface Made {
  url: string;
  expiresAt: string;
}

/** "Did I get this right?": our words for the needs that are chosen, a link that is shown once, and the links made before. */
export function SayBack({ person, onClose }: { person: DialogPerson; onClose: () => void }) {
  const text = useNeedsText();
  const [made, setMade] = useState<Made | null>(null);
  const { draft, set, drop } = useDraft<Draft>(`say back ${person.id}`, { greeting: '', words: {} });
  const [asked, setAsked] = useState(false);
  const needs = person.needs.filter((need) => draft.words[need.id]?.trim());
  const { sending, wrong, send } = useSending(async () => {
    setAsked(needs.length === 0);
    if (needs.length === 0) return;
    const chosen = needs.map(({ id }) => ({ id, statement: draft.words[id] ?? '' }));
    setMade(await ask.sayBacks.make({ personId: person.id, needs: chosen, ...(draft.greeting.trim() && { greeting: draft.greeting }) }));
    drop();
    await refresh();
  });
  return (
    <Dialog title={text.back.title} onClose={onClose} wide>
      {made ? (
        <LinkOnce made={made} />
      ) : (
        <form className="form" onSubmit={send}>
          <p className="m">{person.needs.length > 0 ? text.back.says(person.name) : text.back.noNeeds}</p>
          <fieldset style={{ border: 0, padding: 0, margin: 0 }} className="form">
            <legend className="lab">{text.back.choose}</legend>
            {person.needs.map((need, i) => (
              <AskedNeed
                key={need.id}
                need={need}
                i={i + 1}
                words={draft.words[need.id]}
                onWords={(words) => {
                  const { [need.id]: _, ...rest } = draft.words;
                  set({ words: words === undefined ? rest : { ...rest, [need.id]: words } });
                }}
              />
            ))}
          </fieldset>
          <Field
            label={text.back.greeting}
            hint={text.back.greetingHint}
            value={draft.greeting}
            maxLength={500}
            onChange={(event) => set({ greeting: event.target.value })}
          />
          {asked || wrong ? (
            <p className="hint harm" role="alert">
              {wrong ?? text.back.please}
            </p>
          ) : null}
          <div className="ends">
            <button type="button" className="btn" onClick={onClose}>
              {text.back.close}
            </button>
            <button type="submit" className="btn p" disabled={sending}>
              {text.back.make}
            </button>
          </div>
        </form>
      )}
      <SayBackLinks personId={person.id} />
      {made ? (
        <div className="ends">
          <button type="button" className="btn" onClick={onClose}>
            {text.back.close}
          </button>
        </div>
      ) : null}
    </Dialog>
  );
}

interface AskedGiven {
  need: NeedView;
  i: number;
  words: string | undefined;
  onWords: (words: string | undefined) => void;
}

function AskedNeed({ need, i, words, onWords }: AskedGiven) {
  const text = useNeedsText();
  return (
    <div>
      <label className="ticked">
        <input
          type="checkbox"
          checked={words !== undefined}
          onChange={(event) => onWords(event.target.checked ? need.statement : undefined)}
        />
        <span>
          {need.statement ? need.statement : <q className="v">{calledNeed(need, text.unworded)}</q>}
          <span className="f t12"> · {text.depth[need.depth]}</span>
        </span>
      </label>
      {words === undefined ? null : <Area label={text.back.words(i)} rows={2} value={words} onChange={onWords} />}
    </div>
  );
}

function LinkOnce({ made }: { made: Made }) {
  const text = useNeedsText();
  const dates = useDates();
  const put = async () => toast((await copy(made.url)) ? text.copied : text.notCopied);
  return (
    <div role="status">
      <p>{text.back.made}</p>
      <div className="copy" style={{ marginTop: 8 }}>
        <input className="field" readOnly value={made.url} aria-label={text.back.link} onFocus={(event) => event.target.select()} />
        <button type="button" className="btn p" onClick={() => void put()}>
          {text.back.copy}
        </button>
      </div>
      <p className="f t12" style={{ marginTop: 6 }} title={dates.exact(made.expiresAt)}>
        {text.back.until(dates.day(made.expiresAt))}
      </p>
    </div>
  );
}
