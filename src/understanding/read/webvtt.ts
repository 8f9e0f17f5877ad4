import type { Format } from '#model/conversation.ts';
import { scanCues } from './cues.ts';
import { lossOfBytes } from './decode.ts';
import { titleOfName, transcriptOf } from './gather.ts';
import { joinSegments } from './join.ts';
import { mendNames } from './mend.ts';
import { saidByNames } from './named-cues.ts';
import type { Head, Hints, Loss, ReadConversation, Reader, Source } from './reader.ts';
import { saidByTags } from './voices.ts';
import { noTurns, textOf } from './whole.ts';

/** Captions with voice tags, of Zoom (`Name: words`) and of Teams (identifiers, `Last, First (External)`, old files without speakers). */
export const webvtt: Reader = {
  recognises(head) {
    return head.text && /^\s{0,8}WEBVTT/.test(head.text) ? kindOf(head.text) : null;
  },
  read: readCaptions,
};

/** The same when its first line got lost. Asked after Teams, whose older documents have such times as well. */
export const bareVtt: Reader = {
  recognises: (head) => (head.text && firstTimes(head.text) === '.' ? kindOf(head.text) : null),
  read: readCaptions,
};

/** SubRip: the same with a comma in its times; speakers only by `Name:` or dashes. */
export const srt: Reader = {
  recognises: (head: Head) => (head.text && firstTimes(head.text) === ',' ? 'srt' : null),
  read: readCaptions,
};

const GUID_LINE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/im;

function kindOf(text: string): Format {
  const start = text.slice(0, 4096);
  if (GUID_LINE.test(start) || start.includes('\nNOTE Confidence:')) return 'teams-vtt';
  if (start.includes('<v ') || start.includes('<v.')) return 'webvtt';
  return /^[^\s<:][^\n<:]{0,80}: /m.test(start) && /^\d{1,7}[ \t]{0,4}\n[\d:.]{7,14} -->/m.test(start) ? 'zoom-vtt' : 'webvtt';
}

/** Whether the first line of times that can be read has a point or a comma before its milliseconds. */
function firstTimes(text: string): string | null {
  const start = text.slice(0, 16_384);
  for (let arrow = start.indexOf('-->'), n = 0; arrow >= 0 && n < 20; arrow = start.indexOf('-->', arrow + 3), n++) {
    const from = Math.max(start.lastIndexOf('\n', arrow) + 1, arrow - 20);
    const point = /^\D{0,2}(?:\d{1,3}:)?\d{1,2}:\d{1,2}([.,])\d{1,3}\s{0,4}$/.exec(start.slice(from, arrow))?.[1];
    if (point) return point;
  }
  return null;
}

async function* readCaptions(source: Source, format: Format, _hints: Hints, head?: Head): AsyncGenerator<ReadConversation> {
  const decoded = await textOf(source, head);
  const { text } = decoded;
  const { cues, losses } = scanCues(text);
  const tagged = text.includes('<v ') || text.includes('<v.');
  const said = tagged ? saidByTags(text, cues) : saidByNames(text, cues);
  if (said.length === 0) throw noTurns(source, cues[0]?.line ?? 1);
  if (decoded.wrong > 0) mendNames(said);
  const turns = joinSegments(said, 'exact');
  const conversation = transcriptOf({ source: format, title: titleOfName(source.name), turns, timeQuality: 'exact' });
  yield { conversation, losses: [...lossOfBytes(decoded), ...losses, ...(tagged ? openVoice(text) : [])] };
}

/** The last words miss the closing tag that the others have: the file was cut there. */
function openVoice(text: string): Loss[] {
  const last = text.lastIndexOf('<v');
  if (!text.slice(0, last).includes('</v>') || text.slice(last).includes('</v>')) return [];
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++;
  return [{ code: 'file.ends-early', line, detail: 'The file ends in the middle of somebody’s words.' }];
}
