import type { Conversation, Participant, Side } from '#model/conversation.ts';
import { qualityOf } from './fireflies.ts';
import { titleOfName } from './gather.ts';
import { salvageGong } from './gong-salvage.ts';
import { joinSegments, type Segment } from './join.ts';
import { nobodySpeaks, readJson } from './json-file.ts';
import { listOf, numberOf, objectOf, textOf } from './json-loose.ts';
import type { Head, Loss, ReadConversation, Reader } from './reader.ts';

/** Gong's transcripts (`/v2/calls/transcript`) with the details of the calls (`/v2/calls/extensive`): one file, two documents or a list. */
export const gong: Reader = {
  recognises: (head) => (isGong(head) ? 'gong' : null),
  async *read(source, _format, _hints, head) {
    const { documents, losses, damaged } = await readJson(source, head);
    const objects = documents.flatMap((document) => (Array.isArray(document) ? document : [document])).map(objectOf);
    const calls = callsOf(objects);
    const whole = objects.flatMap((object) => listOf(object.callTranscripts)).map(objectOf);
    const mended = damaged !== null && isOneCall(damaged) ? salvaged(whole, [...calls.values()], damaged) : null;
    losses.push(...(mended?.losses ?? []));
    let some = false;
    for (const transcript of mended ? [mended.transcript] : whole) {
      const read = conversationOf({
        transcript,
        call: mended?.call ?? calls.get(textOf(transcript.callId) ?? ''),
        name: source.name,
        losses: losses.splice(0),
      });
      if (read.conversation.turns.length === 0) continue;
      some = true;
      yield read;
    }
    if (!some) throw nobodySpeaks(source);
  },
};

function isGong({ text }: Head): boolean {
  const start = text?.trimStart();
  if (!start) return false;
  // Wrong bytes can hit its first brackets, or the one key that tells.
  if (start.split('"sentences":', 4).length === 4 && start.split('"speakerId":', 4).length === 4) return true;
  if (start[0] !== '{' && start[0] !== '[') return false;
  return start.includes('"callTranscripts"') || (start.includes('"calls"') && start.includes('"metaData"'));
}

interface Call {
  title: string | null;
  startedAt: string | null;
  durationS: number | null;
  speakers: Map<string, { name: string; email: string | null; side: Side }>;
}

/** What of several calls belongs together cannot be told without the brackets around it. */
const isOneCall = (text: string) => text.split('"callId":', 3).length <= 2 && text.split('"metaData":', 3).length <= 2;

/** Where wrong bytes broke the file of a call: its sentences one by one, unless more could be read as they stand. */
function salvaged(
  whole: Record<string, unknown>[],
  calls: Call[],
  text: string,
): { transcript: Record<string, unknown>; call: Call; losses: Loss[] } | null {
  const found = salvageGong(text);
  const most = Math.max(0, ...whole.map((one) => sentencesOf(one, []).length));
  if (!found || most > found.transcript.transcript.length) return null;
  const call = calls.find(({ title }) => title !== null) ?? { title: null, startedAt: null, durationS: null };
  const speakers = new Map([...calls.flatMap((one) => [...one.speakers]), ...speakersOf(found.parties)]);
  return { transcript: { ...whole[0], ...found.transcript }, call: { ...call, speakers }, losses: found.losses };
}

function callsOf(objects: Record<string, unknown>[]): Map<string, Call> {
  const calls = new Map<string, Call>();
  for (const call of objects.flatMap((object) => listOf(object.calls)).map(objectOf)) {
    const about = objectOf(call.metaData);
    const started = new Date(textOf(about.started) ?? textOf(about.scheduled) ?? Number.NaN);
    calls.set(textOf(about.id) ?? '', {
      title: textOf(about.title),
      startedAt: Number.isNaN(started.getTime()) ? null : (textOf(about.started) ?? started.toISOString()),
      durationS: numberOf(about.duration),
      speakers: speakersOf(listOf(call.parties).map(objectOf)),
    });
  }
  return calls;
}

/** Names are unique in a conversation, so a second Tom of the same call is told apart by his address or a number. */
function speakersOf(parties: Record<string, unknown>[]): Call['speakers'] {
  const speakers: Call['speakers'] = new Map();
  const taken = new Set<string>();
  for (const party of parties) {
    const id = textOf(party.speakerId);
    const email = textOf(party.emailAddress)?.toLowerCase() ?? null;
    const called = textOf(party.name) ?? email;
    if (id === null || called === null) continue;
    let name = taken.has(called) && email ? `${called} (${email})` : called;
    for (let n = 2; taken.has(name); n++) name = `${called} (${n})`;
    taken.add(name);
    speakers.set(id, { name, email, side: sideOf(party.affiliation) });
  }
  return speakers;
}

function sideOf(affiliation: unknown): Side {
  if (affiliation === 'Internal') return 'us';
  return affiliation === 'External' ? 'them' : 'unknown';
}

interface CallInFile {
  transcript: Record<string, unknown>;
  call: Call | undefined;
  name: string;
  losses: Loss[];
}

function conversationOf({ transcript, call, name, losses }: CallInFile): ReadConversation {
  const participants = new Map<string, Participant>();
  const spoken = sentencesOf(transcript, losses);
  const unit = msPerUnit(spoken, call?.durationS ?? null);
  const segments: Segment[] = spoken.map(({ speakerId, text, ordinal, start, end }) => {
    const known = call?.speakers.get(speakerId);
    const who = participants.get(speakerId) ?? participantOf(known, participants);
    participants.set(speakerId, who);
    const segment: Segment = { speaker: who.name, text, line: ordinal };
    if (start !== null && start >= 0) segment.startMs = Math.round(start * unit);
    if (segment.startMs !== undefined && end !== null && end * unit >= segment.startMs) segment.endMs = Math.round(end * unit);
    return segment;
  });
  const timeQuality = qualityOf(segments);
  const conversation: Conversation = {
    source: 'gong',
    sourceId: textOf(transcript.callId),
    kind: 'call',
    startedAt: call?.startedAt ?? null,
    title: call?.title ?? titleOfName(name),
    participants: [...participants.values()],
    turns: joinSegments(segments, timeQuality),
    timeQuality,
  };
  return { conversation, losses };
}

function participantOf(
  known: { name: string; email: string | null; side: Side } | undefined,
  so: ReadonlyMap<string, Participant>,
): Participant {
  if (!known) return { name: `Speaker ${so.size + 1}`, side: 'unknown' };
  return { name: known.name, ...(known.email && { email: known.email }), side: known.side };
}

interface Sentence {
  speakerId: string;
  text: string;
  ordinal: number;
  start: number | null;
  end: number | null;
}

function sentencesOf(transcript: Record<string, unknown>, losses: Loss[]): Sentence[] {
  const spoken: Sentence[] = [];
  let ordinal = 0;
  for (const monologue of listOf(transcript.transcript).map(objectOf)) {
    const speakerId = textOf(monologue.speakerId) ?? '';
    for (const sentence of listOf(monologue.sentences).map(objectOf)) {
      ordinal++;
      const text = textOf(sentence.text);
      if (text) spoken.push({ speakerId, text, ordinal, start: numberOf(sentence.start), end: numberOf(sentence.end) });
      else losses.push({ code: 'sentence.unreadable', line: ordinal, detail: `Sentence ${ordinal} has no words.` });
    }
  }
  return spoken;
}

/**
 * Milliseconds in files seen, seconds in one description. Nothing ends after the call did, so what ends later than its duration, in
 * seconds, is in milliseconds. Else fractions are seconds, and so are sentences that would take less than a tenth of a second.
 */
function msPerUnit(spoken: readonly Sentence[], durationS: number | null): number {
  const last = spoken.reduce((latest, { end }) => Math.max(latest, end ?? 0), 0);
  if (durationS && last > durationS * 1.5) return 1;
  const timed = spoken.filter(({ start, end }) => start !== null && end !== null);
  if (timed.some(({ start, end }) => !Number.isInteger(start) || !Number.isInteger(end))) return 1000;
  const lengths = timed.map(({ start, end }) => (end as number) - (start as number)).sort((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 1000) < 100 ? 1000 : 1;
}
