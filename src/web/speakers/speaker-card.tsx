import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import type { UnknownSpeaker } from '#model/pages.ts';
import type { PersonKind } from '#model/person.ts';
import { useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { Face } from '../ui/face.tsx';
import { Field } from '../ui/field.tsx';
import { type Answer, newPerson } from './answers.ts';

interface Given {
  speaker: UnknownSpeaker;
  on: boolean;
  /** Keys answer for the one in hand. Their room is kept in all cards: a button that moves when its card is taken would lose the click that took it. */
  keyed: boolean;
  /** The form of a new person is shown. */
  open: boolean;
  answer: Answer | null;
  kinds: PersonKind[];
  onAnswer: (answer: Answer | 'none') => void;
  /** A change within the answer, such as a letter of a new name: nothing moves on. */
  onChange: (answer: Answer) => void;
  onTake: () => void;
  onDone: () => void;
}

/** One who spoke: what they said, where, and the buttons that say who it is. */
export function SpeakerCard({ speaker, on, keyed, open, answer, kinds, onAnswer, onChange, onTake, onDone }: Given) {
  const text = useText().speakers;
  return (
    <li className={on ? 'speaker on' : 'speaker'} data-speaker={speaker.alias} onFocus={onTake}>
      <Face id={speaker.alias} name={speaker.name} size="m" />
      <div style={{ minWidth: 0 }}>
        <div className="row wrap" style={{ gap: '0 8px' }}>
          <b className="b">{speaker.name}</b>
          {speaker.email ? <span className="f t13">{speaker.email}</span> : null}
          <span className="f t13">
            {text.turns(speaker.turns)} · <Places speaker={speaker} />
          </span>
          {answer ? <AnswerChip answer={answer} onBack={() => onAnswer('none')} /> : null}
        </div>
        {speaker.sample ? (
          <blockquote className="quote" style={{ marginTop: 6 }}>
            <q className="v v17">{speaker.sample}</q>
          </blockquote>
        ) : null}
        {answer?.is === 'new' && open ? <NewPerson answer={answer} onChange={onChange} onDone={onDone} /> : null}
        {answer ? null : <Choices speaker={speaker} keys={keyed ? (on ? 'shown' : 'room') : 'none'} kinds={kinds} onAnswer={onAnswer} />}
      </div>
    </li>
  );
}

function Places({ speaker }: { speaker: UnknownSpeaker }) {
  const text = useText().speakers;
  const [first] = speaker.conversations;
  if (!first) return <>{text.inTalks(speaker.conversations.length)}</>;
  return (
    <Link
      to="/conversations/$id"
      params={{ id: first.id }}
      title={speaker.conversations.map((one) => one.title).join('\n')}
      className="places"
    >
      {speaker.conversations.length === 1 ? first.title : text.inTalks(speaker.conversations.length)}
    </Link>
  );
}

function AnswerChip({ answer, onBack }: { answer: Answer; onBack: () => void }) {
  const text = useText().speakers;
  const said =
    answer.is === 'me'
      ? text.answerMe
      : answer.is === 'nobody'
        ? text.answerNobody
        : answer.is === 'new'
          ? text.answerNew(answer.name)
          : answer.name;
  return (
    <>
      <span className="chip acc">{said}</span>
      <button type="button" className="word t13" onClick={onBack}>
        {text.takeBack}
      </button>
    </>
  );
}

function Choices({
  speaker,
  keys,
  kinds,
  onAnswer,
}: {
  speaker: UnknownSpeaker;
  keys: KeysAs;
  kinds: PersonKind[];
  onAnswer: (answer: Answer) => void;
}) {
  const text = useText().speakers;
  const [picking, setPicking] = useState<'member' | 'person' | null>(null);
  return (
    <>
      <div className="row wrap" style={{ marginTop: 9, gap: 6 }}>
        {speaker.candidates.slice(0, 9).map((candidate, n) => (
          <button
            type="button"
            className="btn sm"
            key={candidate.id}
            title={text.why[candidate.why]}
            onClick={() =>
              onAnswer(
                candidate.kind === 'member'
                  ? { is: 'member', memberId: candidate.id, name: candidate.name }
                  : { is: 'person', personId: candidate.id, name: candidate.name },
              )
            }
          >
            {candidate.name}
            <span className="f">{candidate.kind === 'member' ? text.member : text.why[candidate.why]}</span>
            <KeyHint as={keys} says={String(n + 1)} />
          </button>
        ))}
        <button type="button" className="btn sm" onClick={() => onAnswer({ is: 'me' })}>
          {text.isMe}
          <KeyHint as={keys} says="m" />
        </button>
        <button
          type="button"
          className="btn sm"
          aria-expanded={picking === 'member'}
          onClick={() => setPicking(picking === 'member' ? null : 'member')}
        >
          {text.isMember}
        </button>
        <button
          type="button"
          className="btn sm"
          aria-expanded={picking === 'person'}
          onClick={() => setPicking(picking === 'person' ? null : 'person')}
        >
          {text.isPerson}
        </button>
        <button type="button" className="btn sm" onClick={() => onAnswer(newPerson(speaker, kinds))}>
          {text.isNew}
          <KeyHint as={keys} says="n" />
        </button>
        <button type="button" className="btn sm q" title={text.isNobodyWhy} onClick={() => onAnswer({ is: 'nobody' })}>
          {text.isNobody}
          <KeyHint as={keys} says="x" />
        </button>
      </div>
      {picking === 'member' ? <PickMember onAnswer={onAnswer} /> : null}
      {picking === 'person' ? <PickPerson onAnswer={onAnswer} /> : null}
    </>
  );
}

type KeysAs = 'shown' | 'room' | 'none';

function KeyHint({ as, says }: { as: KeysAs; says: string }) {
  return as === 'none' ? null : <kbd style={as === 'room' ? { visibility: 'hidden' } : undefined}>{says}</kbd>;
}

export function PickMember({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  const { data } = useQuery(api.members.list.queryOptions());
  return (
    <div className="row wrap" style={{ marginTop: 8, gap: 6 }}>
      {data?.members
        .filter((member) => !member.isYou)
        .map((member) => (
          <button
            type="button"
            className="toggle"
            key={member.id}
            onClick={() => onAnswer({ is: 'member', memberId: member.id, name: member.name })}
          >
            {member.name}
          </button>
        ))}
    </div>
  );
}

export function PickPerson({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  const text = useText().speakers;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [find, setFind] = useState('');
  const { data } = useQuery({
    ...api.people.list.queryOptions({ input: { find: find.trim(), limit: 6 } }),
    enabled: find.trim().length > 0,
    placeholderData: (before) => before,
  });
  useEffect(() => field.current?.focus(), []);
  const rows = find.trim() ? (data?.rows ?? []) : [];
  return (
    <div style={{ marginTop: 8, maxWidth: 420 }}>
      <label className="sr" htmlFor={id}>
        {text.isPerson}
      </label>
      <input
        id={id}
        ref={field}
        className="field"
        placeholder={text.findPerson}
        value={find}
        onChange={(event) => setFind(event.target.value)}
        onKeyDown={(event) => {
          const [first] = rows;
          if (event.key === 'Enter' && first) onAnswer({ is: 'person', personId: first.id, name: first.name });
        }}
      />
      <div className="row wrap" style={{ marginTop: 6, gap: 6 }}>
        {rows.map((row) => (
          <button
            type="button"
            className="toggle"
            key={row.id}
            onClick={() => onAnswer({ is: 'person', personId: row.id, name: row.name })}
          >
            {row.name} <span className="f">{row.organisation?.name}</span>
          </button>
        ))}
        {find.trim() && data && rows.length === 0 ? <span className="f t13">{text.nobodyFound(find.trim())}</span> : null}
      </div>
    </div>
  );
}

export function NewPerson({
  answer,
  onChange,
  onDone,
}: {
  answer: Extract<Answer, { is: 'new' }>;
  onChange: (answer: Answer) => void;
  onDone: () => void;
}) {
  const text = useText();
  const all = useSession().workspace?.personKinds ?? [];
  const name = useRef<HTMLDivElement>(null);
  useEffect(() => name.current?.querySelector('input')?.select(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in any of its fields is the same "done" the button below says
    <div
      className="new-person"
      ref={name}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        event.target.blur();
        onDone();
      }}
    >
      <Field label={text.speakers.name} value={answer.name} onChange={(event) => onChange({ ...answer, name: event.target.value })} />
      <Field
        label={text.speakers.organisation}
        value={answer.organisation}
        onChange={(event) => onChange({ ...answer, organisation: event.target.value })}
      />
      <Field
        label={text.speakers.role}
        value={answer.roleTitle}
        onChange={(event) => onChange({ ...answer, roleTitle: event.target.value })}
      />
      <fieldset>
        <legend className="lab">{text.speakers.kinds}</legend>
        <span className="row wrap" style={{ gap: 6 }}>
          {all.map((kind) => {
            const has = answer.kinds.includes(kind);
            return (
              <button
                type="button"
                className="toggle"
                key={kind}
                aria-pressed={has}
                onClick={() => onChange({ ...answer, kinds: has ? answer.kinds.filter((one) => one !== kind) : [...answer.kinds, kind] })}
              >
                {text.kinds.one[kind]}
              </button>
            );
          })}
        </span>
      </fieldset>
    </div>
  );
}
