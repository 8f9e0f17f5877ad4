import type { Conversation, Participant, Turn } from '#model/conversation.ts';
import { nobodySpeaks } from './json-file.ts';
import { listOf, objectOf, textOf } from './json-loose.ts';
import type { Loss, ReadConversation, Reader } from './reader.ts';
import { readList, type SlackPlace, type SlackWorkspace, slackRoot, slackWorkspace } from './slack-places.ts';
import { slackText } from './slack-text.ts';
import type { Zip } from './zip.ts';

/** What people write; joins, topics, pins, calls and bots are the app talking. `undefined` is a plain message. */
const SPOKEN = new Set([undefined, 'thread_broadcast', 'me_message', 'file_share']);

/**
 * A Slack export. A thread is a conversation, as it is about one thing and ends; what is said outside threads is one conversation a
 * channel and day, as Slack itself files it. Both keep their `sourceId` when a later export has more.
 */
export const slack: Reader = {
  recognises: ({ zip }) => (zip && slackRoot(zip) !== null ? 'slack' : null),
  async *read(source) {
    const { openZip } = await import('./zip.ts');
    const zip = await openZip(source);
    const losses: Loss[] = [];
    const workspace = await slackWorkspace(zip, losses);
    let some = false;
    for (const place of workspace.places) {
      for await (const said of talksOf({ zip, place, workspace, losses })) {
        some = true;
        yield { conversation: conversationOf(said, place, workspace), losses: losses.splice(0) } satisfies ReadConversation;
      }
    }
    if (!some) throw nobodySpeaks(source);
  },
};

interface Message {
  userId: string;
  name: string;
  ts: string;
  text: string;
}

interface Talk {
  /** The thread's first timestamp, or the day. */
  id: string;
  isThread: boolean;
  messages: Message[];
}

interface PlaceInZip {
  zip: Zip;
  place: SlackPlace;
  workspace: SlackWorkspace;
  losses: Loss[];
}

/** Days as they come; threads when the channel is at its end, because they go on for days. */
async function* talksOf({ zip, place, workspace, losses }: PlaceInZip): AsyncGenerator<Talk> {
  const threads = new Map<string, Map<string, Message>>();
  for (const { day, path } of place.days) {
    const unthreaded = new Map<string, Message>();
    let withoutWords = 0;
    for (const raw of await readList(zip, path, losses)) {
      const message = messageOf(raw, workspace);
      if (message === 'without words') withoutWords++;
      if (!message || message === 'without words') continue;
      const root = rootOf(raw);
      const into = root === null ? unthreaded : (threads.get(root) ?? new Map<string, Message>());
      if (root !== null) threads.set(root, into);
      into.set(message.ts, message);
    }
    if (withoutWords > 0) {
      losses.push({ code: 'media.omitted', line: null, detail: `${path}: ${withoutWords} messages are files without words.` });
    }
    if (unthreaded.size > 0) yield { id: day, isThread: false, messages: inOrder(unthreaded) };
  }
  for (const [id, messages] of threads) yield { id, isThread: true, messages: inOrder(messages) };
}

const inOrder = (messages: Map<string, Message>) => [...messages.values()].sort((a, b) => Number(a.ts) - Number(b.ts));

/** The thread a message is of; its first message has the thread's own timestamp, and replies. */
function rootOf(raw: Record<string, unknown>): string | null {
  const thread = textOf(raw.thread_ts);
  if (thread === null) return null;
  return thread !== textOf(raw.ts) || Number(raw.reply_count ?? 1) > 0 ? thread : null;
}

function messageOf(raw: Record<string, unknown>, workspace: SlackWorkspace): Message | 'without words' | null {
  const ts = typeof raw.ts === 'string' ? raw.ts : null;
  const userId = textOf(raw.user);
  if (raw.type !== 'message' || !SPOKEN.has(raw.subtype as string | undefined) || !ts || !(Number(ts) > 0) || !userId) return null;
  const user = workspace.users.get(userId);
  if (user?.isBot || (raw.bot_id !== undefined && !user)) return null;
  const text = slackText(typeof raw.text === 'string' ? raw.text : '', {
    user: (id) => workspace.user(id) || id,
    channel: workspace.channel,
  });
  if (text === '') return listOf(raw.files).length > 0 ? 'without words' : null;
  // People of another organisation in a shared channel are not among the users; their messages carry their name.
  const profile = objectOf(raw.user_profile);
  return { userId, name: user?.name ?? textOf(profile.real_name) ?? textOf(profile.name) ?? userId, ts, text };
}

function conversationOf({ id, isThread, messages }: Talk, place: SlackPlace, workspace: SlackWorkspace): Conversation {
  const first = messages[0] as Message;
  const who = new Map(messages.map(({ userId, name }) => [userId, name]));
  if (place.title === null) for (const member of place.members) who.set(member, workspace.user(member) || member);
  const participants = participantsOf(who, workspace);
  const called = new Map([...who.keys()].map((userId, i) => [userId, participants[i]?.name ?? userId]));
  const where = place.title ?? participants.map(({ name }) => name).join(', ');
  return {
    source: 'slack',
    sourceId: `${place.id}/${id}`,
    kind: 'chat',
    startedAt: isoOf(first.ts),
    title: isThread ? `${where}: ${shortened(first.text)}` : `${where}, ${id}`,
    participants,
    turns: messages.map((message, i) => turnOf(message, first, { speaker: called.get(message.userId) ?? message.name, line: i + 1 })),
    timeQuality: 'start-only',
  };
}

function participantsOf(who: ReadonlyMap<string, string>, workspace: SlackWorkspace): Participant[] {
  const taken = new Set<string>();
  return [...who].map(([userId, called]) => {
    const name = taken.has(called) ? `${called} (${userId})` : called;
    taken.add(name);
    const email = workspace.users.get(userId)?.email;
    return { name, ...(email && { email }), side: 'unknown' };
  });
}

function turnOf({ ts, text }: Message, first: Message, { speaker, line }: { speaker: string; line: number }): Turn {
  return { speaker, text, line, at: isoOf(ts), key: ts, startMs: Math.round((Number(ts) - Number(first.ts)) * 1000) };
}

/** A `ts` is seconds, with six digits that make it the only one in its channel. */
const isoOf = (ts: string) => new Date(Math.min(Number(ts), 4e9) * 1000).toISOString();

function shortened(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (line.length <= 60) return line;
  const space = line.lastIndexOf(' ', 60);
  return `${line.slice(0, space > 30 ? space : 60)}…`;
}
