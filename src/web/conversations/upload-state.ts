import type { Text } from '../messages/language.ts';
import { sayTrouble } from '../query/trouble.ts';
import type { Upload } from './uploads.ts';

/** How far a file is, in words; of one that came in, what was in it. Pure but for the catalogue it is given. */
export function stateOf(upload: Upload, text: Text): string {
  const said = text.conversations;
  if (upload.state === 'waiting') return said.stateWaiting;
  if (upload.state === 'sending') return said.stateSending(Math.round(upload.sent * 100));
  if (upload.state === 'reading') return said.stateReading;
  if (upload.state === 'already') return said.stateAlready;
  if (upload.trouble)
    return upload.trouble.code === 'unknown' ? said.lineDead : sayTrouble({ ...upload.trouble, data: upload.trouble }, text);
  const received = upload.received;
  if (!received) return said.stateReading;
  const turns = received.conversations.reduce((sum, one) => sum + one.turns, 0);
  const format = (said.format as Record<string, string>)[received.format] ?? received.format;
  return said.stateDone(format, turns, received.conversations.length);
}
