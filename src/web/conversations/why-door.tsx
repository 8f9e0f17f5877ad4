import { lazy, Suspense, useEffect, useState } from 'react';
import type { ConversationPage } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { useKeys } from '../ui/use-keys.ts';
import type { SpeakerNames } from './speaker-names.ts';
import { WHY, type WhyAsked } from './why-asked.ts';

const WhyHeard = lazy(() => import('./why-heard.tsx').then((it) => ({ default: it.WhyHeard })));

/** Waits for the first time that somebody asks why: until then nothing of the answer is here. */
export function WhyDoor(given: { page: ConversationPage; names: SpeakerNames }) {
  const text = useText().conversations;
  const [first, setFirst] = useState<WhyAsked | null>(null);
  useKeys([{ key: 'w', says: text.why, run: () => setFirst({ by: null, how: 'keydown' }) }]);
  useEffect(() => {
    const ask = ({ target, type }: Event) => {
      const by = (target as Element).closest<HTMLElement>(WHY);
      if (by) setFirst({ by, how: type });
    };
    // A finger, too, is over what it presses.
    document.addEventListener('pointerover', ask);
    document.addEventListener('focusin', ask);
    return () => {
      document.removeEventListener('pointerover', ask);
      document.removeEventListener('focusin', ask);
    };
  }, []);
  return first ? (
    <Suspense>
      <WhyHeard {...given} first={first} />
    </Suspense>
  ) : null;
}
