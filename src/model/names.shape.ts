import { z } from 'zod';
import { CONVERSATION_KINDS } from './conversation.ts';
import { FINDING_KINDS } from './finding.ts';
import { clean } from './letters.ts';
import { ROLES } from './member.ts';
import { isDay, isMoment } from './moment.ts';
import type { NameRef, Quote } from './pages.ts';
import { PERSON_KINDS } from './person.ts';

/** What somebody writes to us: without the letters that cannot be kept. */
export const writtenShape = z.string().overwrite(clean);
/** Moments are ISO 8601 with offset everywhere. */
export const momentShape = z.iso.datetime({ offset: true });
/** A day and a moment as somebody writes them to us: only those that the database can count with. */
export const writtenDayShape = z.iso.date().refine(isDay, 'That is no day of our calendar.');
export const writtenMomentShape = momentShape.refine(isMoment, 'That is no moment of our calendar.');
export const idShape = z.uuid();
export const roleShape = z.enum(ROLES);
export const sideShape = z.enum(['us', 'them', 'unknown']);
export const conversationKindShape = z.enum(CONVERSATION_KINDS);
export const findingKindShape = z.enum(FINDING_KINDS);
export const personKindShape = z.enum(PERSON_KINDS);
export const timeQualityShape = z.enum(['exact', 'start-only', 'interpolated', 'none']);

/** The answer of what only had to be done. */
export const okShape = z.object({ ok: z.literal(true) });

export const nameRefShape = z.object({ id: idShape, name: z.string() }) satisfies z.ZodType<NameRef>;

export const quoteShape = z.object({
  findingId: idShape.nullable(),
  text: z.string(),
  conversationId: idShape,
  conversationTitle: z.string(),
  conversationKind: conversationKindShape,
  turn: z.int(),
  happenedAt: momentShape,
  startMs: z.number().nullable(),
  confirmedBy: nameRefShape.nullable(),
}) satisfies z.ZodType<Quote>;

export const lossShape = z.object({ code: z.string(), line: z.number().nullable(), detail: z.string() });

/** A page of a list: rows, the way on, and how many there are in all. */
export function pageShape<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int() });
}
