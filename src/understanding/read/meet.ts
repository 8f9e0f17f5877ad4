import { readTime } from './cues.ts';
import { dateIn } from './dates.ts';
import { lossOfBytes } from './decode.ts';
import { NOBODY, titleOfName, transcriptOf } from './gather.ts';
import { joinSegments } from './join.ts';
import { firstLines, type Line, linesWithWords } from './lines.ts';
import { shareByWords } from './meet-times.ts';
import { mendNames } from './mend.ts';
import { type Candidate, cleanName, openRoll } from './names.ts';
import type { Head, Hints, Loss, ReadConversation, Reader, Source } from './reader.ts';
import type { Said } from './voices.ts';
import { noTurns, textOf } from './whole.ts';

const HEADING = /[-–] (transcript|transcriptie|transcription)$/i;
const OVER = /^(transcription ended after|meeting ended after|transcriptie (is )?beëindigd na|vergadering (is )?beëindigd na)\b/i;
/** Only lines that end with t, e or n, and those with r or e as their second letter, need a pattern. */
const isHeading = (line: string) => 'tenTEN'.includes(line.charAt(line.length - 1)) && HEADING.test(line);
const isOver = (line: string) => 'reRE'.includes(line.charAt(1)) && OVER.test(line);
const isTold = (line: string) => isHeading(line) || isOver(line);
/** «Ana Ruiz's Presentation» is a shared screen, not a person. */
const SCREEN = /(['’]s presentation|^presentatie van .*|^presentation)$/i;
/** Meeting notes by Gemini and Markdown exports put signs, stars and link targets around a line. */
function bare(text: string): string {
  const anchor = text.endsWith('}') ? text.lastIndexOf('{#') : -1;
  let to = anchor >= 0 ? anchor : text.length;
  let from = 0;
  while (from < to && isSign(text.charCodeAt(from), true)) from++;
  while (to > from && isSign(text.charCodeAt(to - 1), false)) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}
interface BareLine extends Line {
  /** As it stands in the file, where that is not the same. */
  raw?: string;
}

function bareLine(line: Line): BareLine {
  const text = bare(line.text);
  return text === line.text ? line : { text, line: line.line, raw: line.text };
}

/** White space, *, _; in front also #, > and the two halves of a pictogram. */
function isSign(code: number, front: boolean): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 42 ||
    code === 95 ||
    (front && (code === 35 || code === 62 || (code >= 0xd83c && code <= 0xdfff)))
  );
}
const isTimeHeading = (text: string) => text.length <= 8 && /^\d{1,2}:\d{2}:\d{2}$/.test(text);

/** Whether any line of a text tells, however far down: only those whose first or last character could be such a line's are looked at. */
function isToldBelow(text: string): boolean {
  for (let at = 0, end = 0; at < text.length; at = end + 1) {
    end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    if ((COULD_TELL[text.charCodeAt(at)] ?? 1) + (COULD_TELL[text.charCodeAt(end - 1)] ?? 1) > 0 && isTold(bare(text.slice(at, end))))
      return true;
  }
  return false;
}

/** Letters and signs that a line which tells can begin or end with; all that is not ASCII is. */
const COULD_TELL = Uint8Array.from({ length: 128 }, (_, code) =>
  'tenmvTENMV*_#>}'.includes(String.fromCharCode(code)) || code <= 32 ? 1 : 0,
);

/** Google Meet: `Name: words`, a time as a heading every few minutes. In «Notes by Gemini» only the part headed «… - Transcript» was said. */
export const meet: Reader = {
  recognises(head) {
    const { text } = head;
    if (!text || text.includes('-->')) return null;
    const lines = firstLines(head).map((line) => bare(line.text));
    const headings = lines.filter(isTimeHeading).length;
    const talk = lines.some((line) => /^[^:]{1,80}:\s/.test(line));
    // The transcript of «Notes by Gemini» can stand far below a summary.
    const told = lines.some(isTold) || isToldBelow(text);
    return (told && (headings > 0 || talk)) || (headings >= 2 && talk) ? 'meet' : null;
  },
  async *read(source: Source, format, hints: Hints, known?: Head): AsyncGenerator<ReadConversation> {
    const decoded = await textOf(source, known);
    const lines = linesWithWords(decoded.text).map(bareLine);
    const start = startOfTalk(lines);
    const { said, endMs, line } = saidAfter(lines.slice(start));
    if (said.length === 0) throw noTurns(source, lines[start]?.line ?? 1);
    if (decoded.wrong > 0) mendNames(said);
    const timed = shareByWords(said, endMs);
    const quality = timed ? 'interpolated' : 'none';
    const head = header(lines.slice(0, start), hints);
    const conversation = transcriptOf(
      {
        source: format,
        kind: 'meeting',
        title: head.title ?? titleOfName(source.name),
        startedAt: head.startedAt,
        turns: joinSegments(said, quality),
        timeQuality: quality,
      },
      head.emails,
    );
    yield { conversation, losses: [...lossOfBytes(decoded), ...(endMs === null ? endless(line) : [])] };
  },
};

function endless(line: number): Loss[] {
  return [
    { code: 'file.ends-early', line, detail: 'The line that says when the transcription ended is missing: there may have been more.' },
  ];
}

/** After the last «… - Transcript» heading; else at the first time heading; else at the top. */
function startOfTalk(lines: readonly Line[]): number {
  const heading = lines.findLastIndex(({ text }) => isHeading(text));
  if (heading >= 0) return heading + 1;
  return Math.max(
    0,
    lines.findIndex(({ text }) => isTimeHeading(text)),
  );
}

/** What was said; a segment's `startMs` is set only where a time heading stands right before it. */
function saidAfter(lines: readonly Line[]): { said: Said[]; endMs: number | null; line: number } {
  const roll = openRoll();
  const end = lines.findIndex(({ text }) => isOver(text));
  const body = end < 0 ? lines : lines.slice(0, end);
  const split = body.map(({ text }) => splitName(text, roll));
  const said: Said[] = [];
  let speaker: string | null = null;
  let heading: number | undefined;
  let skipping = false;
  const last = (end < 0 ? lines.at(-1) : lines[end]) ?? { text: '', line: 1 };
  for (const [i, { text, line }] of body.entries()) {
    const { left, rest } = split[i] ?? { left: null, rest: '' };
    if (isTimeHeading(text)) {
      heading = readTime(text, 0, text.length);
      continue;
    }
    const screen = left !== null && isScreen(left);
    const named = left !== null && !screen && roll.speaks(left);
    if (screen) skipping = true;
    else if (named) {
      skipping = false;
      speaker = left.name;
    }
    // Between the heading and the first name stand the attendees, or a summary.
    const words = named ? rest : text;
    if (skipping || !words || (speaker === null && !isDamaged(text))) continue;
    const one: Said = { speaker: speaker ?? NOBODY, text: words, line, named };
    if (heading !== undefined) one.startMs = heading;
    heading = undefined;
    said.push(one);
  }
  return { said, endMs: end < 0 ? null : clockIn(last.text), line: last.line };
}

const isScreen = ({ name }: Candidate) => name.length >= 'presentation'.length && SCREEN.test(name);
const isDamaged = (text: string) => text.slice(0, 40).includes('\uFFFD');

function clockIn(text: string): number | null {
  const found = /\d{1,2}:\d{2}:\d{2}/.exec(text);
  return found ? readTime(found[0], 0, found[0].length) : null;
}

/** `Name: words`, also `**Name:** words` as Markdown has it. */
function splitName(text: string, roll: ReturnType<typeof openRoll>): { left: Candidate | null; rest: string } {
  const colon = firstColon(text);
  if (colon <= 0) return { left: null, rest: text };
  // One space and a plain sign after it: nearly every line.
  const next = text.charCodeAt(colon + 2);
  if (text.charCodeAt(colon + 1) === 32 && next > 32 && next < 127)
    return { left: roll.note(text.slice(0, colon)), rest: text.slice(colon + 2) };
  const rest = text.slice(colon + 1).replace(/^\*{1,2}|^_{1,2}/, '');
  if (rest && !/^\s/.test(rest)) return { left: null, rest: text };
  return { left: roll.note(text.slice(0, colon)), rest: rest.trim() };
}

function firstColon(text: string): number {
  const most = Math.min(text.length, 90);
  for (let i = 0; i < most; i++) if (text.charCodeAt(i) === 58) return i;
  return -1;
}

function header(lines: readonly BareLine[], hints: Hints): { title: string | null; startedAt: string | null; emails: Map<string, string> } {
  const heading = lines.findLast(({ text }) => isHeading(text));
  const title =
    heading?.text.replace(HEADING, '').trim() ?? lines.find(({ text }) => !dateIn(text, hints.zone) && text.length <= 120)?.text;
  const moment = lines.map(({ text }) => dateIn(text, hints.zone)).find((found) => found !== null);
  return { title: title || null, startedAt: moment?.iso ?? null, emails: invited(lines) };
}

/** The `Invited` line: `[Ana Ruiz](mailto:ana@example.com)`. Who was invited did not always speak: only the address is taken. */
function invited(lines: readonly BareLine[]): Map<string, string> {
  const emails = new Map<string, string>();
  for (const { text, raw = text } of lines) {
    if (!/^\W{0,4}(invited|uitgenodigd|attendees|deelnemers)/i.test(raw)) continue;
    for (const [, name = '', email = ''] of raw.matchAll(/\[([^\]\n]{1,80})\]\(mailto:([^)\s]{3,120})\)/g))
      emails.set(cleanName(name), email);
  }
  return emails;
}
