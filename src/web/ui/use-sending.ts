import { type FormEvent, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { sayTrouble } from '../query/trouble.ts';

/** A form that keeps what was typed when sending fails, and says what was wrong. */
export function useSending(what: () => Promise<unknown>): { sending: boolean; wrong: string | null; send: (event?: FormEvent) => void } {
  const text = useText();
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (sending) return;
    setSending(true);
    setWrong(null);
    what()
      .catch((error: unknown) => setWrong(sayTrouble(error, text)))
      .finally(() => setSending(false));
  };
  return { sending, wrong, send };
}
