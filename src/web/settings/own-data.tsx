import { useQuery } from '@tanstack/react-query';
import { useOwnDataText } from '../messages/own-data-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Trouble } from '../ui/trouble.tsx';
import { When } from '../ui/when.tsx';
import { SettingsFrame } from './frame.tsx';

/** Everything out as one archive, and whom it no longer holds. */
export function OwnData() {
  const text = useOwnDataText();
  const may = useMay('admin');
  return (
    <SettingsFrame title={text.title}>
      <h1>{text.heading}</h1>
      <p className="m" style={{ marginTop: 4, maxWidth: 'var(--measure)' }}>
        {may ? text.why : text.notForYou}
      </p>
      {may ? (
        <>
          <section className="sec" style={{ marginTop: 24 }}>
            <div className="hd">
              <h2>{text.out}</h2>
            </div>
            <p style={{ paddingTop: 8, maxWidth: 'var(--measure)' }}>{text.outWhy}</p>
            <p className="f t13">{text.outPrivate}</p>
            <p style={{ marginTop: 12 }}>
              <a className="btn p" href="/api/v1/export" download>
                {text.outButton}
              </a>
            </p>
          </section>
          <Erased />
        </>
      ) : null}
    </SettingsFrame>
  );
}

function Erased() {
  const text = useOwnDataText();
  const { data, error, refetch } = useQuery(api.erasures.list.queryOptions());
  return (
    <section className="sec" style={{ marginTop: 32 }}>
      <div className="hd">
        <h2>{text.erased}</h2>
        <span className="why">{text.erasedWhy}</span>
      </div>
      {error ? <Trouble error={error} again={() => void refetch()} /> : null}
      {data?.erasures.length === 0 ? <p className="f t13 w-none">{text.erasedNone}</p> : null}
      <ul>
        {data?.erasures.map((one) => (
          <li className="item" key={one.id}>
            <b className="b">
              <When at={one.erasedAt} as="day" />
            </b>{' '}
            <span className="m">
              {text.erasedLine(
                Object.values(one.counts).reduce((sum, n) => sum + n, 0),
                one.erasedBy,
              )}
            </span>
            <br />
            <span className="f t12">{one.id}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
