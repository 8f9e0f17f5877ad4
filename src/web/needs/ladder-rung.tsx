import { GripVertical } from 'lucide-react';
import type { NeedView } from '#model/pages.ts';
import { copy } from '../conversations/copy.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { toast } from '../ui/toasts.ts';
import { Heard } from './heard.tsx';
import { NeedMenu } from './need-menu.tsx';
import type { OpenNeed } from './opened.ts';
import { calledNeed, type LadderRow, type OpenRow, rungClass } from './rows.ts';
import { pressOnGrip, type useDrag } from './use-drag.ts';
import { gripId, type LadderDeeds } from './use-ladder.ts';

interface Given {
  row: LadderRow;
  rows: readonly LadderRow[];
  surface: boolean;
  question: string | null;
  /** Null: only to be read. */
  deeds: LadderDeeds | null;
  dragging: ReturnType<typeof useDrag>['dragging'];
  grip: ReturnType<typeof useDrag>['grip'];
  onWalk: (id: string, by: 1 | -1) => void;
  onOpen: (kind: OpenNeed) => void;
}

/** One rung: a need with all that shows it, or a question nobody asked yet. */
export function LadderRung({ row, rows, surface, question, deeds, dragging, grip, onWalk, onOpen }: Given) {
  const text = useNeedsText();
  const target = row.need ? `need:${row.need.id}` : `rung:${row.above.id}:${row.depth}`;
  const isOver = dragging !== null && dragging.over === target && dragging.id !== row.need?.id;
  const state = [rungClass(row), isOver && 'over', dragging?.id === row.need?.id && dragging && 'moving'].filter(Boolean).join(' ');
  return (
    <li className={state} data-drop={deeds ? target : undefined} style={{ '--in': row.indent }}>
      <span className="k">{text.depth[row.need ? row.need.depth : row.depth]}</span>
      <Rail row={row} />
      <div className="body">
        <div className="says">
          {row.need ? (
            <Heard need={row.need} />
          ) : (
            <Unasked row={row} question={question ?? ''} surface={surface} onList={deeds?.onList ?? null} />
          )}
        </div>
        {row.need && deeds ? (
          <div className="does">
            <Grip need={row.need} {...{ rows, deeds, grip, onWalk, onOpen }} />
            <NeedMenu need={row.need} rows={rows} deeds={deeds} onOpen={onOpen} />
          </div>
        ) : null}
      </div>
    </li>
  );
}

function Rail({ row }: { row: LadderRow }) {
  return (
    <span className="rail-dot">
      {row.through.map((at) => (
        <i className="line" key={at} style={{ '--at': at }} />
      ))}
      {row.head ? <i className="line to" style={{ '--at': row.indent - 1 }} /> : null}
      {row.up ? <i className="line up" style={{ '--at': row.indent }} /> : null}
      {row.down ? <i className="line down" style={{ '--at': row.indent }} /> : null}
    </span>
  );
}

type GripGiven = Pick<Given, 'rows' | 'grip' | 'onWalk' | 'onOpen'> & { need: NeedView; deeds: LadderDeeds };

function Grip({ need, rows, deeds, grip, onWalk, onOpen }: GripGiven) {
  const text = useNeedsText();
  const named = text.grip(calledNeed(need, text.unworded), text.depth[need.depth] ?? '', deeds.called(need.parentId));
  return (
    <button
      type="button"
      id={gripId(need.id)}
      className="btn ic q sm grip"
      aria-label={named}
      aria-describedby="grip-hint"
      title={text.gripShort}
      onClick={() => onOpen('edit')}
      onKeyDown={(event) =>
        pressOnGrip(event, {
          walk: (by) => onWalk(need.id, by),
          deeper: () => void deeds.deeper(need),
          shallower: () => void deeds.shallower(need),
          indent: () => void deeds.indent(need, rows),
          outdent: () => void deeds.outdent(need),
        })
      }
      {...grip(need.id)}
    >
      <GripVertical className="i s" aria-hidden="true" />
    </button>
  );
}

interface UnaskedGiven {
  row: OpenRow;
  question: string;
  surface: boolean;
  /** Null: only to be read. */
  onList: LadderDeeds['onList'] | null;
}

function Unasked({ row, question, surface, onList }: UnaskedGiven) {
  const text = useNeedsText();
  const put = async () => toast((await copy(question)) ? text.copied : text.notCopied);
  return (
    <>
      <p>
        {row.end ? (surface ? text.surface : text.stopped) : text.neverAsked} <span className="m">{text.couldAsk}</span>
      </p>
      <p style={{ marginTop: 2 }}>{question}</p>
      <p style={{ marginTop: 6 }}>
        {onList ? (
          <button type="button" className="btn sm" onClick={() => void onList(question)}>
            {text.putOnList}
          </button>
        ) : null}{' '}
        <button type="button" className={onList ? 'btn sm q' : 'btn sm'} onClick={() => void put()}>
          {text.copyQuestion}
        </button>
      </p>
    </>
  );
}
