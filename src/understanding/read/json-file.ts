import { Refusal } from '#model/refusal.ts';
import { lossOfBytes } from './decode.ts';
import { parseLoosely } from './json-loose.ts';
import type { Head, Loss, Source } from './reader.ts';
import { noTurns, textOf } from './whole.ts';

export interface JsonFile {
  documents: unknown[];
  losses: Loss[];
  /** The text itself where bytes of it were wrong and broke it: there may be more in it than the documents have. */
  damaged: string | null;
}

/** The documents of a JSON file and what of it could not be read. Refuses `file.too-large`, `file.damaged`. */
export async function readJson(source: Source, head?: Head): Promise<JsonFile> {
  const decoded = await textOf(source, head);
  const { documents, damagedAt, cut } = parseLoosely(decoded.text);
  const damaged = decoded.wrong > 0 && damagedAt !== null ? decoded.text : null;
  if (documents.length === 0 && damaged === null)
    throw new Refusal('file.damaged', `${source.name} is damaged: nothing in it is whole JSON.`, { name: source.name });
  const losses = lossOfBytes(decoded);
  if (damagedAt !== null) losses.push(lossAt(decoded.text, damagedAt, cut));
  return { documents, losses, damaged };
}

function lossAt(text: string, at: number, cut: boolean): Loss {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return cut
    ? { code: 'file.cut', line, detail: `The file ends before its end, on line ${line}; what stands before was read.` }
    : { code: 'json.damaged', line, detail: `The file is damaged from line ${line} on; what is whole was read.` };
}

/** The file is whole, and nobody says anything in it. */
export const nobodySpeaks = (source: Source): Refusal => noTurns(source, 1);
