import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { FindingView } from '#model/pages.ts';
import { useOfferingsText } from '../messages/offerings-text.ts';
import { api } from '../query/api.ts';

/** Which of our claims a belief is held against. Fetched when the form opens; until then, and without the server, what stands can stay. */
export function ClaimChoice({
  value,
  stands,
  onChange,
}: {
  value: string;
  /** What it is held against now; that may have been withdrawn since. */
  stands: Pick<FindingView, 'claim' | 'against'> | undefined;
  onChange: (claim: string) => void;
}) {
  const text = useOfferingsText();
  const id = useId();
  const { data, error } = useQuery(api.offerings.list.queryOptions({ input: {} }));
  const ours = data?.offerings.filter((one) => one.kind === 'ours' && one.claims.length > 0) ?? [];
  const isListed = (claimId: string) => ours.some((one) => one.claims.some((claim) => claim.id === claimId));
  const kept = stands?.against && stands.claim && !isListed(stands.claim) ? { id: stands.claim, ...stands.against } : null;
  if (data && ours.length === 0 && !kept)
    return (
      <p className="hint">
        <Link className="link" to="/settings/offerings">
          {text.nothingToChoose}
        </Link>
      </p>
    );
  const said = error ? text.couldNotChoose : data ? null : text.choosing;
  return (
    <div>
      <label className="lab t12" htmlFor={id}>
        {text.against}
      </label>
      <select
        id={id}
        className="field"
        value={isListed(value) || value === kept?.id ? value : ''}
        aria-describedby={said ? `${id}-said` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{text.none}</option>
        {kept ? <option value={kept.id}>{kept.withdrawn ? text.gone(kept.statement) : kept.statement}</option> : null}
        {ours.map((one) => (
          <optgroup key={one.id} label={one.name}>
            {one.claims.map((claim) => (
              <option key={claim.id} value={claim.id}>
                {claim.statement}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {said ? (
        <span id={`${id}-said`} className={error ? 'hint harm' : 'hint'}>
          {said}
        </span>
      ) : null}
    </div>
  );
}
