import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SavedView } from '#model/saved-view.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import type { PeopleSearch } from '../people/people-search.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

/** A name for the present sentence; or another name for a view that has one. */
export function ViewDialog({ view, words, onClose }: { view: SavedView | null; words: PeopleSearch; onClose: () => void }) {
  const text = useListsText();
  const { shell } = useText();
  const navigate = useNavigate();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(false);
  const { sending, wrong, send } = useSending(async () => {
    if (view) {
      await ask.views.change({ id: view.id, name });
      toast(text.viewRenamed(name.trim()), () => ask.views.change({ id: view.id, name: view.name }).then(refresh));
    } else {
      const { id } = await ask.views.save({ name, search: { ...words }, shared });
      toast(text.saved(name.trim()), () => ask.views.remove({ id }).then(refresh));
      void navigate({ to: '/people', search: { ...words, view: id }, replace: true });
    }
    await refresh();
    onClose();
  });
  return (
    <Dialog title={view ? text.renameNamed(view.name) : text.saveTitle} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field
          label={text.saveName}
          hint={text.saveNameHint}
          required
          maxLength={60}
          value={name}
          wrong={wrong}
          onChange={(event) => setName(event.target.value)}
        />
        {view ? null : (
          <fieldset className="picks">
            <legend className="lab">{text.saveFor}</legend>
            {[false, true].map((all) => (
              <label key={String(all)} className="row">
                <input type="radio" name="for" checked={shared === all} onChange={() => setShared(all)} />
                {all ? text.forAll : text.forMe}
              </label>
            ))}
          </fieldset>
        )}
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
