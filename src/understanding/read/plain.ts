import { dateIn } from './dates.ts';
import { lossOfBytes } from './decode.ts';
import { NOBODY, titleOfName, transcriptOf } from './gather.ts';
import { joinSegments } from './join.ts';
import { firstLines, type Line, linesWithWords } from './lines.ts';
import { mendNames } from './mend.ts';
import { openRoll } from './names.ts';
import { type PlainLine, splitLine } from './plain-line.ts';
import type { Head, Hints, Loss, ReadConversation, Reader, Source } from './reader.ts';
import type { Said } from './voices.ts';
import { noTurns, textOf } from './whole.ts';

/** `Name: words`, a line or a paragraph each; some have a time in front of the name or after it. */
export const plain: Reader = {
  recognises(head) {
    if (!head.text) return null;
    const { lines, split, named } = rollCall(firstLines(head));
    const said = split.flatMap(({ left }, i) => (named[i] && left ? [left] : []));
    if (said.length === 1) return lines.length <= 3 && named[0] ? 'plain' : null;
    // Headings of notes stand before a colon once each; people come back, or have two names.
    const people = new Set(said).size <= said.length * 0.75 || said.filter(({ words }) => words > 1).length >= said.length * 0.75;
    return said.length >= Math.max(2, lines.length * 0.2) && (people || said.length < 4) ? 'plain' : null;
  },
  async *read(source: Source, format, hints: Hints, known?: Head): AsyncGenerator<ReadConversation> {
    const decoded = await textOf(source, known);
    const { lines, split, named } = rollCall(linesWithWords(decoded.text));
    const first = named.indexOf(true);
    if (first < 0) throw noTurns(source, lines[0]?.line ?? 1);
    const said = saidIn(lines.slice(first), split.slice(first), named.slice(first));
    if (said.length === 0) throw noTurns(source, lines[first]?.line ?? 1);
    if (decoded.wrong > 0) mendNames(said);
    const timed = said.every((one) => one.startMs !== undefined);
    if (!timed) for (const one of said) delete one.startMs;
    const quality = timed ? 'start-only' : 'none';
    const above = aboveTalk(lines.slice(0, first), hints);
    const title = above.title ?? titleOfName(source.name);
    const conversation = transcriptOf({
      source: format,
      title,
      startedAt: above.startedAt,
      turns: joinSegments(said, quality),
      timeQuality: quality,
    });
    yield { conversation, losses: [...lossOfBytes(decoded), ...above.losses] };
  },
};

function rollCall(lines: Line[]): { lines: Line[]; split: PlainLine[]; named: boolean[] } {
  const roll = openRoll();
  const split = lines.map(({ text }) => splitLine(text, roll));
  return { lines, split, named: split.map(({ left }) => left !== null && roll.speaks(left)) };
}

/** Lines without a name go on with what the one before them said. */
function saidIn(lines: readonly Line[], split: readonly PlainLine[], named: readonly boolean[]): Said[] {
  const said: Said[] = [];
  let speaker = NOBODY;
  let open: Said | undefined;
  for (const [i, { text, line }] of lines.entries()) {
    const { left, rest, startMs } = split[i] ?? { left: null, rest: text };
    if (named[i] && left) {
      speaker = left.name;
      open = undefined;
    }
    const words = named[i] ? rest : text;
    if (named[i] && startMs !== undefined) open = { speaker, text: words, line, named: true, startMs };
    else if (open && open.text === '') open.text = words;
    else if (open && !words.includes('\uFFFD')) open.text += ` ${words}`;
    else open = { speaker, text: words, line, named: named[i] === true };
    if (said.at(-1) !== open) said.push(open);
  }
  return said.filter((one) => one.text !== '');
}

/** What stands above the first speaker: a title, a date; more is left out, and told. */
function aboveTalk(lines: readonly Line[], hints: Hints): { title: string | null; startedAt: string | null; losses: Loss[] } {
  const dated = lines.map(({ text }) => dateIn(text, hints.zone));
  const [title, ...others] = lines.filter((_, i) => !dated[i]);
  const detail =
    others.length === 1
      ? 'One line above the first speaker was left out.'
      : `${others.length} lines above the first speaker were left out.`;
  return {
    title: title && title.text.length <= 160 ? title.text : null,
    startedAt: dated.find((moment) => moment !== null)?.iso ?? null,
    losses: others[0] ? [{ code: 'lines.skipped', line: others[0].line, detail }] : [],
  };
}
