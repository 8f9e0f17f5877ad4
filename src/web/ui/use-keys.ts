import { useEffect, useRef } from 'react';
import { addKeys, type Key } from './keys.ts';

/** Keys of this screen while it is shown: `useKeys([{ key: 'n', says: text.people.add, run: () => setAdding(true) }])`. */
export function useKeys(keys: Key[]): void {
  const latest = useRef(keys);
  latest.current = keys;
  const names = keys.map((key) => key.key).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: bound again only when the set of keys changes; what they do is read when pressed
  useEffect(
    () =>
      addKeys(
        latest.current.map((key, i) => ({
          key: key.key,
          get says() {
            return latest.current[i]?.says ?? null;
          },
          run: (event) => latest.current[i]?.run(event),
        })),
      ),
    [names],
  );
}
