import './sheet.ts';
import { useId, useState } from 'react';
import { PARTS, type Part } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { useSending } from '../ui/use-sending.ts';
import { OrganisationField } from './organisation-field.tsx';
import { type PlaceAsked, today } from './place.ts';
import { changePlaces } from './use-places.ts';

/** Where somebody belongs: what they do there, since and until when, and their part when something is decided. */
export function PlaceForm({ who, way, at, onClose }: PlaceAsked & { onClose: () => void }) {
  const text = useOrganisationsText();
  const { shell } = useText();
  const [organisation, setOrganisation] = useState('');
  const [roleTitle, setRoleTitle] = useState(way === 'change' ? (at?.roleTitle ?? '') : '');
  const [from, setFrom] = useState(way === 'change' ? (at?.from ?? '') : '');
  const [until, setUntil] = useState(way === 'change' ? (at?.until ?? '') : '');
  const [on, setOn] = useState(today);
  const [part, setPart] = useState<Part | ''>(way === 'change' ? (at?.part ?? '') : '');
  const { sending, wrong, send } = useSending(async () => {
    const words = { roleTitle, from: from || null, until: until || null, part: part || null };
    const deeds = {
      join: () => ask.affiliations.join({ personId: who.id, organisation, ...words }),
      change: () => ask.affiliations.change({ id: at?.id ?? '', ...words }),
      move: () => ask.affiliations.move({ id: at?.id ?? '', organisation, roleTitle, on }),
    };
    await changePlaces(who, text.placed(who.name), deeds[way]);
    onClose();
  });
  const titles = {
    join: text.joinTitle(who.name),
    change: text.placeTitle(who.name, at?.name ?? ''),
    move: text.moveTitle(who.name),
  };
  const date = (label: string, value: string, set: (value: string) => void, hint?: string) => (
    <Field label={label} hint={hint} type="date" required={way === 'move'} value={value} onChange={(event) => set(event.target.value)} />
  );
  return (
    <Dialog title={titles[way]} onClose={onClose}>
      <form className="form" onSubmit={send}>
        {way === 'change' ? null : <OrganisationField label={text.where} required value={organisation} onChange={setOrganisation} />}
        <Field label={text.does} maxLength={200} value={roleTitle} onChange={(event) => setRoleTitle(event.target.value)} />
        {way === 'move' ? (
          date(text.on, on, setOn)
        ) : (
          <>
            <PartField value={part} onChange={setPart} />
            <div className="w-days">
              {date(text.from, from, setFrom, text.fromHint)}
              {date(text.until, until, setUntil, text.untilHint)}
            </div>
          </>
        )}
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
            {text.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function PartField({ value, onChange }: { value: Part | ''; onChange: (part: Part | '') => void }) {
  const text = useOrganisationsText();
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {text.part}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value as Part | '')}>
        <option value="">{text.partUnknown}</option>
        {PARTS.map((part) => (
          <option key={part} value={part}>
            {text.says[part]}
          </option>
        ))}
      </select>
    </div>
  );
}
