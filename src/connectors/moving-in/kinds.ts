import { encodingOfStart } from './encoding.ts';

/** What the first bytes of a file say it is. */
export type Kind = 'empty' | 'zip' | 'workbook' | 'cards' | 'calendar' | 'json' | 'text' | 'binary' | 'old-workbook' | 'archive';

const MAGIC: [Kind, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // Word, Excel and PowerPoint before 2007, and newer ones with a password.
  ['old-workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x42, 0x5a, 0x68]],
  ['archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['binary', [0x25, 0x50, 0x44, 0x46]],
  ['binary', [0x89, 0x50, 0x4e, 0x47]],
  ['binary', [0xff, 0xd8, 0xff]],
  ['binary', [0x47, 0x49, 0x46, 0x38]],
  ['binary', [0x7f, 0x45, 0x4c, 0x46]],
  ['binary', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

export function kindOf(start: Uint8Array): Kind {
  if (start.length === 0) return 'empty';
  for (const [kind, bytes] of MAGIC) if (bytes.every((byte, at) => start[at] === byte)) return kind;
  const encoding = encodingOfStart(start);
  if (encoding === null && isBinary(start)) return 'binary';
  const text = new TextDecoder(encoding ?? 'utf-8').decode(start).trimStart();
  if (text === '') return 'empty';
  if (/^BEGIN:VCARD\b/i.test(text)) return 'cards';
  if (/^BEGIN:VCALENDAR\b/i.test(text)) return 'calendar';
  if (/^(?:\{\s*["}]|\[\s*[{\]])/.test(text)) return 'json';
  return /^(?:<!doctype|<\?xml|<html)/i.test(text) ? 'binary' : 'text';
}

/** More than one byte in fifty that no text has; a nought here and there is damage. */
function isBinary(start: Uint8Array): boolean {
  let odd = 0;
  for (const byte of start) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) odd++;
  return odd > Math.max(4, start.length / 50);
}
