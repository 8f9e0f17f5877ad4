import { ChevronDown } from 'lucide-react';
import type { ImportPage } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { ask } from '../query/api.ts';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { Drawn } from './drawn.tsx';
import { useAct } from './use-act.ts';

/** The box of what was dropped: its names and weight, with place for more. */
export function Dropped({ page, over, onAdd }: { page: ImportPage; over: boolean; onAdd: () => void }) {
  const text = useImportsText();
  const { busy, act } = useAct();
  const { id, dropped, files } = page;
  const take = async ({ i, name }: { i: number; name: string }) => {
    if (await act(() => ask.imports.dropFile({ id, i }))) toast(text.files.gone(name));
  };
  const [only] = dropped;
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const bytes = dropped.reduce((sum, file) => sum + file.size, 0);
  return (
    <div className={over ? 'drop w-dropped over-it' : 'drop w-dropped'}>
      <Drawn of="archive" className="i l" />
      <div style={{ minWidth: 0 }}>
        <b className="b">{only ? text.place.names(dropped.map(({ name }) => name)) : text.place.drop}</b>
        <span className="f t13">
          {only ? (
            <>
              {text.size(bytes)}
              {files.length > 0 ? ` · ${text.files.dropped(files.length, rows)}` : null}
            </>
          ) : (
            text.place.kinds
          )}
        </span>
      </div>
      <span className="sp row wrap" style={{ flexShrink: 0 }}>
        {only ? <span className="f t13 only-lg">{text.files.beside}</span> : null}
        <button type="button" className={only ? 'btn' : 'btn p'} onClick={onAdd}>
          {only ? text.files.add : text.place.choose}
        </button>
        {dropped.length > 1 ? (
          <Menu
            className="btn q"
            side="right"
            choices={dropped.map((one) => ({ id: String(one.i), label: one.name, run: () => void take(one) }))}
          >
            {text.files.takeAway}
            <ChevronDown className="i s" aria-hidden="true" />
          </Menu>
        ) : only ? (
          <button type="button" className="btn q" disabled={busy} onClick={() => void take(only)}>
            {text.files.takeAway}
          </button>
        ) : null}
      </span>
    </div>
  );
}
