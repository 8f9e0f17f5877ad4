import { CHANNELS } from '#model/person-card.ts';
import { useCardText } from '../messages/card-text.ts';
import { usePersonText } from '../messages/person-text.ts';
import { Field } from '../ui/field.tsx';
import type { CardDraft } from './card-draft.ts';
import { CardRows, CardSelect, RowField } from './card-rows.tsx';

interface Given {
  draft: CardDraft;
  onChange: (more: Partial<CardDraft>) => void;
}

/** E-mails, numbers, pages and addresses of theirs, in the order they are tried. */
export function CardReach({ draft, onChange }: Given) {
  const text = useCardText();
  const { channel } = usePersonText();
  return (
    <>
      <CardRows
        title={text.emails}
        add={text.addEmail}
        rows={draft.emails}
        called={text.email}
        empty={{ email: '', label: '' }}
        onChange={(emails) => onChange({ emails })}
      >
        {(row, n, set) => (
          <>
            <RowField label={text.email(n)} type="email" value={row.email} onChange={(email) => set({ email })} />
            <RowField
              label={text.label(text.email(n))}
              hint={text.labelHint}
              short
              value={row.label}
              onChange={(label) => set({ label })}
            />
          </>
        )}
      </CardRows>
      <CardRows
        title={text.phones}
        add={text.addPhone}
        rows={draft.phones}
        called={text.phone}
        empty={{ phone: '', label: '' }}
        onChange={(phones) => onChange({ phones })}
      >
        {(row, n, set) => (
          <>
            <RowField label={text.phone(n)} type="tel" value={row.phone} onChange={(phone) => set({ phone })} />
            <RowField
              label={text.label(text.phone(n))}
              hint={text.labelHint}
              short
              value={row.label}
              onChange={(label) => set({ label })}
            />
          </>
        )}
      </CardRows>
      <div className="card-two">
        <CardSelect
          label={text.prefers}
          value={draft.prefers ?? ''}
          options={[{ value: '', says: text.prefersNone }, ...CHANNELS.map((one) => ({ value: one, says: channel[one] }))]}
          onChange={(prefers) => onChange({ prefers: prefers || null })}
        />
        <Field
          label={text.prefersNote}
          placeholder={text.prefersNoteHint}
          value={draft.prefersNote}
          onChange={(event) => onChange({ prefersNote: event.target.value })}
        />
      </div>
      <CardRows
        title={text.links}
        add={text.addLink}
        rows={draft.links}
        called={text.link}
        empty={{ url: '', label: '' }}
        onChange={(links) => onChange({ links })}
      >
        {(row, n, set) => (
          <>
            <RowField label={text.link(n)} type="url" value={row.url} onChange={(url) => set({ url })} />
            <RowField label={text.label(text.link(n))} hint="LinkedIn" short value={row.label} onChange={(label) => set({ label })} />
          </>
        )}
      </CardRows>
      <CardAddresses draft={draft} onChange={onChange} />
      <Field label={text.livesIn} value={draft.livesIn} onChange={(event) => onChange({ livesIn: event.target.value })} />
    </>
  );
}

function CardAddresses({ draft, onChange }: Given) {
  const text = useCardText();
  return (
    <CardRows
      title={text.addresses}
      add={text.addAddress}
      rows={draft.addresses}
      called={text.addressN}
      empty={{ label: '', street: '', place: '', region: '', postcode: '', country: '' }}
      onChange={(addresses) => onChange({ addresses })}
    >
      {(row, n, set) => (
        <>
          <RowField label={text.street(n)} value={row.street} onChange={(street) => set({ street })} />
          <RowField
            label={text.label(text.addressN(n))}
            hint={text.labelHint}
            short
            value={row.label}
            onChange={(label) => set({ label })}
          />
          <RowField label={text.postcode} short value={row.postcode} onChange={(postcode) => set({ postcode })} />
          <RowField label={text.place} value={row.place} onChange={(place) => set({ place })} />
          <RowField label={text.region} short value={row.region} onChange={(region) => set({ region })} />
          <RowField label={text.country} value={row.country} onChange={(country) => set({ country })} />
        </>
      )}
    </CardRows>
  );
}
