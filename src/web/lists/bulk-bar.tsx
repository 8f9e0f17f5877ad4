import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { BulkChange, BulkTold } from '#model/bulk.ts';
import type { OwnField } from '#model/own-field.ts';
import { readPeopleSentence } from '#model/people-sentence.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import { howMany } from '../people/choosing.ts';
import type { PeopleSearch } from '../people/people-search.ts';
import type { Choosing } from '../people/use-choosing.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useOfferedKinds } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { ChooseTag } from './choose-tag.tsx';
import { useOwners } from './more-words.tsx';
import { OwnValueForm } from './own-value.tsx';
import { toldOf } from './told.ts';
import './lists-sheet.ts';

interface Given {
  choosing: Choosing;
  search: PeopleSearch;
  total: number;
  /** There are more than the total. */
  beyond: boolean;
}

const LAYERS = [1, 2, 3, 4] as const;

/** What can be done with those who are chosen: at once, as one change, taken back with z. */
export function BulkBar({ choosing, search, total, beyond }: Given) {
  const text = useListsText();
  const all = useText();
  const kinds = useOfferedKinds();
  const owners = useOwners();
  const { data } = useQuery(api.ownFields.list.queryOptions({ input: { about: 'person' } }));
  const [asking, setAsking] = useState<'tag' | 'untag' | OwnField | null>(null);
  const { chosen } = choosing;
  const n = howMany(chosen, total);
  const inAll = beyond ? text.orMore(total) : String(total);
  const many = chosen.all && beyond ? text.orMore(total) : text.people(n);
  const send = (change: BulkChange, told: Partial<BulkTold>) => {
    setAsking(null);
    const { sort: _, ...fits } = readPeopleSentence({ ...search });
    const who = chosen.all ? { fits, but: [...chosen.ids] } : { ids: [...chosen.ids] };
    const says = toldOf({ what: change.what, name: '', to: '', taken: false, ...told }, text, all.kinds);
    ask.bulk
      .change({ ...who, change })
      .then(({ id, changed, waiting }) => {
        const undo = () => ask.bulk.undo({ id }).then(refresh);
        toast(waiting > 0 ? text.goesOn(waiting, says) : text.done(changed, says), changed + waiting > 0 ? undo : null);
      })
      .catch((error: unknown) => toast(sayTrouble(error, all)))
      .then(refresh);
  };
  const none = n === 0;
  return (
    <>
      <section className="bulk" aria-label={text.bar}>
        <span className="b" role="status">
          {chosen.all && chosen.ids.size === 0 ? text.chosenAll(inAll) : text.chosen(n)}
        </span>
        {chosen.all && chosen.ids.size === 0 ? null : (
          <button type="button" className="btn sm q" onClick={choosing.all}>
            {text.chooseAll(inAll)}
          </button>
        )}
        <span className="bulk-do">
          <button type="button" className="btn sm" disabled={none} onClick={() => setAsking('tag')}>
            {text.do.tag}
          </button>
          <button type="button" className="btn sm" disabled={none} onClick={() => setAsking('untag')}>
            {text.do.untag}
          </button>
          <Menu
            className="btn sm"
            side="up"
            choices={[
              ...kinds.map((kind) => ({
                id: kind,
                label: text.give(all.kinds.many[kind]),
                run: () => send({ what: 'kind', kind }, { to: kind }),
              })),
              ...kinds.map((kind, i) => ({
                id: `no ${kind}`,
                cut: i === 0,
                label: text.take(all.kinds.many[kind]),
                run: () => send({ what: 'kind', kind, take: true }, { to: kind, taken: true }),
              })),
            ]}
          >
            {text.do.kind}
          </Menu>
          <Menu
            className="btn sm"
            side="up"
            choices={[
              ...owners.map(({ id, name }) => ({ id, label: name, run: () => send({ what: 'owner', memberId: id }, { name }) })),
              { id: 'nobody', label: text.nobody, cut: true, run: () => send({ what: 'owner', memberId: null }, {}) },
            ]}
          >
            {text.do.owner}
          </Menu>
          <Menu
            className="btn sm"
            side="up"
            choices={[
              ...LAYERS.map((layer) => ({
                id: String(layer),
                label: text.close[layer],
                run: () => send({ what: 'closeness', closeness: layer }, { to: String(layer) }),
              })),
              { id: 'none', label: text.notSaid, cut: true, run: () => send({ what: 'closeness', closeness: null }, {}) },
            ]}
          >
            {text.do.closeness}
          </Menu>
          {data && data.fields.length > 0 ? (
            <Menu
              className="btn sm"
              side="up"
              choices={data.fields.map((field) => ({ id: field.id, label: field.label, run: () => setAsking(field) }))}
            >
              {text.do.field}
            </Menu>
          ) : null}
          <Menu
            className="btn sm"
            side="up"
            choices={[
              { id: 'no', label: text.leaveAlone, run: () => send({ what: 'contact', may: false }, {}) },
              { id: 'yes', label: text.mayContact, run: () => send({ what: 'contact', may: true }, { taken: true }) },
            ]}
          >
            {text.do.contact}
          </Menu>
        </span>
        <button type="button" className="btn sm q sp" onClick={choosing.end}>
          <X className="i s only-sm" aria-hidden="true" />
          {text.chooseNone}
          <kbd>esc</kbd>
        </button>
      </section>
      {asking === 'tag' || asking === 'untag' ? (
        <Dialog title={text.doTitle[asking](many)} onClose={() => setAsking(null)}>
          <ChooseTag
            label={text.tagFind}
            fresh={asking === 'tag'}
            onTake={({ id, name }) => {
              if (asking === 'tag') send({ what: 'tag', name }, { name });
              else if (id) send({ what: 'untag', tagId: id }, { name });
            }}
            onLeave={() => setAsking(null)}
          />
        </Dialog>
      ) : asking ? (
        <FillDialog field={asking} many={many} send={send} onClose={() => setAsking(null)} />
      ) : null}
    </>
  );
}

function FillDialog({
  field,
  many,
  send,
  onClose,
}: {
  field: OwnField;
  many: string;
  send: (change: BulkChange, told: Partial<BulkTold>) => void;
  onClose: () => void;
}) {
  const text = useListsText();
  const { shell } = useText();
  const { id: fieldId, label: name } = field;
  const fill = (value: string | null) =>
    send({ what: 'field', fieldId, value }, { name, to: field.kind === 'person' ? '' : (value ?? ''), taken: value === null });
  return (
    <Dialog title={text.doTitle.field(name, many)} onClose={onClose}>
      <OwnValueForm
        field={field}
        value=""
        keep={shell.save}
        cancel={shell.cancel}
        onKeep={(value) => value !== null && fill(value)}
        onLeave={onClose}
      />
      <p style={{ marginTop: 12 }}>
        <button type="button" className="word t13" onClick={() => fill(null)}>
          {text.empty}
        </button>
      </p>
    </Dialog>
  );
}
