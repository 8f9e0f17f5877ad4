import { useRef, useState } from 'react';
import { LARGEST_ATTACHMENT } from '#model/attachment.ts';
import { useAttachmentsText } from '../messages/attachments-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { sendAttachment } from './send-attachment.ts';

export interface Going {
  name: string;
  /** 0 to 1. */
  share: number;
  stop: () => void;
}

/** Sends files one after another; says of each that it is here, was here, or why not. */
export function useAttach(about: 'person' | 'organisation' | 'deal', id: string): { going: Going | null; attach: (files: File[]) => void } {
  const text = useAttachmentsText();
  const words = useText();
  const [going, setGoing] = useState<Going | null>(null);
  const line = useRef(Promise.resolve());
  const one = async (file: File) => {
    const limit = LARGEST_ATTACHMENT / 1024 / 1024;
    if (file.size > LARGEST_ATTACHMENT) return void toast(text.tooLarge(file.name, limit));
    const control = new AbortController();
    const told = (share: number) => setGoing({ name: file.name, share, stop: () => control.abort() });
    told(0);
    try {
      const { attachment, already } = await sendAttachment({ about, id, name: file.name, body: file, told, stop: control.signal });
      const undo = () => ask.attachments.remove({ id: attachment.id }).then(refresh);
      toast(already ? text.already(attachment.name) : text.added(attachment.name), already ? null : undo);
      await refresh();
    } catch (error) {
      const isStopped = error instanceof DOMException && error.name === 'AbortError';
      toast(isStopped ? text.stopped : sayTrouble(error, words));
    } finally {
      setGoing(null);
    }
  };
  return {
    going,
    attach: (files) => {
      for (const file of files) line.current = line.current.then(() => one(file));
    },
  };
}
