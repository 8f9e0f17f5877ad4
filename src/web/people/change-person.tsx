import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { PersonPage } from '#model/pages.ts';
import { CLOSENESS, type Closeness } from '#model/person-card.ts';
import { useCardText } from '../messages/card-text.ts';
import { language } from '../messages/language.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useOfferedKinds } from '../query/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { KindToggles } from '../ui/kind-toggles.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { CardDays } from './card-days.tsx';
import { type CardDraft, changedIn, draftOf, wordsOf } from './card-draft.ts';
import { CardReach } from './card-reach.tsx';
import { CardSelect } from './card-rows.tsx';
import './change-person-sheet.ts';

interface Part {
  draft: CardDraft;
  onChange: (more: Partial<CardDraft>) => void;
}

/** The whole card: who they are, how they are reached, days to think of, what is between you. The toast takes all of it back. */
export function ChangePerson({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const { people: text, shell } = useText();
  const words = useCardText();
  const before = useMemo(() => wordsOf(draftOf(person)), [person]);
  const [draft, setDraft] = useState(() => draftOf(person));
  const { sending, wrong, send } = useSending(async () => {
    const { id } = person;
    const now = changedIn(before, wordsOf(draft));
    const names = Object.keys(now) as (keyof typeof now)[];
    if (names.length > 0) {
      await ask.people.change({ id, ...now });
      const was = Object.fromEntries(names.map((name) => [name, before[name]]));
      toast(text.changed, () => ask.people.change({ id, ...was }).then(refresh));
      await refresh();
    }
    onClose();
  });
  const part: Part = { draft, onChange: (more) => setDraft((here) => ({ ...here, ...more })) };
  return (
    <Dialog title={text.changeTitle(person.name)} onClose={onClose} wide>
      <form className="form card-form" onSubmit={send}>
        <h3>{words.who}</h3>
        <CardWho {...part} person={person} />
        <h3>{words.reach}</h3>
        <CardReach {...part} />
        <CardDays dates={draft.dates} onChange={(dates) => part.onChange({ dates })} />
        <h3>{words.ours}</h3>
        <CardOurs {...part} />
        {wrong ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending}>
            {shell.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

type Line = 'name' | 'givenName' | 'familyName' | 'nickname' | 'roleTitle' | 'organisation' | 'pronouns';

function CardWho({ draft, onChange, person }: Part & { person: PersonPage }) {
  const { people: text } = useText();
  const words = useCardText();
  const offered = useOfferedKinds();
  const field = (name: Line) => ({
    value: draft[name],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <>
      <Field label={text.name} required {...field('name')} />
      <div className="card-two three">
        <Field label={words.given} {...field('givenName')} />
        <Field label={words.family} {...field('familyName')} />
        <Field label={words.nickname} hint={words.nicknameHint} {...field('nickname')} />
      </div>
      <div className="card-two">
        <Field label={text.does} {...field('roleTitle')} />
        <Field label={text.organisation} {...field('organisation')} />
      </div>
      <Field label={text.pronouns} hint={text.pronounsHint} {...field('pronouns')} />
      <KindToggles
        label={text.kinds}
        offered={[...new Set([...offered, ...person.kinds])]}
        chosen={draft.kinds}
        onChange={(kinds) => onChange({ kinds })}
      />
    </>
  );
}

function CardOurs({ draft, onChange }: Part) {
  const text = useCardText();
  const { data } = useQuery(api.members.list.queryOptions());
  const members = data?.members ?? [];
  return (
    <>
      <CardSelect
        label={text.closeness}
        value={draft.closeness === null ? '' : (String(draft.closeness) as `${Closeness}`)}
        options={[
          { value: '', says: text.closenessNone },
          ...CLOSENESS.map((one) => ({ value: String(one) as `${Closeness}`, says: text.close[one] })),
        ]}
        onChange={(value) => onChange({ closeness: value === '' ? null : (Number(value) as Closeness) })}
      />
      <CardSelect
        label={text.owner}
        value={draft.ownerId ?? ''}
        options={[{ value: '', says: text.ownerNone }, ...members.map(({ id, name }) => ({ value: id, says: name }))]}
        onChange={(id) => onChange({ ownerId: id || null })}
      />
      <div className="card-two">
        <CardSelect
          label={text.language}
          value={draft.locale ?? ''}
          options={[{ value: '', says: text.languageNone }, ...languages(draft.locale)]}
          onChange={(locale) => onChange({ locale: locale || null })}
        />
        <Field
          label={text.zone}
          hint={text.zoneHint}
          list="card-zones"
          value={draft.zone ?? ''}
          onChange={(event) => onChange({ zone: event.target.value || null })}
        />
      </div>
      <datalist id="card-zones">
        {Intl.supportedValuesOf('timeZone').map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}

const SPOKEN =
  'ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lt lv mk ms mt nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

/** Languages by their own name here, in the order of the alphabet; the one that stands on the card among them. */
function languages(standing: string | null) {
  const { locale } = language();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const all = standing && !SPOKEN.includes(standing) ? [...SPOKEN, standing] : SPOKEN;
  return all.map((value) => ({ value, says: names.of(value) ?? value })).toSorted((a, b) => a.says.localeCompare(b.says, locale));
}
