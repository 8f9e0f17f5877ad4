import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { familyOf } from '#model/act.ts';
import { confidenceWord, isFindingKind } from '#model/finding.ts';
import type { ConversationPage } from '#model/pages.ts';
import type { Heard, WhyWords } from '#model/why.ts';
import type { Text } from '../messages/language.ts';
import { useText } from '../messages/use-text.ts';
import { useWhyText } from '../messages/why-text.ts';
import { api } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { findingLabel } from './finding-words.ts';
import { familyOfFinding } from './margin.ts';
import { rangeOf } from './selected-words.ts';
import type { SpeakerNames } from './speaker-names.ts';
import { useWhyAsked } from './use-why-asked.ts';
import css from './why.css?inline';
import { type Asked, answerTo, askedAfter, inOrder } from './why-answer.ts';
import type { WhyAsked } from './why-asked.ts';
import { placeFor } from './why-place.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

interface Given {
  page: ConversationPage;
  names: SpeakerNames;
  first: WhyAsked;
}

/** Says why something was heard, by what somebody points at, tabs to or presses, and marks the words in their line. */
export function WhyHeard({ page, names, first }: Given) {
  const popover = useRef<HTMLDivElement>(null);
  const { by, close } = useWhyAsked(first, popover);
  useEffect(() => {
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, []);
  const turn = Number(by?.closest<HTMLElement>('[data-turn]')?.dataset.turn ?? -1);
  const id = by?.dataset.why || by?.closest<HTMLElement>('[data-finding]')?.dataset.finding || null;
  const asked = useMemo(() => (by ? askedAfter(page, id, turn) : null), [by, page, id, turn]);
  // It was decided on, or another suggestion is in hand.
  useLayoutEffect(() => {
    if (by && !(asked && by.isConnected)) close();
  });
  return (
    <div role="status">{by && asked ? <Why page={page} names={names} asked={asked} by={by} popover={popover} close={close} /> : null}</div>
  );
}

const KEPT_MS = 300_000;

interface WhyGiven extends Omit<Given, 'first'> {
  asked: Asked;
  by: HTMLElement;
  popover: RefObject<HTMLDivElement | null>;
  close: () => void;
}

function Why({ page, names, asked, by, popover, close }: WhyGiven) {
  const words = useText();
  const { data, error } = useQuery({
    ...api.conversations.why.queryOptions({ input: { id: page.id, turn: asked.turn } }),
    staleTime: KEPT_MS,
  });
  const answer = useMemo(() => (data ? answerTo(asked, data) : null), [asked, data]);
  const style = usePlaceBy(popover, by, answer, close);
  useMarked(asked.turn, answer?.words);
  const turn = page.turns.find((one) => one.i === asked.turn);
  const isOurs = names.of(turn?.speaker ?? -1)?.side === 'us';
  const family = 'finding' in asked ? familyOfFinding(asked.finding.kind) : familyOf(asked.act.act);
  const { p } = 'finding' in asked ? asked.finding : asked.act;
  return (
    <div className="pop why-said" ref={popover} style={style}>
      <div className="k">
        <i className="dot" style={{ '--c': `var(--act-${family})` }} />
        <span>
          <b>{titleOf(asked, answer, names, words)}</b>
          <span className="sure">, {words.findings.confidence[confidenceWord(p)]}</span>
        </span>
      </div>
      {error ? <p>{sayTrouble(error, words)}</p> : null}
      {data ? <Answer answer={answer} text={turn?.text ?? ''} isOurs={isOurs} /> : null}
    </div>
  );
}

/** What it was heard as. A suggestion that somebody put right is told as it was first heard. */
function titleOf(asked: Asked, answer: ReturnType<typeof answerTo>, names: SpeakerNames, text: Text): string {
  if ('act' in asked) return asked.act.by ? text.findings.question : text.findings.act[asked.act.act];
  const first = answer?.kind ?? asked.finding.kind;
  return first !== asked.finding.kind && isFindingKind(first) ? text.findings.kind[first] : findingLabel(asked.finding, names, text);
}

/** Their words in the serif, ours in the sans. */
function Answer({ answer, text, isOurs }: { answer: Heard | null; text: string; isOurs: boolean }) {
  const why = useWhyText();
  if (!answer) return <p>{why.gone}</p>;
  const { by, words, reasons } = answer;
  if (by !== 'heads' && by !== 'rules') return <p>{why.silent[by]}</p>;
  const others = reasons.map((reason) => why.reason[reason]).join('; ');
  if (words.length === 0) return <p>{others ? why.only(others) : why.whole}</p>;
  return (
    <>
      <p>{why.words}</p>
      <ul>
        {inOrder(words, text).map((said, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the words of one answer never change places
          <li key={n} className={isOurs ? undefined : 'v'}>
            {isOurs ? said : <mark>{said}</mark>}
          </li>
        ))}
      </ul>
      {others ? <p>{why.and(others)}</p> : null}
    </>
  );
}

const NAME = 'why';

/** The words are marked in the transcript while it is open; where a browser knows no highlights it names them alone. */
function useMarked(turn: number, words: WhyWords[] | undefined): void {
  useEffect(() => {
    const lines = document.querySelector('.tr');
    if (!lines || !words || !('highlights' in CSS)) return;
    const ranges = words.map(({ from, to }) => rangeOf(lines, { turn, from, to })).filter((range) => range !== null);
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return () => void CSS.highlights.delete(NAME);
  }, [turn, words]);
}

/** It stands by what was asked after, and moves with it; what is scrolled or taken away takes it along. */
function usePlaceBy(popover: RefObject<HTMLElement | null>, by: HTMLElement, answer: Heard | null, close: () => void): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });
  const leave = useRef(close);
  leave.current = close;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer makes it taller
  useLayoutEffect(() => {
    const put = () => {
      const at = by.isConnected && popover.current ? placeFor(by, popover.current) : null;
      if (at) setPlace({ '--x': `${at.x}px`, '--y': `${at.y}px` });
      else leave.current();
    };
    put();
    window.addEventListener('scroll', put, { capture: true, passive: true });
    window.addEventListener('resize', put);
    return () => {
      window.removeEventListener('scroll', put, { capture: true });
      window.removeEventListener('resize', put);
    };
  }, [by, popover, answer]);
  return place;
}
