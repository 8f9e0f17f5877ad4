import { crc32, deflateRawSync } from 'node:zlib';

/** What a test may make wrong about an entry. */
export interface Tampered {
  declaredSize?: number;
  crc?: number;
  encrypted?: boolean;
  method?: number;
}

/** A ZIP archive of these files, deflated, as a person's computer writes it; `tamper` lies about one of them. */
export function zipOf(
  files: Record<string, string | Uint8Array> | [string, string | Uint8Array][],
  tamper: Record<string, Tampered> = {},
): Uint8Array {
  const bodies: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const entries = Array.isArray(files) ? files : Object.entries(files);
  for (const [path, content] of entries) {
    const raw = Buffer.from(content as string);
    const packed = deflateRawSync(raw);
    const name = Buffer.from(path);
    const lie = tamper[path] ?? {};
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x800 | (lie.encrypted ? 1 : 0), 2);
    shared.writeUInt16LE(lie.method ?? 8, 4);
    shared.writeUInt32LE(lie.crc ?? crc32(raw), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(lie.declaredSize ?? raw.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), shared, rest, name]));
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}
