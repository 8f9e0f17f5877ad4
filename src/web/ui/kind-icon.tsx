import { Coffee, Mail, MessageSquare, NotebookPen, Phone, Video } from 'lucide-react';
import type { ConversationKind } from '#model/conversation.ts';

const ICONS = { call: Phone, meeting: Video, email: Mail, chat: MessageSquare, visit: Coffee, note: NotebookPen };

/** The icon of a kind of conversation; decorative, so the kind is said in words near it or in `label`. */
export function KindIcon({ kind, small = false, label }: { kind: ConversationKind; small?: boolean; label?: string }) {
  const Icon = ICONS[kind];
  return (
    <>
      <Icon className={small ? 'i s f' : 'i'} aria-hidden="true" />
      {label ? <span className="sr">{label}</span> : null}
    </>
  );
}
