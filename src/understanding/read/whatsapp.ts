import { createHash } from 'node:crypto';
import type { Turn } from '#model/conversation.ts';
import { decode, lossOfBytes } from './decode.ts';
import { transcriptOf } from './gather.ts';
import { nobodySpeaks } from './json-file.ts';
import type { Hints, Loss, ReadConversation, Reader, Source } from './reader.ts';
import { type DateOrder, dayOf, orderOf, type Stamp, stampOf } from './whatsapp-stamp.ts';
import { saidBy, writtenIn } from './whatsapp-text.ts';
import { bytesOf, MOST_IN_MEMORY } from './whole.ts';
import { isoInZone } from './zone-time.ts';

/** A chat exported from WhatsApp: the .txt of Android or iOS, or the ZIP that iOS packs it in. One conversation a file. */
export const whatsapp: Reader = {
  recognises: ({ text, zip }) => ((zip ? chatIn(zip) !== null : isChat(text)) ? 'whatsapp' : null),
  async *read(source, _format, hints) {
    const decoded = decode(await textBytes(source));
    const read = conversationOf(messagesIn(decoded.text), source, hints);
    read.losses.unshift(...lossOfBytes(decoded));
    yield read;
  },
};

function isChat(text: string | null): boolean {
  const lines = (text ?? '').split('\n', 60).filter((line) => line.trim() !== '');
  const stamps = lines.map(stampOf);
  if (!stamps.slice(0, 3).some(Boolean)) return false;
  return stamps.some((stamp) => stamp && saidBy(stamp.rest));
}

function chatIn(paths: readonly string[]): string | null {
  return paths.find((path) => /(^|\/)(_chat|WhatsApp[ -][^/]{1,200})\.txt$/.test(path)) ?? null;
}

async function textBytes(source: Source): Promise<Uint8Array> {
  const head = await source.slice(0, 4);
  const isZip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
  if (isZip) {
    const { openZip } = await import('./zip.ts');
    const zip = await openZip(source);
    return zip.read(chatIn(zip.entries.map(({ path }) => path)) ?? '_chat.txt', MOST_IN_MEMORY);
  }
  return bytesOf(source);
}

interface Message {
  stamp: Stamp;
  line: number;
  /** Lines without a stamp continue the message before them. */
  lines: string[];
}

function messagesIn(text: string): Message[] {
  const messages: Message[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const stamp = stampOf(line);
    if (stamp) messages.push({ stamp, line: i + 1, lines: [stamp.rest] });
    else messages.at(-1)?.lines.push(line);
  }
  return messages;
}

function conversationOf(messages: Message[], source: Source, hints: Hints): ReadConversation {
  const { order, certain } = orderOf(
    messages.map(({ stamp }) => stamp),
    hints.dayFirst,
  );
  const { turns, losses } = turnsOf(messages, order, hints.zone ?? 'UTC');
  const first = turns[0];
  if (!first) throw nobodySpeaks(source);
  if (!certain) {
    const detail = 'The dates can be read as day first or as month first; they were read as day first.';
    losses.unshift({ code: 'date.order', line: messages[0]?.line ?? null, detail });
  }
  // Both stay the same when a later export of the same chat has more; the notice alone can be that of two chats begun together.
  const sourceId = hashOf(`${stampText(messages[0] as Message)}|${messages[0]?.lines.join('\n')}|${first.key}`);
  const title = titleOf(source.name, turns);
  return {
    conversation: {
      ...transcriptOf({ source: 'whatsapp', title, turns, timeQuality: 'start-only' }),
      sourceId,
      kind: 'chat',
      startedAt: first.at ?? null,
    },
    losses,
  };
}

function turnsOf(messages: readonly Message[], order: DateOrder, zone: string): { turns: Turn[]; losses: Loss[] } {
  const turns: Turn[] = [];
  const losses: Loss[] = [];
  const same = new Map<string, number>();
  let media = 0;
  let startedAt: number | null = null;
  for (const message of messages) {
    const said = saidBy(message.lines.join('\n'));
    if (!said) continue;
    const written = writtenIn(said.text);
    if (written.kind === 'media') media++;
    if (written.kind !== 'words') continue;
    const at = isoInZone([...dayOf(message.stamp, order), ...message.stamp.clock], zone);
    if (at === null) {
      losses.push({ code: 'date.wrong', line: message.line, detail: `Line ${message.line} has a date that does not exist.` });
    } else startedAt ??= Date.parse(at);
    const turn: Turn = {
      speaker: said.speaker,
      text: written.text,
      line: message.line,
      key: keyOf(message, said.speaker, written.text, same),
    };
    if (at !== null) turn.at = at;
    if (at !== null && startedAt !== null) turn.startMs = Math.max(0, Date.parse(at) - startedAt);
    turns.push(turn);
  }
  if (media > 0)
    losses.push({ code: 'media.omitted', line: null, detail: `Pictures, recordings and files are not read: ${media} messages.` });
  return { turns, losses };
}

/** From the stamp as it is written: the same message has the same key when its date is later understood another way. */
function keyOf(message: Message, speaker: string, text: string, same: Map<string, number>): string {
  const what = `${stampText(message)}|${speaker}|${text}`;
  const ordinal = (same.get(what) ?? 0) + 1;
  same.set(what, ordinal);
  return hashOf(`${what}|${ordinal}`);
}

const stampText = ({ stamp }: Message) => [...stamp.date, ...stamp.clock].join('.');
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** The chat's name from `WhatsApp Chat with Tom Baker.txt` or `WhatsApp-chat met Tom.txt`, else who wrote. */
function titleOf(name: string, turns: readonly Turn[]): string {
  const named = /^WhatsApp[ -][Cc]hat(?: with | met | mit | - |-)(.{1,120}?)(?:\.txt|\.zip)?$/.exec(name)?.[1];
  if (named) return named.trim();
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))];
  return speakers.length > 4 ? `${speakers.slice(0, 3).join(', ')} +${speakers.length - 3}` : speakers.join(', ');
}
