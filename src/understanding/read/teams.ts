import { blockHead } from './blocks.ts';
import { scanCues } from './cues.ts';
import { dateIn, stampIn } from './dates.ts';
import { lossOfBytes } from './decode.ts';
import { titleOfName, transcriptOf } from './gather.ts';
import { joinSegments } from './join.ts';
import { firstLines, type Line, linesWithWords } from './lines.ts';
import { mendNames } from './mend.ts';
import { cleanName } from './names.ts';
import { saidInBlocks } from './otter.ts';
import type { Head, Hints, ReadConversation, Reader, Source } from './reader.ts';
import type { Said } from './voices.ts';
import { noTurns, textOf } from './whole.ts';

/** «Ana Ruiz started transcription», and what Dutch Teams says instead. */
const ASIDE = /\b(started|stopped) transcription$|transcriptie (gestart|gestopt|beëindigd)$/i;
const HEADING = /-?\s?(meeting transcript|vergadertranscriptie|transcript van vergadering)$/i;

/** All of these end with n, t or d; what people say ends with a mark, mostly. */
const isAside = (text: string) => 'ntdNTD'.includes(text.charAt(text.length - 1)) && ASIDE.test(text);

/** The paragraphs of a Teams transcript: `Name   m:ss` and words; in older files `0:0:4.310 --> 0:0:8.900`, a name, and words. */
export const teams: Reader = {
  recognises(head) {
    if (!head.text) return null;
    const lines = firstLines(head);
    const told = lines.some(({ text }) => isAside(text)) || lines.slice(0, 3).some(({ text }) => HEADING.test(text));
    const spans = lines.flatMap(({ text }, i) => (isSpan(text) ? [i] : [])).slice(0, -1);
    const timed = spans.length > 0 && spans.every((i) => isNameLine(lines, i + 1));
    return timed || (told && lines.some(({ text }) => blockHead(text) !== null)) ? 'teams-docx' : null;
  },
  async *read(source: Source, format, hints: Hints, known?: Head): AsyncGenerator<ReadConversation> {
    const decoded = await textOf(source, known);
    const lines = linesWithWords(decoded.text);
    const spans = lines.findIndex(({ text }) => isSpan(text));
    const first = spans >= 0 ? spans : lines.findIndex(({ text }) => blockHead(text) !== null);
    const body = lines.slice(Math.max(0, first));
    const quality = spans >= 0 ? 'exact' : 'start-only';
    const { said, losses } =
      spans >= 0 ? { said: saidInSpans(body), losses: [] } : saidInBlocks(body, { isAside, damaged: decoded.wrong > 0 });
    if (first < 0 || said.length === 0) throw noTurns(source, lines[Math.max(0, first)]?.line ?? 1);
    if (decoded.wrong > 0) mendNames(said);
    const conversation = transcriptOf({
      source: format,
      kind: 'meeting',
      ...header(lines.slice(0, first), source.name, hints),
      turns: joinSegments(said, quality),
      timeQuality: quality,
    });
    yield { conversation, losses: [...lossOfBytes(decoded), ...losses] };
  },
};

function header(lines: readonly Line[], name: string, hints: Hints): { title: string; startedAt: string | null } {
  const heading = lines.find(({ text }) => HEADING.test(text)) ?? lines.find(({ text }) => !isAside(text) && !dateIn(text, hints.zone));
  const title = heading?.text
    .replace(HEADING, '')
    .replace(/-20\d{6}_\d{6}(UTC)?.*$/, '')
    .trim();
  const dated = lines.map(({ text }) => dateIn(text, hints.zone)).find((moment) => moment !== null);
  return { title: title || titleOfName(name), startedAt: dated?.iso ?? stampIn(heading?.text ?? name, hints.zone) };
}

const isSpan = (text: string) =>
  text.length < 60 &&
  isDigit(text.charCodeAt(0)) &&
  /^\d{1,3}:\d{1,2}:\d{1,2}[.,]\d{1,3}\s?-->\s?\d{1,3}:\d{1,2}:\d{1,2}[.,]\d{1,3}$/.test(text);

const isDigit = (code: number) => code >= 48 && code <= 57;

/** Not a caption of a WebVTT file: after the times comes a name alone on its line, and then words. */
function isNameLine(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  return text.length <= 60 && !/[.?!:<]/.test(text) && !isSpan(lines[at + 1]?.text ?? '0') && lines[at + 1] !== undefined;
}

function saidInSpans(lines: readonly Line[]): Said[] {
  const said: Said[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [cue] = isSpan(lines[i]?.text ?? '') ? scanCues(lines[i]?.text ?? '').cues : [];
    if (!cue) continue;
    const words: Line[] = [];
    for (let j = i + 2; j < lines.length && !isSpan(lines[j]?.text ?? ''); j++) words.push(lines[j] as Line);
    const text = words.map((line) => line.text).filter((line) => !isAside(line));
    const speaker = cleanName(lines[i + 1]?.text ?? '');
    if (speaker && text.length > 0) {
      said.push({ speaker, text: text.join(' '), line: words[0]?.line ?? 0, startMs: cue.startMs, endMs: cue.endMs, named: true });
    }
  }
  return said;
}
