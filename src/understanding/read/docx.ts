import { Refusal } from '#model/refusal.ts';
import type { Source } from './reader.ts';
import { sourceOfText } from './source.ts';
import { bytesOf } from './whole.ts';

const MEGABYTE = 1024 * 1024;
/** Unpacked bytes: all of a document with its pictures, and one part of it that is read. An hour of talk is a quarter of a megabyte. */
const MOST_IN_ALL = 50 * MEGABYTE;
const MOST_IN_A_PART = 16 * MEGABYTE;

/** A Word document, by the paths in the archive. */
export const isWordDocument = (paths: readonly string[]) => paths.includes('word/document.xml');

/** The paragraphs of a Word document as lines of text, under the document's own name. */
export async function textOfWord(source: Source): Promise<Source> {
  const bytes = await bytesOf(source);
  await refuseBomb(source);
  // Loaded only when a document comes: it takes longer to load than a transcript to read.
  const { default: mammoth } = await import('mammoth');
  let text = '';
  const transformDocument = (document: Piece): Piece => {
    text = textIn(document);
    return { ...document, children: [] };
  };
  await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }, { transformDocument })
    .catch(() => {
      throw damaged(source);
    });
  return sourceOfText(source.name, text);
}

/** What an archive says of its sizes can be a lie, so every part that will be read is unpacked once under a limit. */
async function refuseBomb(source: Source): Promise<void> {
  const { openZip } = await import('./zip.ts');
  const zip = await openZip(source);
  const whole = zip.entries.reduce((sum, entry) => sum + entry.size, 0);
  if (whole > MOST_IN_ALL) throw bomb(source);
  for (const { path } of zip.entries) if (/\.(xml|rels)$/i.test(path)) await zip.read(path, MOST_IN_A_PART);
}

/** As mammoth's own types leave it: a document, a paragraph, a run, a text, a break … */
interface Piece {
  type?: string;
  value?: string;
  children?: Piece[];
}

/** Unlike mammoth's raw text this keeps line breaks: Teams puts the name and the words of a turn in one paragraph with a break between. */
function textIn(piece: Piece): string {
  if (piece.type === 'text') return piece.value ?? '';
  if (piece.type === 'tab') return '\t';
  if (piece.type === 'break') return '\n';
  const inside = (piece.children ?? []).map(textIn).join('');
  return piece.type === 'paragraph' ? `${inside}\n` : inside;
}

const bomb = ({ name }: Source) =>
  new Refusal('file.too-large', `${name} unpacks to more than ${MOST_IN_ALL / MEGABYTE} MB, more than a transcript can be.`, {
    name,
    limit: MOST_IN_ALL / MEGABYTE,
  });
const damaged = ({ name }: Source) =>
  new Refusal('file.damaged', `${name} is a damaged Word document. Open it in Word, save it again, and bring in the new one.`, { name });
