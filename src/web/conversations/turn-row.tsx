import { Check } from 'lucide-react';
import { memo } from 'react';
import { leadingAct } from '#model/act.ts';
import type { FindingView, TurnView } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { findingLabel, ownWords } from './finding-words.ts';
import { familyOfTurn } from './lanes.ts';
import { familyOfFinding } from './margin.ts';
import { piecesOf } from './marked.ts';
import type { Noticed } from './noticed.ts';
import { NoticedNote } from './noticed-note.tsx';
import type { SpeakerNames } from './speaker-names.ts';

interface Given {
  turn: TurnView;
  findings: FindingView[];
  names: SpeakerNames;
  on: boolean;
  current: string | null;
  noticed: Noticed[] | undefined;
  onChoose: (id: string) => void;
}

/** One turn: when, who, what it does, their words in the serif and ours in the sans, what was found beside it. */
export const TurnRow = memo(function TurnRow({ turn, findings, names, on, current, noticed, onChoose }: Given) {
  const text = useText();
  const leading = leadingAct(turn.acts);
  const ours = names.of(turn.speaker)?.side === 'us';
  return (
    <div className={on ? 'turn on' : 'turn'} data-turn={turn.i}>
      <TurnTime turn={turn} />
      <div>
        <div className="w">
          <i className="dot" style={{ '--c': `var(--act-${familyOfTurn(turn)})` }} />
          {names.short(turn.speaker)} {leading && leading.act !== 'other' ? <span>{text.findings.act[leading.act]}</span> : null}
        </div>
        <p className={ours ? 'say us' : 'say v'}>
          {piecesOf(turn.text, findings).map((piece, n) =>
            piece.findings.length > 0 && !ours ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
              <mark key={n}>{piece.text}</mark>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same
              <span key={n}>{piece.text}</span>
            ),
          )}
        </p>
      </div>
      <div>
        {noticed?.map((what) => (
          <NoticedNote key={what.kind} what={what} />
        ))}
        {findings.map((finding) => (
          <MarginNote key={finding.id} finding={finding} names={names} on={finding.id === current} onChoose={onChoose} />
        ))}
      </div>
    </div>
  );
});

function TurnTime({ turn }: { turn: TurnView }) {
  const dates = useDates();
  if (!turn.at && turn.startMs !== null) return <span className="ts">{dates.clock(turn.startMs)}</span>;
  if (!turn.at) return <span className="ts">{turn.i + 1}</span>;
  return (
    <time className="ts" dateTime={turn.at} title={dates.exact(turn.at)}>
      {dates.moment(turn.at).split(', ').at(-1)}
    </time>
  );
}

function MarginNote({
  finding,
  names,
  on,
  onChoose,
}: {
  finding: FindingView;
  names: SpeakerNames;
  on: boolean;
  onChoose: (id: string) => void;
}) {
  const text = useText();
  const words = ownWords(finding, text, useDates().day);
  const style = { '--c': `var(--act-${familyOfFinding(finding.kind)})` };
  const body = (
    <>
      <b>{findingLabel(finding, names, text)}</b>
      {words}
      {finding.confirmedBy ? (
        <span className="fin-state acc">
          <Check className="i s" aria-hidden="true" />
          {text.quote.confirmedBy(finding.confirmedBy.name)}
        </span>
      ) : (
        <span className="fin-state">{text.findings.suggestion}</span>
      )}
    </>
  );
  if (finding.confirmedBy)
    return (
      <div className="fin" style={style}>
        {body}
      </div>
    );
  return (
    <button type="button" className={on ? 'fin on' : 'fin'} style={style} onClick={() => onChoose(finding.id)}>
      {body}
    </button>
  );
}
