import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Minus, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BriefPage, RatherNot } from '#model/brief.ts';
import { copy } from '../conversations/copy.ts';
import { useBriefText } from '../messages/brief-text.ts';
import { language } from '../messages/language.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { Bar } from '../ui/bar.tsx';
import { SourceLine } from '../ui/source-line.tsx';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AroundOne } from './around.tsx';
import { density } from './brief-density.ts';
import { BriefQuestions } from './brief-questions.tsx';
import { BriefOwed, BriefTraits } from './brief-rows.tsx';
import { FeltSo } from './felt.tsx';
import { Portrait } from './portrait.tsx';
import { type Who, whoIs } from './who.ts';
import './person-card-sheet.ts';
import './brief-sheet.ts';

/** Before one walks in: what to ask and why, what not to bring up, what is owed; on a phone, and on one printed page. */
export function Brief() {
  const { id } = useParams({ from: '/inside/people/$id/brief' });
  const text = useBriefText();
  const { data: brief, error, refetch } = useQuery(api.people.brief.queryOptions({ input: { id } }));
  useKeys([{ key: 'p', says: text.print, run: () => window.print() }]);
  const copyLink = async () => toast((await copy(window.location.href)) ? text.copied : text.notCopied);
  return (
    <>
      <Bar title={text.title} parent={{ title: brief?.name ?? '', to: `/people/${id}` }} back>
        <button type="button" className="btn sm" disabled={!brief} onClick={() => window.print()}>
          <Printer className="i" aria-hidden="true" />
          {text.print}
          <kbd>p</kbd>
        </button>
        <span className="only-lg">
          <button type="button" className="btn sm q" onClick={() => void copyLink()}>
            {text.copyLink}
          </button>
        </span>
      </Bar>
      {error ? <Trouble error={error} again={() => void refetch()} /> : brief ? <Sheet brief={brief} /> : <Waiting />}
    </>
  );
}

function Sheet({ brief }: { brief: BriefPage }) {
  const text = useBriefText();
  const words = usePersonText();
  const who = whoIs(brief, language().locale);
  return (
    <div className="page">
      <div className={`w-brief ${density(brief)}`}>
        <PrintedFor />
        <Head brief={brief} who={who} />
        <BriefQuestions questions={brief.questions} who={who} />
        <div className="w-bg">
          <Section title={text.not} when={brief.ratherNot.length > 0}>
            <ul className="w-no">
              {brief.ratherNot.map((one) => (
                <Not key={`${one.sort} ${one.words} ${one.quote}`} one={one} />
              ))}
            </ul>
          </Section>
          <Section title={text.owe} when={brief.promises.length > 0}>
            <BriefOwed promises={brief.promises} />
          </Section>
        </div>
        <Section title={words.matters(who.object)} why={words.inWords} when={brief.traits.length > 0}>
          <BriefTraits traits={brief.traits} who={who} />
        </Section>
        <div className="w-bg">
          <div>
            <Section title={text.felt(who.subject)} when={brief.felt !== null}>
              {brief.felt ? <FeltSo trait={brief.felt} /> : null}
            </Section>
            <ToRepair brief={brief} />
          </div>
          <Section title={text.who} when={brief.around.length > 0}>
            <ul className="w-log">
              {brief.around.map((one) => (
                <AroundOne key={one.id} one={one} who={who} />
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </div>
  );
}

/** On paper: whose it is and of which day, because a sheet outlives the day it was printed for. */
function PrintedFor() {
  const text = useBriefText();
  const dates = useDates();
  const { workspace, member } = useSession();
  const today = dates.exact(new Date().toLocaleDateString('sv'));
  return <p className="t12 f w-print">{text.printed(workspace?.name ?? '', member?.name ?? '', today)}</p>;
}

function Head({ brief, who }: { brief: BriefPage; who: Who }) {
  const { people } = useText();
  const text = useBriefText();
  const dates = useDates();
  const { roleTitle, organisation, lastContactAt } = brief;
  const does = [roleTitle, organisation?.name].filter(Boolean).join(` ${people.roleAt} `);
  const spoke = lastContactAt ? text.spoke(dates.day(lastContactAt)) : text.neverSpoke;
  return (
    <>
      <div className="hero">
        <Portrait person={brief} />
        <div>
          <h1>{text.heading(who.first)}</h1>
          <p className="m">{[does, spoke].filter(Boolean).join(' · ')}</p>
        </div>
      </div>
      {brief.hero ? (
        <figure className="lead">
          <blockquote className="v28">
            <q>{brief.hero.text}</q>
          </blockquote>
          <figcaption style={{ marginTop: 6 }}>
            <SourceLine quote={brief.hero} lead={text.weighs} />
          </figcaption>
        </figure>
      ) : null}
    </>
  );
}

function Section({ title, why, when, children }: { title: string; why?: string; when: boolean; children: ReactNode }) {
  if (!when) return null;
  return (
    <section className="sec">
      <div className="hd">
        <h2>{title}</h2>
        {why ? <span className="why">{why}</span> : null}
      </div>
      {children}
    </section>
  );
}

function Not({ one: { sort, words, quote } }: { one: RatherNot }) {
  const { notSort } = useBriefText();
  const says = sort === 'irritant' ? words && `${words}.` : sort === 'ended' ? notSort.ended(words) : notSort[sort];
  const ours = sort === 'opt-out' || (sort === 'settled' && !quote) ? words : null;
  return (
    <li>
      <Minus className="i f" aria-hidden="true" />
      <span>
        {says} {quote ? <q className="v">{quote}</q> : ours}
      </span>
    </li>
  );
}

function ToRepair({ brief }: { brief: BriefPage }) {
  const text = useBriefText();
  return (
    <Section title={text.repair} when={brief.toRepair.length > 0}>
      {brief.toRepair.map((belief) => (
        <div className="item" key={belief.id}>
          {belief.quotes[0] ? <q className="v">{belief.quotes[0].text}</q> : belief.statement}
          {belief.against ? <p className="t13 m">{text.repairHow(belief.against.statement)}</p> : null}
        </div>
      ))}
    </Section>
  );
}
