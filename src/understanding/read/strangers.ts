/** What bytes are by how they begin, for whoever brought in something else than a transcript. */
const SIGNATURES: [at: number, bytes: string, what: string][] = [
  [0, '%PDF', 'a PDF'],
  [0, '\x89PNG', 'an image'],
  [0, '\xff\xd8\xff', 'an image'],
  [0, 'GIF8', 'an image'],
  [0, 'BM', 'an image'],
  [8, 'WEBP', 'an image'],
  [0, 'II*\0', 'an image'],
  [0, 'MM\0*', 'an image'],
  [8, 'WAVE', 'a sound recording'],
  [0, 'ID3', 'a sound recording'],
  [0, '\xff\xfb', 'a sound recording'],
  [0, 'OggS', 'a sound recording'],
  [0, 'fLaC', 'a sound recording'],
  [4, 'ftypM4A', 'a sound recording'],
  [4, 'ftyp', 'a video'],
  [0, '\x1aE\xdf\xa3', 'a video'],
  [8, 'AVI ', 'a video'],
  [0, 'MZ', 'a program'],
  [0, '\x7fELF', 'a program'],
  [0, '\xcf\xfa\xed\xfe', 'a program'],
  [0, '\xca\xfe\xba\xbe', 'a program'],
  [0, '\x1f\x8b', 'a packed file'],
  [0, '7z\xbc\xaf', 'a packed file'],
  [0, 'Rar!', 'a packed file'],
  [0, 'BZh', 'a packed file'],
  [0, '\xfd7zXZ', 'a packed file'],
  [0, 'SQLite format 3', 'a database'],
  [0, '\xd0\xcf\x11\xe0', 'an old Office document'],
  [0, '{\\rtf', 'a rich text document'],
];

/** Null when the bytes begin like nothing known. `BM` and `MZ` are also how words begin: those count only beside bytes that are no text. */
export function strangerByBytes(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(24, bytes.byteLength)).toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell bytes from text.
  const binary = /[\0-\x08\x0e-\x1f]/.test(start);
  const found = SIGNATURES.find(
    ([at, signature]) => start.startsWith(signature, at) && (signature.length > 2 || binary || start >= '\x80'),
  );
  return found ? found[2] : null;
}

/** By the paths in an archive that is no Word document. */
export function strangerByPaths(paths: readonly string[]): string {
  if (paths.some((path) => path.startsWith('xl/'))) return 'a spreadsheet';
  if (paths.some((path) => path.startsWith('ppt/'))) return 'a slide show';
  if (paths.includes('content.xml')) return 'an OpenDocument file';
  return 'an archive without a transcript that Heed knows';
}

/** What to do about it. */
export function adviceFor(what: string): string {
  if (what === 'an old Office document' || what === 'a rich text document' || what === 'an OpenDocument file')
    return 'Save it as .docx or .txt and bring that in.';
  if (what === 'a sound recording' || what === 'a video')
    return 'Heed reads transcripts, not recordings: bring in what the meeting tool wrote down.';
  if (what === 'a PDF' || what === 'an image') return 'Copy the words out of it and paste them.';
  if (what === 'a packed file') return 'Unpack it and bring in what is inside.';
  return 'Bring in a transcript (VTT, SRT, TXT, DOCX, JSON), a chat export, an e-mail, or paste notes as text.';
}
