import type { Conversation, Participant, TimeQuality } from '#model/conversation.ts';
import { NOBODY, titleOfName } from './gather.ts';
import { joinSegments, type Segment } from './join.ts';
import { nobodySpeaks, readJson } from './json-file.ts';
import { listOf, numberOf, objectOf, textOf } from './json-loose.ts';
import { fillTimes, lossOfTimes, recordsIn } from './json-salvage.ts';
import { matchEmails } from './match-emails.ts';
import { mendNames } from './mend.ts';
import type { Head, Loss, ReadConversation, Reader } from './reader.ts';
import type { Said } from './voices.ts';

/** Fireflies' transcript as its GraphQL API gives it, bare or under `data.transcript`. Schema: docs.fireflies.ai, "Transcript". */
export const fireflies: Reader = {
  recognises: (head) => (isFireflies(head) ? 'fireflies' : null),
  async *read(source, _format, _hints, head) {
    const { documents, losses, damaged } = await readJson(source, head);
    const whole = documents.flatMap(transcriptsIn);
    let some = false;
    for (const transcript of damaged === null ? whole : salvaged(whole, damaged, losses)) {
      const read = conversationOf({ transcript, name: source.name, losses: losses.splice(0), damaged: damaged !== null });
      if (read.conversation.turns.length === 0) continue;
      some = true;
      yield read;
    }
    if (!some) throw nobodySpeaks(source);
  },
};

function isFireflies({ text }: Head): boolean {
  const start = text?.trimStart();
  if (!start) return false;
  // Wrong bytes can hit its first brackets, or the one key that tells.
  if (start.split('"speaker_name":', 4).length === 4 && start.includes('"start_time":')) return true;
  if (start[0] !== '{' && start[0] !== '[') return false;
  return (
    start.includes('"sentences"') && (start.includes('"speaker_name"') || start.includes('"raw_text"') || start.includes('"speaker_id"'))
  );
}

const KEYS = 'index speaker_id speaker_name start_time end_time text raw_text ai_filters'.split(' ');
const FILTERS = 'text_cleanup task pricing metric question date_and_time sentiment'.split(' ');

/** Where wrong bytes broke the file, its sentences taken one by one, unless as many could be read as they stand. */
function salvaged(whole: Record<string, unknown>[], text: string, losses: Loss[]): Record<string, unknown>[] {
  if (whole.length > 1) return whole;
  const records = recordsIn(text, [...KEYS, ...FILTERS]).filter((record) => record.text !== undefined || record.raw_text !== undefined);
  const read = listOf(whole[0]?.sentences).map(objectOf);
  if (read.filter((one) => textOf(one.text) && textOf(one.speaker_name)).length > records.length || records.length === 0) return whole;
  const filled = fillTimes(records, 'start_time', 'end_time');
  if (filled) losses.push(...lossOfTimes(filled.n));
  const sentences = records.map((record, i) => {
    const [start_time, end_time] = filled?.times[i] ?? [record.start_time, record.end_time];
    return { ...record, start_time, end_time };
  });
  return [{ ...whole[0], sentences }];
}

function transcriptsIn(document: unknown): Record<string, unknown>[] {
  if (Array.isArray(document)) return document.flatMap(transcriptsIn);
  const object = objectOf(document);
  if (Array.isArray(object.sentences)) return [object];
  return [object.data, object.transcript, object.transcripts].filter((inner) => inner !== undefined).flatMap(transcriptsIn);
}

interface TranscriptInFile {
  transcript: Record<string, unknown>;
  name: string;
  losses: Loss[];
  /** Bytes were wrong: names may be so as well. */
  damaged: boolean;
}

function conversationOf({ transcript, name, losses, damaged }: TranscriptInFile): ReadConversation {
  const speakers = speakersOf(transcript);
  const sentences = listOf(transcript.sentences).map(objectOf);
  const unit = msPerUnit(transcript, sentences);
  const segments: Said[] = [];
  for (const [i, sentence] of sentences.entries()) {
    const segment = segmentOf({ sentence, speakers, unit, ordinal: i + 1 });
    if (segment) segments.push(segment);
    else losses.push({ code: 'sentence.unreadable', line: i + 1, detail: `Sentence ${i + 1} has no words.` });
  }
  if (damaged) mendNames(segments);
  const timeQuality = qualityOf(segments);
  const listed = [...speakers.values()].filter((one) => !damaged || !one.includes('\uFFFD'));
  const conversation: Conversation = {
    source: 'fireflies',
    sourceId: textOf(transcript.id),
    kind: 'call',
    startedAt: dateOf(transcript.date) ?? dateOf(transcript.dateString),
    title: textOf(transcript.title) ?? titleOfName(name),
    participants: participantsOf(transcript, [...new Set([...listed, ...segments.map(({ speaker }) => speaker)])]),
    turns: joinSegments(segments, timeQuality),
    timeQuality,
  };
  return { conversation, losses };
}

function speakersOf(transcript: Record<string, unknown>): Map<string, string> {
  const speakers = new Map<string, string>();
  for (const speaker of listOf(transcript.speakers).map(objectOf)) {
    const id = textOf(speaker.id);
    const name = textOf(speaker.name);
    if (id !== null && name !== null) speakers.set(id, name);
  }
  return speakers;
}

function segmentOf({ sentence, speakers, unit, ordinal }: SentenceInPlace): Said | null {
  const text = textOf(sentence.text) ?? textOf(sentence.raw_text);
  if (!text) return null;
  const id = textOf(sentence.speaker_id);
  const speaker = textOf(sentence.speaker_name) ?? (id === null ? NOBODY : (speakers.get(id) ?? `Speaker ${Number(id) + 1 || id}`));
  const start = numberOf(sentence.start_time);
  const end = numberOf(sentence.end_time);
  const segment: Said = { speaker, text, line: ordinal, named: speaker !== NOBODY };
  if (start !== null && start >= 0) segment.startMs = Math.round(start * unit);
  if (segment.startMs !== undefined && end !== null && end * unit >= segment.startMs) segment.endMs = Math.round(end * unit);
  return segment;
}

interface SentenceInPlace {
  sentence: Record<string, unknown>;
  speakers: ReadonlyMap<string, string>;
  unit: number;
  ordinal: number;
}

/** Times are in seconds; a copy that went through another tool may have milliseconds, and `duration` (minutes) tells. */
function msPerUnit(transcript: Record<string, unknown>, sentences: Record<string, unknown>[]): number {
  const minutes = numberOf(transcript.duration);
  const last = numberOf(sentences.findLast((sentence) => numberOf(sentence.end_time) !== null)?.end_time);
  return minutes && last && last > minutes * 60 * 100 ? 1 : 1000;
}

/** What one sentence lacks, all lack: a measure by time that leaves some out would be wrong. One in fifty may be damaged. */
export function qualityOf(segments: readonly Segment[]): TimeQuality {
  const enough = segments.length * 0.98;
  if (segments.filter(({ endMs }) => endMs !== undefined).length >= enough) return 'exact';
  return segments.filter(({ startMs }) => startMs !== undefined).length >= enough ? 'start-only' : 'none';
}

/** Milliseconds, seconds or ISO 8601 to ISO 8601. */
function dateOf(value: unknown): string | null {
  const number = numberOf(value);
  const date = number === null ? new Date(textOf(value) ?? Number.NaN) : new Date(number < 1e11 ? number * 1000 : number);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function participantsOf(transcript: Record<string, unknown>, names: string[]): Participant[] {
  const attendees = listOf(transcript.meeting_attendees).map(objectOf);
  const known = new Map<string, string>();
  for (const attendee of attendees) {
    const name = textOf(attendee.displayName) ?? textOf(attendee.name);
    const email = textOf(attendee.email);
    if (name && email) known.set(name, email.toLowerCase());
  }
  // Some accounts give all addresses in one string, with commas.
  const listed = [...listOf(transcript.participants), transcript.organizer_email, ...attendees.map(({ email }) => email)];
  const emails = matchEmails(
    names,
    listed.flatMap((entry) => textOf(entry)?.split(',') ?? []),
    known,
  );
  return names.map((name) => ({ name, ...(emails.has(name) && { email: emails.get(name) as string }), side: 'unknown' }));
}
