import { type FormEvent, useState } from 'react';
import { IMPORT_OBJECTS, type ImportObject, type LookedFile } from '#model/import.ts';
import { IMPORT_FIELDS } from '#model/import-fields.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { ask } from '../query/api.ts';
import { toast } from '../ui/toasts.ts';
import { useAct } from './use-act.ts';
import { sayField } from './words.ts';

/** What a file holds and what each of its columns means, with what stands there: so that it can be judged and changed. */
export function Mapping({ importId, file, onClose }: { importId: string; file: LookedFile; onClose: () => void }) {
  const text = useImportsText();
  const { mapping: says } = text;
  const { busy, act } = useAct();
  const [meant, setMeant] = useState<Record<string, string>>({});
  const { object, columns = [] } = file;
  const holds = (chosen: string) => void act(() => ask.imports.answer({ id: importId, objects: { [file.i]: chosen as ImportObject } }));
  const use = async (event: FormEvent) => {
    event.preventDefault();
    const all = Object.fromEntries(columns.map(({ header, field }) => [header, meant[header] ?? field]));
    if (await act(() => ask.imports.answer({ id: importId, columns: { [file.i]: all } }))) {
      toast(says.saved);
      onClose();
    }
  };
  return (
    <form onSubmit={(event) => void use(event)}>
      <p className="row wrap">
        <label className="b" htmlFor={`holds-${file.i}`}>
          {says.holds}
        </label>
        <select
          id={`holds-${file.i}`}
          className="field"
          style={{ width: 'auto' }}
          value={object ?? ''}
          disabled={busy}
          onChange={(event) => holds(event.target.value)}
        >
          {object ? null : <option value="">{says.choose}</option>}
          {IMPORT_OBJECTS.map((one) => (
            <option key={one} value={one}>
              {text.object[one]}
            </option>
          ))}
        </select>
      </p>
      {object ? (
        <>
          <table className="w-cells w-map2" style={{ marginTop: 12 }} aria-label={says.table(file.name)}>
            <thead>
              <tr>
                <th scope="col">{says.column}</th>
                <th scope="col">{says.samples}</th>
                <th scope="col">{says.means}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ header, field, samples, filled }) => (
                <tr key={header}>
                  <th scope="row">
                    {header || says.noHeader} <span className="f t12">{says.filled(filled)}</span>
                  </th>
                  <td data-l={says.samples}>
                    <span className="m t13">{samples.join(' · ') || '–'}</span>
                  </td>
                  <td data-l={says.means}>
                    <span>
                      <select
                        className="field"
                        aria-label={says.meansOf(header)}
                        value={meant[header] ?? field}
                        onChange={(event) => setMeant({ ...meant, [header]: event.target.value })}
                      >
                        <option value="custom">{says.custom}</option>
                        <option value="nothing">{says.nothing}</option>
                        {fieldsFor(object, field).map((one) => (
                          <option key={one} value={one}>
                            {sayField(one, text)}
                          </option>
                        ))}
                      </select>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="row wrap" style={{ marginTop: 12 }}>
            <button type="submit" className="btn sm p" disabled={busy}>
              {says.use}
            </button>
            <button type="button" className="btn sm q" onClick={onClose}>
              {says.close}
            </button>
          </p>
        </>
      ) : null}
    </form>
  );
}

/** What a column of it may mean; with what it means now, when that has a label of its own. */
function fieldsFor(object: ImportObject, now: string): readonly string[] {
  const fields = IMPORT_FIELDS[object];
  return fields.includes(now) || now === 'custom' || now === 'nothing' ? fields : [now, ...fields];
}
