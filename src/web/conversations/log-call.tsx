import { useNavigate } from '@tanstack/react-router';
import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { CONVERSATION_KINDS } from '#model/conversation.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { type CallNote, EMPTY_NOTE, missingIn, toLog } from './call-note.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';
import { PersonField } from './person-field.tsx';

/** A talk without a recording, in ten seconds: who, when, two lines, what was promised. By keyboard alone if one likes. */
export function LogCall({ onClose }: { onClose: () => void }) {
  const words = useText();
  const text = words.conversations;
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [note, setNote] = useState<CallNote>(() => readDraft(sessionStorage, 'log', EMPTY_NOTE));
  const [wrong, setWrong] = useState<ReturnType<typeof missingIn>>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const set = (change: Partial<CallNote>) => {
    const next = { ...note, ...change };
    setNote(next);
    setWrong(null);
    keepDraft(sessionStorage, 'log', next);
  };
  const keep = async () => {
    const missing = missingIn(note);
    if (missing) return setWrong(missing);
    setBusy(true);
    setRefused(null);
    try {
      const { id } = await ask.conversations.log(toLog(note, new Date()));
      dropDraft(sessionStorage, 'log');
      toast(text.logged, () => ask.conversations.remove({ id }).then(refresh));
      await navigate({ to: '/conversations/$id', params: { id } });
      await refresh();
    } catch (error) {
      setRefused(sayTrouble(error, words));
      setBusy(false);
    }
  };
  return (
    <Dialog title={text.logTitle} onClose={onClose} wide>
      <form
        className="bring"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void keep();
        }}
      >
        <PersonField
          label={text.logWho}
          hint={text.logWhoHint}
          wrong={wrong === 'who' ? text.logMissing.who : null}
          who={note.who}
          typing={note.typing}
          onTyping={(typing) => set({ typing })}
          onWho={(who) => set({ who, typing: '' })}
        />
        <WhenFields note={note} set={set} wrong={wrong === 'date' ? text.logMissing.date : null} />
        <div>
          <Area
            label={text.logLines}
            hint={wrong === 'lines' ? undefined : text.logLinesHint}
            rows={3}
            value={note.lines}
            onChange={(lines) => set({ lines })}
          />
          {wrong === 'lines' ? (
            <span className="hint harm" role="alert">
              {text.logMissing.lines}
            </span>
          ) : null}
        </div>
        <PromiseLines note={note} set={set} />
        <label className="privately" title={text.onlyIWhy}>
          <input type="checkbox" checked={note.isPrivate} onChange={(event) => set({ isPrivate: event.target.checked })} />
          {text.onlyI}
        </label>
        {refused ? (
          <p className="hint harm" role="alert">
            {refused}
          </p>
        ) : null}
        <div className="ends">
          <span className="f t12" style={{ marginRight: 'auto' }}>
            {text.draftKept}
          </span>
          <button type="button" className="btn q" onClick={onClose}>
            {text.close}
          </button>
          <button type="submit" className="btn p" disabled={busy}>
            {text.logDo}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface Part {
  note: CallNote;
  set: (change: Partial<CallNote>) => void;
}

function WhenFields({ note, set, wrong }: Part & { wrong: string | null }) {
  const text = useText().conversations;
  const days = { today: text.logToday, yesterday: text.logYesterday, other: text.logOther };
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="lab">{text.logWhen}</legend>
      <div className="row wrap">
        {(['today', 'yesterday', 'other'] as const).map((day) => (
          <button type="button" key={day} className="toggle" aria-pressed={note.day === day} onClick={() => set({ day })}>
            {days[day]}
          </button>
        ))}
        {note.day === 'other' ? (
          <input
            type="date"
            className={wrong ? 'field bad' : 'field'}
            style={{ width: 160 }}
            aria-label={text.logWhen}
            value={note.date}
            onChange={(event) => set({ date: event.target.value })}
          />
        ) : null}
        <input
          type="time"
          className="field"
          style={{ width: 118 }}
          aria-label={text.logTime}
          title={text.logTime}
          value={note.time}
          onChange={(event) => set({ time: event.target.value })}
        />
        <select
          className="field"
          style={{ width: 170 }}
          aria-label={text.kindOf}
          value={note.kind}
          onChange={(event) => set({ kind: CONVERSATION_KINDS.find((kind) => kind === event.target.value) ?? 'call' })}
        >
          {CONVERSATION_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {text.kind[kind]}
            </option>
          ))}
        </select>
      </div>
      {wrong ? (
        <span className="hint harm" role="alert">
          {wrong}
        </span>
      ) : null}
    </fieldset>
  );
}

function PromiseLines({ note, set }: Part) {
  const text = useText().conversations;
  const change = (at: number, part: Partial<CallNote['promised'][number]>) =>
    set({ promised: note.promised.map((one, n) => (n === at ? { ...one, ...part } : one)) });
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: 8 }}>
      <legend className="lab">{text.logPromised}</legend>
      {note.promised.map((promise, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
        <div className="promise-line" key={n}>
          <select
            className="field"
            aria-label={text.logBy}
            value={promise.by}
            onChange={(event) => change(n, { by: event.target.value === 'them' ? 'them' : 'us' })}
          >
            <option value="us">{text.logByUs}</option>
            <option value="them">{text.logByThem}</option>
          </select>
          <input
            className="field"
            aria-label={text.logWhat}
            placeholder={text.logWhat}
            value={promise.what}
            onChange={(event) => change(n, { what: event.target.value })}
          />
          <input
            type="date"
            className="field"
            aria-label={text.logDue}
            title={text.logDue}
            value={promise.due}
            onChange={(event) => change(n, { due: event.target.value })}
          />
          <button
            type="button"
            className="btn ic q"
            aria-label={text.logDrop}
            title={text.logDrop}
            onClick={() => set({ promised: note.promised.filter((_, other) => other !== n) })}
          >
            <X className="i" aria-hidden="true" />
          </button>
        </div>
      ))}
      <span>
        <button type="button" className="btn sm" onClick={() => set({ promised: [...note.promised, { by: 'us', what: '', due: '' }] })}>
          <Plus className="i s" aria-hidden="true" />
          {text.logPromise}
        </button>
      </span>
    </fieldset>
  );
}
