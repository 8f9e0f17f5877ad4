import { isMoment } from '#model/moment.ts';
import { Refusal } from '#model/refusal.ts';

/** Where a page of a list ended: the sort key and id of its last row, and the total, counted once for the first page. */
export interface Cursor {
  key: string | number;
  id: string;
  total: number;
}

export function writeCursor({ key, id, total }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id, total])).toString('base64url');
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** @throws Refusal `list.cursor` when it is none of ours. */
export function readCursor(text: string): Cursor {
  const [key, id, total] = parsed(text);
  const isKey = (typeof key === 'string' && !key.includes('\u0000')) || typeof key === 'number';
  if (!isKey || typeof id !== 'string' || !UUID.test(id) || !isCount(total)) throw wrong();
  return { key, id, total };
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isCount(total: unknown): total is number {
  return Number.isSafeInteger(total) && Number(total) >= 0;
}

function wrong(): Refusal {
  return new Refusal('list.cursor', 'This list has moved on. Start again at its top.');
}

/** For a cursor whose key is a moment. @throws Refusal `list.cursor`. */
export function momentOf({ key }: Cursor): string {
  if (typeof key !== 'string' || !isMoment(key)) throw wrong();
  return key;
}

/** For a cursor whose key is a count. @throws Refusal `list.cursor`. */
export function numberOf({ key }: Cursor): number {
  if (typeof key !== 'number' || !Number.isInteger(key) || Math.abs(key) > 2 ** 31 - 1) throw wrong();
  return key;
}

/** For `like`: what a person types has no wildcards. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
