import { useQuery } from '@tanstack/react-query';
import type { SayBackView } from '#model/say-back.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { When } from '../ui/when.tsx';

/** The links made for this person before, each with what was answered to it. */
export function SayBackLinks({ personId }: { personId: string }) {
  const text = useNeedsText().back;
  const { data } = useQuery(api.sayBacks.list.queryOptions({ input: { personId } }));
  if (!data || data.links.length === 0) return null;
  return (
    <section>
      <h3 className="lab">{text.links}</h3>
      <ul className="choices">
        {data.links.map((link) => (
          <MadeLink key={link.id} link={link} />
        ))}
      </ul>
    </section>
  );
}

function MadeLink({ link }: { link: SayBackView }) {
  const all = useText();
  const text = useNeedsText();
  const revoke = async () => {
    try {
      await ask.sayBacks.revoke({ id: link.id });
      toast(text.back.revoked);
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <li>
      <div>
        <p className="t12 f">
          <When at={link.createdAt} as="day" /> · {text.back.madeBy(link.by?.name ?? null)} · {text.back.state[link.state]}
        </p>
        {link.needs.map((need) => (
          <div key={need.needId} style={{ marginTop: 4 }}>
            <p>{need.statement}</p>
            <Answer need={need} />
          </div>
        ))}
      </div>
      {link.state === 'open' ? (
        <button type="button" className="btn sm" onClick={() => void revoke()}>
          {text.back.revoke}
        </button>
      ) : null}
    </li>
  );
}

function Answer({ need: { answers } }: { need: SayBackView['needs'][number] }) {
  const text = useNeedsText();
  const [newest, ...earlier] = answers;
  if (!newest) return <p className="f t13">{text.back.noAnswer}</p>;
  return (
    <p className="t13">
      <b>{text.answered[newest.answer]}</b>{' '}
      <span className="f">
        <When at={newest.answeredAt} as="day" />
        {earlier.length > 0 ? ` · ${text.back.earlier(earlier.length)}` : null}
      </span>
      {newest.words ? (
        <q className="v" style={{ display: 'block' }}>
          {newest.words}
        </q>
      ) : null}
    </p>
  );
}
