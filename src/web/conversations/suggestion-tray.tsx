import { ChevronDown } from 'lucide-react';
import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import { confidenceWord } from '#model/finding.ts';
import type { FindingView } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { againstWords, findingLabel, ownWords } from './finding-words.ts';
import { familyOfFinding } from './margin.ts';
import type { SpeakerNames } from './speaker-names.ts';
import type { Tray } from './use-tray.ts';

const FindingEdit = lazy(() => import('./finding-edit.tsx').then((module) => ({ default: module.FindingEdit })));

const SHOWN = 40;

interface Given {
  tray: Tray;
  names: SpeakerNames;
  understood: boolean;
  onJump: (finding: FindingView) => void;
}

/** What was found and waits: one at a time, in the order it was said, and an end. */
export function SuggestionTray({ tray, names, understood, onJump }: Given) {
  const text = useText();
  const { count, current, open } = tray;
  const from = Math.max(0, Math.min(tray.at - 4, open.length - SHOWN));
  const shown = open.slice(from, from + SHOWN);
  const after = open.length - from - shown.length;
  const area = useFocusKept(tray);
  if (count.left === 0) return <TrayEnd tray={tray} understood={understood} area={area} />;
  return (
    <section aria-label={text.conversations.tray} ref={area}>
      <div className="row tray-head">
        <h2>{text.conversations.tray}</h2>
        <span className="f t13" role="status">
          {text.conversations.left(count.left)}
        </span>
        <span className="sp f t12 only-lg">
          <kbd>j</kbd> <kbd>k</kbd> {text.conversations.toMove}
        </span>
      </div>
      <div className="prog" style={{ margin: '0 20px 6px' }}>
        <i style={{ width: `${((count.all - count.left) / count.all) * 100}%` }} />
        <span className="sr">{text.conversations.trayProgress(count.all - count.left, count.all)}</span>
      </div>
      {shown.map((finding) => (
        <Suggestion key={finding.id} finding={finding} tray={tray} names={names} on={finding.id === current?.id} onJump={onJump} />
      ))}
      {after > 0 ? <p className="f t12 sug">{text.conversations.trayMore(after)}</p> : null}
      <LessSure tray={tray} />
    </section>
  );
}

/** What Heed is less sure of: there for whoever wants to look. */
function LessSure({ tray }: { tray: Tray }) {
  const text = useText().conversations;
  if (tray.less === 0) return null;
  return (
    <button type="button" className="btn q sm less-sure" aria-expanded={tray.unfolded} onClick={() => tray.unfold(!tray.unfolded)}>
      {text.trayLess(tray.less)}
      <ChevronDown className="i s" aria-hidden="true" />
    </button>
  );
}

function Suggestion({
  finding,
  tray,
  names,
  on,
  onJump,
}: {
  finding: FindingView;
  tray: Tray;
  names: SpeakerNames;
  on: boolean;
  onJump: (finding: FindingView) => void;
}) {
  const text = useText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!on || !ref.current) return;
    const rail = ref.current.closest('.rail');
    // Only the rail moves: the page stays where the reader is.
    if (rail && rail.scrollHeight > rail.clientHeight) {
      const top = ref.current.offsetTop;
      const bottom = top + ref.current.offsetHeight;
      if (top < rail.scrollTop || bottom > rail.scrollTop + rail.clientHeight) rail.scrollTo({ top: top - 90 });
    }
  }, [on]);
  return (
    <div className={on ? 'sug on' : 'sug'} ref={ref} data-finding={finding.id} aria-current={on ? 'true' : undefined}>
      <SuggestionLine finding={finding} names={names} on={on} />
      {on ? (
        tray.editing === finding.id ? (
          <Suspense>
            <FindingEdit finding={finding} tray={tray} names={names} />
          </Suspense>
        ) : (
          <>
            <button type="button" className="say jump" title={text.conversations.jump} onClick={() => onJump(finding)}>
              <SuggestionWords finding={finding} names={names} />
            </button>
            <SuggestionKeys finding={finding} tray={tray} small />
          </>
        )
      ) : (
        <button type="button" className="say jump" onClick={() => tray.choose(finding.id)}>
          <SuggestionWords finding={finding} names={names} />
        </button>
      )}
    </div>
  );
}

function SuggestionLine({ finding, names, on, place }: { finding: FindingView; names: SpeakerNames; on: boolean; place?: string }) {
  const text = useText();
  const sure = text.findings.confidence[confidenceWord(finding.p)];
  return (
    <>
      <div className="k">
        <i className="dot" style={{ '--c': `var(--act-${familyOfFinding(finding.kind)})` }} />
        {findingLabel(finding, names, text)}
        {place ? `, ${sure}` : null} <span className="sp nw">{place ?? sure}</span>
        {on ? <WhyButton finding={finding} /> : null}
      </div>
      {finding.model ? <span className="t12 f">{text.findings.byModel(finding.model)}</span> : null}
    </>
  );
}

/** Asks which words made Heed say so: by finger, or by key like any button. */
function WhyButton({ finding }: { finding: FindingView }) {
  const text = useText().conversations;
  return (
    <span className="acc">
      <button type="button" className="why" data-why={finding.id}>
        {text.why}
      </button>
    </span>
  );
}

/** Their words in the serif; what one of ours said is ours, so it is told in our wording. */
function SuggestionWords({ finding, names }: { finding: FindingView; names: SpeakerNames }) {
  const text = useText();
  const words = ownWords(finding, text, useDates().day);
  const against = againstWords(finding, text);
  if (names.of(finding.speaker)?.side === 'us') return <>{words ?? finding.quote}</>;
  return (
    <>
      <q className="v">{finding.quote}</q>
      {finding.edited && words ? <span className="t13 m own">{words}</span> : null}
      {against ? <span className="t12 f own">{against}</span> : null}
    </>
  );
}

function SuggestionKeys({ finding, tray, small }: { finding: FindingView; tray: Tray; small: boolean }) {
  const text = useText().conversations;
  const size = small ? ' sm' : '';
  return (
    <div className="keys">
      <button type="button" className={`btn p${size}`} onClick={() => void tray.decide(finding.id, 'confirm')}>
        {text.confirm}
        {small ? <kbd>c</kbd> : null}
      </button>
      <button type="button" className={`btn${size}`} onClick={() => tray.edit(finding.id)}>
        {text.edit}
        {small ? <kbd>e</kbd> : null}
      </button>
      <button type="button" className={`btn q${size}`} onClick={() => void tray.decide(finding.id, 'reject')}>
        {text.notThis}
        {small ? <kbd>x</kbd> : null}
      </button>
    </div>
  );
}

/** Focus stays in the tray from one suggestion to the next, and ends on the sentence that says it is done. */
function useFocusKept(tray: Tray): RefObject<HTMLElement | null> {
  const area = useRef<HTMLElement>(null);
  const { takeFocus } = tray;
  const take = useRef(takeFocus);
  take.current = takeFocus;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever another suggestion is in hand
  useEffect(() => {
    // Hidden on a phone, where the docked one takes it.
    if (!area.current?.offsetParent || !take.current()) return;
    const next = area.current.querySelector<HTMLElement>('[aria-current=true] .jump') ?? area.current;
    next.focus({ preventScroll: true });
  }, [tray.current?.id]);
  return area;
}

function TrayEnd({ tray, understood, area }: { tray: Tray; understood: boolean; area: RefObject<HTMLElement | null> }) {
  const text = useText().conversations;
  if (!understood) return null;
  const { all, confirmed, rejected } = tray.count;
  const done = tray.less > 0 ? text.trayLead : text.trayDone;
  return (
    <section className="blk tray-end" aria-live="polite" tabIndex={-1} ref={area}>
      <h2>{all === 0 ? text.trayNone : done}</h2>
      <p className="m t13" style={{ marginTop: 4 }}>
        {all === 0 ? text.trayNoneWhy : text.trayDoneWhy(confirmed, rejected)}
      </p>
      <LessSure tray={tray} />
    </section>
  );
}

/** On a phone: the one suggestion in hand, docked above the tabs. */
export function Peek({ tray, names, onJump }: Omit<Given, 'understood'>) {
  const text = useText();
  const finding = tray.current;
  if (!finding) return null;
  const at = tray.at;
  return (
    <section className="peek only-sm" aria-label={text.conversations.tray}>
      <div className="t12 f">
        <SuggestionLine finding={finding} names={names} on place={text.conversations.of(at, tray.count.left)} />
      </div>
      {tray.editing === finding.id ? (
        <Suspense>
          <FindingEdit finding={finding} tray={tray} names={names} />
        </Suspense>
      ) : (
        <>
          <button type="button" className="say jump" onClick={() => onJump(finding)}>
            <SuggestionWords finding={finding} names={names} />
          </button>
          <SuggestionKeys finding={finding} tray={tray} small={false} />
        </>
      )}
    </section>
  );
}
