import type { ImportantDate } from '#model/person-card.ts';
import { language } from '../messages/language.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useDates } from '../messages/use-text.ts';
import { comingFirst, sayDay } from './days.ts';

const SOON_DAYS = 30;

/** Days to think of, the nearest first; how near is said when it is. */
export function ImportantDates({ dates: given }: { dates: ImportantDate[] }) {
  const text = usePersonText();
  const dates = useDates();
  const { locale } = language();
  if (given.length === 0) return null;
  const today = new Date().toISOString().slice(0, 10);
  const coming = comingFirst(given, today);
  return (
    <section className="sec" style={{ order: 8 }}>
      <div className="hd">
        <h2>{text.dates}</h2>
      </div>
      <dl className="kv reach">
        {coming.map((one) => {
          const day = sayDay(one, locale);
          return (
            <div className="pair" key={`${one.kind} ${one.label} ${one.next}`}>
              <dt>{one.label || text.dateKind[one.kind]}</dt>
              <dd>
                {one.year ? text.born(day, one.year) : day}
                {dates.daysTo(one.next) <= SOON_DAYS ? <span className="wait"> · {dates.ago(one.next)}</span> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
