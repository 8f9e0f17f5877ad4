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
    <p className="t13" style={{ padding: '10px 24px 0' }}>
      <Link className="link" to="/people/duplicates">
        {text.pairs(pairs)}
      </Link>
    </p>
  );
}
