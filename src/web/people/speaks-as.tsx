import { useQuery } from '@tanstack/react-query';
import { useMendText } from '../messages/mend-text.ts';
import { useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { SpeakerName } from '../speakers/speaker-name.tsx';

/** The names under which this person speaks; a click on one tells why Heed takes it for them, and mends it. */
export function SpeaksAs({ personId }: { personId: string }) {
  const { speakers } = useText();
  const text = useMendText();
  const { data } = useQuery(api.speakers.ofPerson.queryOptions({ input: { id: personId } }));
  if (!data || data.names.length === 0) return null;
  return (
    <section className="sec" style={{ order: 9 }}>
      <div className="hd">
        <h2>{text.names}</h2>
        <span className="why">{text.namesHelp}</span>
      </div>
      <ul style={{ paddingTop: 8, display: 'grid', gap: 6 }}>
        {data.names.map((one) => (
          <li key={one.id} className="t13">
            <SpeakerName id={one.id} name={one.name}>
              <b className="b">{one.name}</b>
            </SpeakerName>{' '}
            <span className="f">{[one.email, speakers.inTalks(one.conversations)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
