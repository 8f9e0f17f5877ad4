import type { Format } from '#model/conversation.ts';
import { type BlockHead, blockHead, damagedHead, namesOfHeads } from './blocks.ts';
import { dateIn } from './dates.ts';
import { lossOfBytes } from './decode.ts';
import { titleOfName, transcriptOf } from './gather.ts';
import { joinSegments } from './join.ts';
import { firstLines, type Line, linesWithWords } from './lines.ts';
import { mendNames } from './mend.ts';
import type { Head, Hints, Loss, ReadConversation, Reader, Source } from './reader.ts';
import type { Said } from './voices.ts';
import { noTurns, textOf } from './whole.ts';

const FOOTER = /^transcribed by https?:\/\/otter\.ai/i;
const LOWER_R = 'r'.charCodeAt(0);

/** Otter's text export: `Name  m:ss`, then what was said until the next name. Only starts are known. */
export const otter: Reader = {
  recognises(head) {
    if (!head.text) return null;
    const lines = firstLines(head);
    const heads = headsUpTo(2, lines);
    return heads === 2 || (heads === 1 && (blockHead(lines[0]?.text ?? '') !== null || /otter\.ai/i.test(head.text))) ? 'otter' : null;
  },
  read: readBlocks,
};

/** How many heads of blocks there are, no further than it matters. */
function headsUpTo(most: number, lines: readonly Line[]): number {
  let heads = 0;
  for (const { text } of lines) if (blockHead(text) !== null && ++heads === most) break;
  return heads;
}

async function* readBlocks(source: Source, format: Format, hints: Hints, head?: Head): AsyncGenerator<ReadConversation> {
  const decoded = await textOf(source, head);
  const lines = linesWithWords(decoded.text);
  const first = lines.findIndex((line) => blockHead(line.text) !== null);
  const { said, losses } = saidInBlocks(lines.slice(Math.max(0, first)), { damaged: decoded.wrong > 0 });
  if (first < 0 || said.length === 0) throw noTurns(source, lines[Math.max(0, first)]?.line ?? 1);
  if (decoded.wrong > 0) mendNames(said);
  const title = titleAbove(lines.slice(0, first), hints);
  const conversation = transcriptOf({
    source: format,
    title: title.title ?? titleOfName(source.name),
    startedAt: title.startedAt,
    turns: joinSegments(said, 'start-only'),
    timeQuality: 'start-only',
  });
  yield { conversation, losses: [...lossOfBytes(decoded), ...losses] };
}

interface BlockOptions {
  /** Lines of the tool's own, to be skipped. */
  isAside?: (text: string) => boolean;
  /** Bytes were wrong: heads of blocks may be so as well. */
  damaged?: boolean;
}

/** Blocks of `Name  m:ss` and words, up to the footer. */
export function saidInBlocks(lines: readonly Line[], { isAside, damaged }: BlockOptions = {}): { said: Said[]; losses: Loss[] } {
  const said: Said[] = [];
  const known = damaged ? namesOfHeads(lines) : [];
  let head: BlockHead | null = null;
  let headLine = 0;
  let words: string[] = [];
  let line = 0;
  const flush = () => {
    if (!head || words.length === 0) return;
    const { name: speaker, startMs } = head;
    const text = words.length === 1 ? (words[0] as string) : words.join(' ');
    said.push(startMs === undefined ? { speaker, text, line, named: true } : { speaker, text, line, startMs, named: true });
    words = [];
  };
  for (const one of lines) {
    if ((one.text.charCodeAt(1) | 32) === LOWER_R && FOOTER.test(one.text)) break;
    const next = blockHead(one.text) ?? (damaged ? damagedHead(one.text, known) : null);
    if (next) {
      flush();
      words = [];
      head = next;
      headLine = one.line;
    } else if (head && !isAside?.(one.text)) {
      if (words.length === 0) line = one.line;
      words.push(one.text);
    }
  }
  const cut = head !== null && words.length === 0;
  flush();
  return { said, losses: cut ? [{ code: 'file.ends-early', line: headLine, detail: 'The file ends with a name and no words.' }] : [] };
}

/** A title block may stand above the first name: a title, a date, keywords, a list of speakers. */
function titleAbove(lines: readonly Line[], hints: Hints): { title: string | null; startedAt: string | null } {
  const dated = lines.map(({ text }) => dateIn(text.split('•')[0] ?? '', hints.zone));
  const title = lines.find(
    ({ text }, i) => !dated[i] && text.length <= 200 && /\p{L}/u.test(text) && !/^(summary keywords|speakers)\b/i.test(text),
  );
  return { title: title?.text ?? null, startedAt: dated.find((moment) => moment !== null)?.iso ?? null };
}
