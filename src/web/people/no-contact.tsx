import type { PersonPage } from '#model/pages.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { useSettle } from './use-settle.ts';
import type { Who } from './who.ts';

/** They asked not to be contacted: said in plain words, with who set it, when and why. Only a member lifts it. */
export function NoContact({ person, who }: { person: PersonPage; who: Who }) {
  const text = usePersonText();
  const dates = useDates();
  const may = useMay('member');
  const settle = useSettle();
  const set = person.doNotContact;
  if (!set) return null;
  const { id } = person;
  const lift = () =>
    settle(
      () => ask.people.mayContact({ id }),
      text.noContactLifted,
      () => ask.people.doNotContact({ id, why: set.why }).then(refresh),
    );
  const day = dates.day(set.at);
  return (
    <div className="no-contact" role="note">
      <p>
        <b className="b">{text.noContact(who.subject)}</b>{' '}
        <span className="m">{set.by ? text.noContactSet(set.by.name, day) : text.noContactSince(day)}</span> {set.why}
      </p>
      <p className="m t13">{text.noContactHelp}</p>
      {may ? (
        <button type="button" className="btn sm" onClick={lift}>
          {text.noContactLift}
        </button>
      ) : null}
    </div>
  );
}
