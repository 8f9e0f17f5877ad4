import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { OwnField } from '#model/own-field.ts';
import { ABOUT } from '#model/tag.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { FieldDialog } from './field-dialog.tsx';

/** Fields of the workspace's own, in the order they are asked in; those put away come back from here. */
export function FieldList() {
  const text = useListsText();
  const all = useText();
  const may = useMay('member');
  const { data } = useQuery(api.ownFields.list.queryOptions({ input: { away: true } }));
  const [editing, setEditing] = useState<OwnField | 'new' | null>(null);
  const [shown, setShown] = useState(false);
  const fields = data?.fields ?? [];
  const away = fields.filter(({ putAwayAt }) => putAwayAt);
  const tell = (says: string, work: Promise<unknown>, undo: () => Promise<unknown>) =>
    void work
      .then(() => toast(says, () => undo().then(refresh)))
      .catch((problem: unknown) => toast(sayTrouble(problem, all)))
      .then(refresh);
  const move = (group: OwnField[], from: number, to: number) => {
    const ids = group.map(({ id }) => id);
    const about = group[0]?.about ?? 'person';
    const next = ids.toSpliced(from, 1).toSpliced(to, 0, ids[from] ?? '');
    tell(text.viewMoved, ask.ownFields.order({ about, ids: next }), () => ask.ownFields.order({ about, ids }));
  };
  const putAway = ({ id, label }: OwnField) =>
    tell(text.fieldAway(label), ask.ownFields.putAway({ id }), () => ask.ownFields.bringBack({ id }));
  const bringBack = ({ id, label }: OwnField) =>
    tell(text.fieldBack(label), ask.ownFields.bringBack({ id }), () => ask.ownFields.putAway({ id }));
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.fields}</h2>
        <span className="why">{text.fieldsWhy}</span>
        {may ? (
          <button type="button" className="btn sm sp" onClick={() => setEditing('new')}>
            {text.fieldAdd}
          </button>
        ) : null}
      </div>
      {ABOUT.map((about) => {
        const group = fields.filter((one) => one.about === about && !one.putAwayAt);
        if (group.length === 0 && about !== 'person') return null;
        return (
          <div key={about} style={{ marginTop: 12 }}>
            <h3 className="f t13">{text.fieldsAbout[about]}</h3>
            {group.length === 0 ? <p className="f">{text.fieldsNone}</p> : null}
            <ul className="many-list">
              {group.map((field, i) => (
                <li key={field.id}>
                  <span>
                    {field.label}{' '}
                    <span className="f t13">{[text.fieldKinds[field.kind], field.choices.join(', ')].filter(Boolean).join(': ')}</span>
                  </span>
                  {may ? (
                    <span className="row">
                      <Arrow says={`${text.up}: ${field.label}`} off={i === 0} run={() => move(group, i, i - 1)} up />
                      <Arrow says={`${text.down}: ${field.label}`} off={i === group.length - 1} run={() => move(group, i, i + 1)} />
                      <button type="button" className="btn sm q" aria-label={text.change(field.label)} onClick={() => setEditing(field)}>
                        {text.fieldChange}
                      </button>
                      <button
                        type="button"
                        className="btn sm q"
                        aria-label={`${text.putAway}: ${field.label}`}
                        onClick={() => putAway(field)}
                      >
                        {text.putAway}
                      </button>
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {away.length > 0 && may ? (
        <p style={{ marginTop: 16 }}>
          <button type="button" className="word t13" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? text.hideAway : text.showAway(away.length)}
          </button>
        </p>
      ) : null}
      {shown && may ? (
        <ul className="many-list">
          {away.map((field) => (
            <li key={field.id}>
              <span className="f">
                {field.label} <span className="t13">{text.fieldsAbout[field.about]}</span>
              </span>
              <button type="button" className="btn sm" aria-label={`${text.bringBack}: ${field.label}`} onClick={() => bringBack(field)}>
                {text.bringBack}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {editing ? <FieldDialog field={editing === 'new' ? null : editing} onClose={() => setEditing(null)} /> : null}
    </section>
  );
}

function Arrow({ says, off, run, up = false }: { says: string; off: boolean; run: () => void; up?: boolean }) {
  const Icon = up ? ArrowUp : ArrowDown;
  return (
    <button type="button" className="btn ic sm q" aria-label={says} title={says} disabled={off} onClick={run}>
      <Icon className="i s" aria-hidden="true" />
    </button>
  );
}
