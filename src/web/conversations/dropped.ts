/** What the browser gives for a dropped file or folder (`webkitGetAsEntry`), as far as we use it. */
export interface Entry {
  isFile: boolean;
  isDirectory: boolean;
  name: string;
  fullPath: string;
  file?(yes: (file: File) => void, no: (error: unknown) => void): void;
  createReader?(): { readEntries(yes: (entries: Entry[]) => void, no: (error: unknown) => void): void };
}

export interface Gathered {
  files: { file: File; path: string }[];
  /** Files of a folder that cannot be a conversation (pictures, sound, hidden ones): counted, not tried. */
  left: number;
}

const READABLE = /\.(vtt|srt|sbv|txt|text|md|eml|mbox|mbx|json|docx|zip|html?)$/i;
const HIDDEN = /^(\.|__MACOSX|Thumbs\.db$|desktop\.ini$)/i;

/** Everything in what was dropped, folders in depth. A file dropped by itself is always tried; one in a folder only when its ending can be read. */
export async function gather(entries: Entry[], readable: RegExp = READABLE): Promise<Gathered> {
  const gathered: Gathered = { files: [], left: 0 };
  for (const entry of entries) await take(entry, gathered, { single: true, readable });
  return gathered;
}

async function take(entry: Entry, into: Gathered, { single, readable }: { single: boolean; readable: RegExp }): Promise<void> {
  if (entry.isDirectory) {
    if (HIDDEN.test(entry.name)) return;
    for (const inner of await entriesOf(entry)) await take(inner, into, { single: false, readable });
  } else if (!single && !mayBeRead(entry.name, readable)) into.left++;
  else into.files.push({ file: await fileOf(entry), path: entry.fullPath.replace(/^\//, '') });
}

/** A folder chosen by the file dialog comes as a flat list with paths. */
export function fromFolder(files: { file: File; path: string }[]): Gathered {
  const readable = files.filter(({ path }) => path.split('/').every((part) => !HIDDEN.test(part)) && READABLE.test(path));
  return { files: readable, left: files.length - readable.length };
}

function mayBeRead(name: string, readable: RegExp): boolean {
  return !HIDDEN.test(name) && readable.test(name);
}

/** `readEntries` gives at most 100 at a time and must be asked until it gives none. */
async function entriesOf(folder: Entry): Promise<Entry[]> {
  const reader = folder.createReader?.();
  const all: Entry[] = [];
  if (!reader) return all;
  for (;;) {
    const some = await new Promise<Entry[]>((yes, no) => reader.readEntries(yes, no));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: Entry): Promise<File> {
  return new Promise((yes, no) => {
    if (entry.file) entry.file(yes, no);
    else no(new Error('this entry is no file'));
  });
}
