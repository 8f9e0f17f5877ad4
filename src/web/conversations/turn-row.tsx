import { Check } from 'lucide-react';
import { memo } from 'react';
import { leadingAct } from '#model/act.ts';
import type { FindingView, TurnView } from '#model/pages.ts';
import type { Dates } from '../messages/dates.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { useMay } from '../query/session.ts';
import { SpeakerName } from '../speakers/speaker-name.tsx';
import { againstWords, findingLabel, ownWords } from './finding-words.ts';
import { familyOfTurn } from './lanes.ts';
import { familyOfFinding } from './margin.ts';
import { openNoted } from './noted-door.ts';
import type { Noticed } from './noticed.ts';
import { NoticedNote } from './noticed-note.tsx';
import { SaidWords } from './said-words.tsx';
import type { SpeakerNames } from './speaker-names.ts';
import { TurnMenu } from './turn-menu.tsx';
import type { Hit } from './within.ts';

interface Given {
  turn: TurnView;
  findings: FindingView[];
  names: SpeakerNames;
  folded: ReadonlySet<string>;
  on: boolean;
  current: string | null;
  noticed: Noticed[] | undefined;
  /** What is being looked for in it, and the one of these that we are at. */
  hits: Hit[];
  hit: Hit | null;
  onChoose: (id: string) => void;
}

/** One turn: when, who, what it does, their words in the serif and ours in the sans, what was found beside it. */
export const TurnRow = memo(function TurnRow({ turn, findings, names, folded, on, current, noticed, hits, hit, onChoose }: Given) {
  const text = useText();
  const dates = useDates();
  const leading = leadingAct(turn.acts);
  const ours = names.of(turn.speaker)?.side === 'us';
  return (
    <div className={on ? 'turn on' : 'turn'} data-turn={turn.i}>
      <TurnTime turn={turn} />
      <div>
        <div className="w">
          <i className="dot" style={{ '--c': `var(--act-${familyOfTurn(turn)})` }} />
          <SpeakerName id={names.of(turn.speaker)?.id ?? ''} name={names.long(turn.speaker)}>
            {names.short(turn.speaker)}
          </SpeakerName>{' '}
          {leading && leading.act !== 'other' ? (
            <span>
              <button type="button" className="why" data-why="">
                {leading.by ? text.findings.question : text.findings.act[leading.act]}
              </button>
            </span>
          ) : null}
          <TurnMenu turn={turn.i} when={whenOf(turn, dates)} />
        </div>
        <p className={ours ? 'say us' : 'say v'}>
          <SaidWords text={turn.text} findings={findings} folded={folded} ours={ours} hits={hits} now={hit} />
        </p>
      </div>
      <div>
        {noticed?.map((what) => (
          <NoticedNote key={what.kind} what={what} />
        ))}
        {findings.map((finding) => (
          <MarginNote
            key={finding.id}
            finding={finding}
            names={names}
            brief={folded.has(finding.id)}
            on={finding.id === current}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  );
});

function whenOf(turn: TurnView, dates: Dates): string {
  if (turn.at) return dates.moment(turn.at).split(', ').at(-1) ?? '';
  return turn.startMs === null ? String(turn.i + 1) : dates.clock(turn.startMs);
}

function TurnTime({ turn }: { turn: TurnView }) {
  const dates = useDates();
  if (!turn.at) return <span className="ts">{whenOf(turn, dates)}</span>;
  return (
    <time className="ts" dateTime={turn.at} title={dates.exact(turn.at)}>
      {whenOf(turn, dates)}
    </time>
  );
}

function MarginNote({
  finding,
  names,
  brief,
  on,
  onChoose,
}: {
  finding: FindingView;
  names: SpeakerNames;
  /** Its name alone. */
  brief: boolean;
  on: boolean;
  onChoose: (id: string) => void;
}) {
  const text = useText();
  const words = ownWords(finding, text, useDates().day);
  const against = againstWords(finding, text);
  const may = useMay('member');
  const style = { '--c': `var(--act-${familyOfFinding(finding.kind)})` };
  const body = (
    <>
      <b>{findingLabel(finding, names, text)}</b>
      {words}
      {against ? <span className="fin-state">{against}</span> : null}
      {finding.confirmedBy ? (
        <span className="fin-state acc">
          <Check className="i s" aria-hidden="true" />
          {text.quote.confirmedBy(finding.confirmedBy.name)}
        </span>
      ) : (
        <span className="fin-state">{finding.model ? text.findings.byModel(finding.model) : text.findings.suggestion}</span>
      )}
    </>
  );
  if (brief)
    return (
      <button type="button" className="fin less" style={style} onClick={() => onChoose(finding.id)}>
        {findingLabel(finding, names, text)}
      </button>
    );
  if (finding.confirmedBy && !may)
    return (
      <div className="fin" style={style}>
        {body}
      </div>
    );
  return (
    <button
      type="button"
      className={on ? 'fin on' : 'fin'}
      style={style}
      data-why={finding.confirmedBy ? undefined : finding.id}
      onClick={() => (finding.confirmedBy ? openNoted : onChoose)(finding.id)}
    >
      {body}
    </button>
  );
}
