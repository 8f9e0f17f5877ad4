import { crc32, deflateRawSync } from 'node:zlib';

/** For tests: the smallest Word document there is, so that none has to lie in the repository. A line break in a paragraph is `\n`. */
export function documentXml(paragraphs: string[]): string {
  const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${inXml(text)}</w:t></w:r>`;
  const body = paragraphs.map((text) => `<w:p>${text.split('\n').map(run).join('<w:r><w:br/></w:r>')}</w:p>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
}

const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A ZIP archive around a document; `declared` lies about the unpacked size of the document. */
export function zipOf(document: string, options: { deflate?: boolean; declared?: number } = {}): Uint8Array {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const [path, text] of [
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', RELATIONS],
    ['word/document.xml', document],
  ] as const) {
    const raw = Buffer.from(text);
    const packed = options.deflate ? deflateRawSync(raw) : raw;
    const size = path === 'word/document.xml' ? (options.declared ?? raw.length) : raw.length;
    const name = Buffer.from(path);
    // PKWARE APPNOTE 4.3.7 and 4.3.12: what a local header and a line of the table share.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(options.deflate ? 8 : 0, 4);
    shared.writeUInt32LE(crc32(raw), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), shared, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    table.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, tail, name);
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(3, 8);
  end.writeUInt16LE(3, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
