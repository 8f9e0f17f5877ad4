import { DATE_KINDS } from '#model/person-card.ts';
import { useCardText } from '../messages/card-text.ts';
import { language } from '../messages/language.ts';
import { usePersonText } from '../messages/person-text.ts';
import { type CardDraft, wrongDays } from './card-draft.ts';
import { CardRows, CardSelect, RowField } from './card-rows.tsx';

/** Days to think of: the year may be left out, because it is often not known. */
export function CardDays({ dates, onChange }: { dates: CardDraft['dates']; onChange: (dates: CardDraft['dates']) => void }) {
  const text = useCardText();
  const { dateKind } = usePersonText();
  const { locale } = language();
  const wrong = wrongDays(dates);
  const months = Array.from({ length: 12 }, (_, i) => ({
    value: String(i + 1),
    says: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, i, 1)),
  }));
  return (
    <CardRows
      title={text.days}
      add={text.addDate}
      rows={dates}
      called={text.dateN}
      empty={{ kind: 'birthday', label: '', month: 1, day: '', year: '' }}
      onChange={onChange}
    >
      {(row, n, set) => (
        <>
          <CardSelect
            bare
            label={text.dateKind(n)}
            value={row.kind}
            options={DATE_KINDS.map((one) => ({ value: one, says: dateKind[one] }))}
            onChange={(kind) => set({ kind })}
          />
          <RowField label={text.day} type="number" short value={row.day} wrong={wrong.includes(row.key)} onChange={(day) => set({ day })} />
          <CardSelect
            bare
            label={text.month}
            value={String(row.month)}
            options={months}
            onChange={(month) => set({ month: Number(month) })}
          />
          <RowField label={text.year} type="number" short value={row.year} onChange={(year) => set({ year })} />
          {row.kind === 'birthday' ? null : <RowField label={text.dateLabel} value={row.label} onChange={(label) => set({ label })} />}
        </>
      )}
    </CardRows>
  );
}
