/** How many bytes of the beginning are looked at. */
export const HEAD = 4096;

const STARTS: [type: string, at: number, bytes: number[]][] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, [...Buffer.from('GIF87a')]],
  ['image/gif', 0, [...Buffer.from('GIF89a')]],
  ['image/webp', 8, [...Buffer.from('WEBP')]],
  ['image/tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['image/heic', 4, [...Buffer.from('ftypheic')]],
  ['image/heic', 4, [...Buffer.from('ftypmif1')]],
  ['application/pdf', 0, [...Buffer.from('%PDF-')]],
  ['application/zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['application/zip', 0, [0x50, 0x4b, 0x05, 0x06]],
  ['application/gzip', 0, [0x1f, 0x8b]],
  // The compound file of Word, Excel and Outlook before 2007.
  ['application/x-cfb', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['application/rtf', 0, [...Buffer.from('{\\rtf')]],
  ['audio/mpeg', 0, [...Buffer.from('ID3')]],
  ['audio/wav', 8, [...Buffer.from('WAVE')]],
  ['audio/ogg', 0, [...Buffer.from('OggS')]],
  ['video/mp4', 4, [...Buffer.from('ftyp')]],
  ['application/x-msdownload', 0, [0x4d, 0x5a]],
  ['application/x-elf', 0, [0x7f, 0x45, 0x4c, 0x46]],
];

// ECMA-376 and ODF are archives; what is in them is told by the names at their head, else by what the file is called.
const IN_ARCHIVES: [type: string, within: string, ending: RegExp][] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'word/', /\.docx$/i],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/', /\.xlsx$/i],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'ppt/', /\.pptx$/i],
  ['application/vnd.oasis.opendocument.text', 'mimetypeapplication/vnd.oasis.opendocument.text', /\.odt$/i],
  ['application/vnd.oasis.opendocument.spreadsheet', 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet', /\.ods$/i],
];

const AS_TEXT: [type: string, says: RegExp][] = [
  ['image/svg+xml', /<svg[\s>]/i],
  ['text/html', /<(!doctype\s+html|html|head|body|script)[\s>]/i],
  ['text/xml', /^\s*<\?xml/i],
  ['message/rfc822', /^(From|Return-Path|Received|Delivered-To|Message-ID|Subject): /im],
  ['text/calendar', /^BEGIN:VCALENDAR/],
  ['text/vcard', /^BEGIN:VCARD/],
];

/** What a file is by its first `HEAD` bytes, as a media type; its name only tells the kinds of archives and texts apart. */
export function fileTypeOf(head: Uint8Array, name: string): string {
  const found = STARTS.find(([, at, bytes]) => bytes.every((byte, i) => head[at + i] === byte))?.[0];
  if (found === 'application/zip') return archiveOf(head, name);
  return found ?? textOf(head, name) ?? 'application/octet-stream';
}

function archiveOf(head: Uint8Array, name: string): string {
  const letters = Buffer.from(head).toString('latin1');
  const isOffice = letters.includes('[Content_Types].xml') || letters.includes('mimetypeapplication/vnd.oasis');
  const of = IN_ARCHIVES.find(([, within, ending]) => letters.includes(within) || (isOffice && ending.test(name)));
  return of?.[0] ?? 'application/zip';
}

function textOf(head: Uint8Array, name: string): string | null {
  const bytes = Buffer.from(head);
  if (bytes.includes(0)) return null;
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  // Old tables and letters are in one byte a letter: few bytes that are no UTF-8 are letters, many are none.
  const broken = [...text].filter((sign) => sign === '\uFFFD').length;
  if (broken > text.length / 10 || bytes.some(isNoText)) return null;
  const said = AS_TEXT.find(([, says]) => says.test(text))?.[0];
  if (said) return said;
  return /\.csv$/i.test(name) ? 'text/csv' : /\.(md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain';
}

/** Tabs, line and page ends and escapes (of mail in Japanese) stand in texts; the other control signs do not. */
function isNoText(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1a;
}
