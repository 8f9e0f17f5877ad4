import { Link } from '@tanstack/react-router';
import { useText } from '../messages/use-text.ts';
import { useMay, useSession } from '../query/session.ts';

/** Above the list, while pairs wait: how many people may stand in it twice. */
export function PairsLine() {
  const text = useText().people;
  const { pairs } = useSession().counts;
  const may = useMay('member');
  if (!may || pairs === 0) return null;
  return (
    <p className="t13" style={{ padding: '0 clamp(16px, 1.7vw, 24px)' }}>
      <Link className="link" style={{ display: 'inline-block', padding: '12px 0' }} to="/people/duplicates">
        {text.pairs(pairs)}
      </Link>
    </p>
  );
}
