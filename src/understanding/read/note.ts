import { dateIn } from './dates.ts';
import { lossOfBytes } from './decode.ts';
import { NOBODY, titleOfName, transcriptOf } from './gather.ts';
import { linesWithWords } from './lines.ts';
import type { Head, Hints, ReadConversation, Reader, Source } from './reader.ts';
import { noTurns, textOf } from './whole.ts';

/** Notes in nobody's name: each paragraph is a turn of one unknown speaker. Asked last, when what the text is not has been ruled out. */
export const note: Reader = {
  recognises: (head) => (head.text && /[\p{L}\p{N}]{2}/u.test(head.text) ? 'by-hand' : null),
  async *read(source: Source, format, hints: Hints, known?: Head): AsyncGenerator<ReadConversation> {
    const decoded = await textOf(source, known);
    const lines = linesWithWords(decoded.text);
    const turns: { speaker: string; text: string; line: number }[] = [];
    let before = -1;
    for (const { text, line } of lines) {
      const last = turns.at(-1);
      if (last && line === before + 1) last.text += ` ${text}`;
      else turns.push({ speaker: NOBODY, text, line });
      before = line;
    }
    if (turns.length === 0) throw noTurns(source, 1);
    const startedAt =
      lines
        .slice(0, 3)
        .map(({ text }) => dateIn(text, hints.zone))
        .find((moment) => moment !== null)?.iso ?? null;
    const conversation = transcriptOf({
      source: format,
      kind: 'note',
      title: titleOfName(source.name),
      startedAt,
      turns,
      timeQuality: 'none',
    });
    yield { conversation, losses: lossOfBytes(decoded) };
  },
};
