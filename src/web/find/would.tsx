import { useText } from '../messages/use-text.ts';
import type { Doing } from './use-meant.tsx';

/** What would be noted, part by part, before return is pressed. */
export function Would({ doing, onDo }: { doing: Doing; onDo: () => void }) {
  const text = useText().find;
  if (doing.parts.length === 0) return null;
  return (
    <div className="w-would">
      <p className="t12 f">{text.youWould}</p>
      <dl className="kv">
        {doing.parts.map(([name, says]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      {doing.lacks ? (
        <p className="t13 wait" role="status">
          {doing.lacks}
        </p>
      ) : (
        <button type="button" className="btn sm p" onClick={onDo}>
          {doing.says ?? text.noteIt}
        </button>
      )}
    </div>
  );
}
