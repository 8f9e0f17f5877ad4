import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DecidedKind, Learned as LearnedPage } from '#model/learning.ts';
import { useSettingsText } from '../messages/settings-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { When } from '../ui/when.tsx';
import { SettingsFrame } from './frame.tsx';
import './learned.css';

/** What Heed has learned from the people here: of the workspace, never of a member. */
export function Learned() {
  const text = useSettingsText();
  const mayRead = useMay('member');
  const { data, error, refetch } = useQuery({ ...api.learning.read.queryOptions(), enabled: mayRead });
  return (
    <SettingsFrame title={text.learned}>
      {!mayRead ? (
        <Heading title={text.learnedNone} why={text.learnedNotForGuests} />
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.decisions === 0 ? (
        <Nothing learned={data} />
      ) : (
        <Something learned={data} />
      )}
    </SettingsFrame>
  );
}

function Heading({ title, why }: { title: string; why: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p className="m" style={{ marginTop: 4, maxWidth: 'var(--measure)' }}>
        {why}
      </p>
    </>
  );
}

function Nothing({ learned }: { learned: LearnedPage }) {
  const text = useSettingsText();
  return (
    <>
      <Heading title={learned.resetAt ? text.learnedForgotten : text.learnedNone} why={text.learnedHow} />
      <ForgottenOn learned={learned} />
      <p style={{ marginTop: 16 }}>
        <Link className="btn" to="/conversations" search={{ waiting: true }}>
          {text.learnedBegin}
        </Link>
      </p>
      <Stays />
    </>
  );
}

function Something({ learned }: { learned: LearnedPage }) {
  const text = useSettingsText();
  const { findings } = useText();
  return (
    <>
      <Heading title={text.learnedTitle(learned.decisions)} why={text.learnedHow} />
      <section className="sec" style={{ marginTop: 24 }}>
        <div className="hd">
          <h2>{text.learnedKinds}</h2>
          <span className="why">
            {text.learnedSince} {learned.since ? <When at={learned.since} as="day" /> : null}
          </span>
        </div>
        <table className="learned">
          <thead>
            <tr>
              <th scope="col">{text.learnedKind}</th>
              <th scope="col">{text.learnedConfirmed}</th>
            </tr>
          </thead>
          <tbody>
            {learned.kinds.map((one) => (
              <tr key={one.kind}>
                <th scope="row">{findings.kind[one.kind]}</th>
                <td>
                  <Share decided={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ForgottenOn learned={learned} />
      <Stays />
      <Forget />
    </>
  );
}

/** Fewer say nothing of a share: only the two numbers are shown. */
const ENOUGH = 5;

/** A bar beside the two numbers it is drawn from; the words say all of it. */
function Share({ decided: { confirmed, rejected } }: { decided: DecidedKind }) {
  const text = useSettingsText();
  const all = confirmed + rejected;
  const percent = Math.round((confirmed / all) * 100);
  return (
    <span className="learned-share">
      {all < ENOUGH ? (
        <span />
      ) : (
        <span className="tk" aria-hidden="true">
          <i style={{ width: `${percent}%` }} />
        </span>
      )}
      <span>{text.learnedOf(confirmed, all)}</span>
      <span className="f">{all < ENOUGH ? null : text.percent(percent)}</span>
    </span>
  );
}

function ForgottenOn({ learned }: { learned: LearnedPage }) {
  const text = useSettingsText();
  if (!learned.resetAt) return null;
  return (
    <p className="f t13" style={{ marginTop: 12 }}>
      {text.learnedReset(learned.resetBy?.name ?? '')} <When at={learned.resetAt} as="day" />.
    </p>
  );
}

function Stays() {
  const text = useSettingsText();
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.learnedStays}</h2>
      </div>
      <ul className="learned-stays">
        {[text.learnedHere, text.learnedPrivate, text.learnedNext].map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </section>
  );
}

function Forget() {
  const all = useText();
  const text = useSettingsText();
  const may = useMay('admin');
  const forget = async () => {
    try {
      const { resetAt } = await ask.learning.reset();
      toast(text.learnedIsForgotten, () => ask.learning.unreset({ resetAt: resetAt ?? '' }).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.learnedForgetTitle}</h2>
      </div>
      <p className="m" style={{ padding: '8px 0 12px', maxWidth: 'var(--measure)' }}>
        {text.learnedForgetWhy}
      </p>
      {may ? (
        <button type="button" className="btn" onClick={() => void forget()}>
          {text.learnedForget}
        </button>
      ) : (
        <p className="f t13">{text.onlyAdmins}</p>
      )}
    </section>
  );
}
