import type { LookedFile } from '#model/import.ts';
import type { Looked } from './look-table.ts';

/** What the files say of each other: users give owners a name, a proven order of dates holds for the other files of the same program. Counts them, ties last. */
export function tieTogether(looked: Looked[]): LookedFile[] {
  const users = new Map<string, string>();
  for (const one of looked) for (const [id, name] of one.users ?? []) users.set(id, name);
  const ordered = [...looked.filter((one) => one.layout?.use !== 'ties'), ...looked.filter((one) => one.layout?.use === 'ties')];
  for (const { file, layout } of ordered) {
    if (users.size > 0 && file.owners) nameOwners(file, users, layout?.ids?.idOf);
    if (file.dates?.order === 'unknown') borrowOrder(file, ordered);
  }
  leaveTwins(ordered);
  return ordered.map(({ file }, i) => ({ ...file, i }));
}

/** Our own export holds everything twice, as lines for machines and as tables for people, and every table as it is kept: the lines say more. */
function leaveTwins(looked: Looked[]): void {
  const stem = ({ name }: LookedFile) => name.replace(/\.\w+$/, '').toLowerCase();
  const ours = looked.filter(({ file }) => file.source === 'heed').map(({ file }) => file);
  const lines = new Set(ours.map((file) => `${file.dropped}/${stem(file)}`));
  const beside = new Set(ours.flatMap(({ dropped, name }) => BESIDE.map((folder) => `${dropped}/${name.replace(/[^/]*$/, '')}${folder}/`)));
  const isBeside = ({ dropped, name }: LookedFile) => [...beside].some((folder) => `${dropped}/${name}`.startsWith(folder));
  for (const { file } of looked)
    if (file.source !== null && (isBeside(file) || (file.source !== 'heed' && lines.has(`${file.dropped}/${stem(file)}`)))) {
      file.source = null;
      file.object = null;
      file.why = { code: 'file.left-out', params: { what: 'twin' } };
    }
}

/** Folders of our own export: tables as they are kept, and files that were given to us, which may be lists of anybody. */
const BESIDE = ['all', 'files', 'attachments'];

function nameOwners(file: LookedFile, users: Map<string, string>, idOf: ((id: string) => string) | undefined): void {
  const names: Record<string, string> = {};
  const counts = new Map<string, number>();
  for (const { owner, rows } of file.owners ?? []) {
    const id = idOf ? idOf(owner) : owner;
    const name = users.get(id);
    if (name !== undefined) names[id] = name;
    counts.set(name ?? owner, (counts.get(name ?? owner) ?? 0) + rows);
  }
  file.ownerNames = names;
  file.owners = [...counts].map(([owner, rows]) => ({ owner, rows })).sort((a, b) => b.rows - a.rows);
}

/** One account writes its dates one way. */
function borrowOrder(file: LookedFile, all: Looked[]): void {
  if (file.source === null || file.source === 'csv' || file.source === 'xlsx' || !file.dates) return;
  const proven = all.flatMap(({ file: other }) => {
    const order = other.dates?.order;
    const isProof = other.source === file.source && other.dropped === file.dropped && (order === 'day-first' || order === 'month-first');
    return isProof ? [{ order, proof: other.dates?.proof ?? 0 }] : [];
  });
  const [first] = proven;
  if (first?.order && proven.every(({ order }) => order === first.order))
    file.dates = { ...file.dates, order: first.order, proof: first.proof };
}
