import { Check } from 'lucide-react';
import { useId } from 'react';
import type { DuplicatePage, MergeCell, MergeRow, MergeSide } from '#model/merge.ts';
import type { PersonKind } from '#model/person.ts';
import { useDuplicatesText } from '../messages/duplicates-text.ts';
import { language } from '../messages/language.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { Face } from '../ui/face.tsx';
import { type Chosen, isChoice, type Side } from './chosen.ts';
import { sourceName } from './source-name.ts';
import { sayBirthday } from './two-words.ts';

interface Given {
  page: DuplicatePage;
  chosen: Chosen;
  onChoose: (field: string, side: Side) => void;
}

/** The same questions of both: one answer is chosen, or both are kept. */
export function MergeRows({ page, chosen, onChoose }: Given) {
  return (
    <div className="w-merge" style={{ marginTop: 20 }}>
      <div className="w-mrow w-mhead">
        <span />
        <Head side={page.one} />
        <Head side={page.other} />
        <span />
      </div>
      {page.rows.map((row) => (
        <Row key={row.field} row={row} chosen={chosen[row.field] ?? row.chosen} onChoose={(side) => onChoose(row.field, side)} />
      ))}
    </div>
  );
}

function Head({ side }: { side: MergeSide }) {
  const text = useDuplicatesText();
  const dates = useDates();
  const { from } = side;
  const since = from ? text.fromSource(sourceName(from.source), dates.ago(from.at)) : text.hereSince(dates.month(side.since));
  return (
    <div className="row">
      <Face id={side.id} name={side.name} size="m" />
      <span style={{ minWidth: 0 }}>
        <b className="b">{side.name}</b>
        <br />
        <span className="f t12">{side.isPrivate ? text.onlyYou : since}</span>
      </span>
    </div>
  );
}

function Row({ row, chosen, onChoose }: { row: MergeRow; chosen: Side; onChoose: (side: Side) => void }) {
  const text = useDuplicatesText();
  const name = useId();
  const label = row.label ?? text.field[row.field as keyof typeof text.field];
  const cell = (side: Side) => {
    const here = row[side];
    const none = here.values.length === 0 && here.note === null;
    if (none)
      return (
        <span className="w-none f">
          <span role="img" aria-label={text.nothing}>
            –
          </span>
        </span>
      );
    if (isChoice(row))
      return (
        <label className="w-pick">
          <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
          <Value row={row} cell={here} quiet={chosen === side} />
        </label>
      );
    const kept = row.way === 'no-wins' ? row[side].values.length > 0 : true;
    return (
      <span className="w-keep">
        <Check className={kept ? 'i s acc' : 'i s no'} aria-hidden="true" />
        <Value row={row} cell={here} quiet={false} />
      </span>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of a grid
    <div className="w-mrow" role="group" aria-label={label}>
      <span className="k">{label}</span>
      {cell('one')}
      {cell('other')}
      <span className="w-note t12 f">{row.note ? text.row[row.note] : ''}</span>
    </div>
  );
}

function Value({ row, cell, quiet }: { row: MergeRow; cell: MergeCell; quiet: boolean }) {
  const text = useDuplicatesText();
  const { kinds } = useText();
  const say = (value: string): string => {
    if (row.field === 'birthday') return sayBirthday(value, language().locale);
    if (row.field === 'kinds') return kinds.one[value as PersonKind];
    if (row.field === 'closeness') return text.closeness[value] ?? value;
    if (row.field === 'prefers') return text.prefers[value] ?? value;
    if (row.field === 'photo') return text.aPhoto;
    return value;
  };
  // Why they said no stands under the no.
  const values = row.field === 'contact' && cell.values.length > 0 ? [text.noContact] : cell.values.map(say);
  const under = row.field === 'contact' ? cell.values.join(', ') : '';
  // What is chosen need not be told that it would be kept otherwise.
  const note = cell.note === null || (quiet && cell.note === 'kept-as-name') ? '' : text.cell[cell.note];
  return (
    <span>
      {values.map((value) => (
        <span key={value} style={{ display: 'block' }}>
          {value}
        </span>
      ))}
      {note || under ? <small className="f">{note || under}</small> : null}
    </span>
  );
}
