import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { TagView } from '#model/tag.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSending } from '../ui/use-sending.ts';
import { Waiting } from '../ui/waiting.tsx';
import { ChooseTag } from './choose-tag.tsx';

/** The tags with how often each is used; renamed, merged and removed here. */
export function TagList() {
  const text = useListsText();
  const all = useText();
  const may = useMay('member');
  const { data, error, refetch } = useQuery(api.tags.list.queryOptions());
  const [doing, setDoing] = useState<{ what: 'rename' | 'merge'; tag: TagView } | null>(null);
  const takeBack = ({ undo }: { undo: string }, says: string) => toast(says, () => ask.bulk.undo({ id: undo }).then(refresh));
  const remove = ({ id, name }: TagView) =>
    void ask.tags
      .remove({ id })
      .then((gone) => takeBack(gone, text.removed(name)))
      .catch((problem: unknown) => toast(sayTrouble(problem, all)))
      .then(refresh);
  const merge = (gone: TagView, into: { id: string; name: string }) =>
    void ask.tags
      .merge({ id: gone.id, into: into.id })
      .then((done) => takeBack(done, text.merged(gone.name, into.name)))
      .catch((problem: unknown) => toast(sayTrouble(problem, all)))
      .then(refresh);
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.tags}</h2>
        <span className="why">{text.tagsWhy}</span>
      </div>
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : !data ? (
        <Waiting rows={3} />
      ) : data.tags.length === 0 ? (
        <p className="f" style={{ paddingTop: 8 }}>
          {text.tagsNone}
        </p>
      ) : (
        <ul className="many-list">
          {data.tags.map((tag) => (
            <li key={tag.id}>
              <span>
                <Link className="link" to="/people" search={{ tags: [tag.id] }}>
                  {tag.name}
                </Link>{' '}
                <span className="f t13">{text.used(tag)}</span>
              </span>
              {may ? (
                <Menu
                  className="btn ic sm q"
                  side="right"
                  label={text.more(tag.name)}
                  choices={[
                    { id: 'rename', label: text.rename, run: () => setDoing({ what: 'rename', tag }) },
                    { id: 'merge', label: text.merge, run: () => setDoing({ what: 'merge', tag }) },
                    { id: 'remove', label: text.remove, cut: true, run: () => remove(tag) },
                  ]}
                >
                  <Ellipsis className="i" aria-hidden="true" />
                </Menu>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {doing?.what === 'rename' ? <RenameTag tag={doing.tag} onClose={() => setDoing(null)} /> : null}
      {doing?.what === 'merge' ? (
        <Dialog title={text.mergeTitle(doing.tag.name)} onClose={() => setDoing(null)}>
          <ChooseTag
            label={text.tagFind}
            but={[doing.tag.id]}
            onTake={({ id, name }) => {
              setDoing(null);
              if (id) merge(doing.tag, { id, name });
            }}
            onLeave={() => setDoing(null)}
          />
        </Dialog>
      ) : null}
    </section>
  );
}

function RenameTag({ tag, onClose }: { tag: TagView; onClose: () => void }) {
  const text = useListsText();
  const { shell } = useText();
  const [name, setName] = useState(tag.name);
  const { sending, wrong, send } = useSending(async () => {
    const renamed = await ask.tags.rename({ id: tag.id, name });
    toast(text.renamed(renamed.name), () => ask.tags.rename({ id: tag.id, name: tag.name }).then(refresh));
    await refresh();
    onClose();
  });
  return (
    <Dialog title={text.renameNamed(tag.name)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field
          label={text.fieldLabel}
          required
          maxLength={60}
          value={name}
          wrong={wrong}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending}>
            {shell.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
