/** Is this a day of the calendar, as the database keeps days: `2026-02-28`, and not `2026-02-31`? */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // JavaScript counts on into the next month.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Is this a moment, ISO 8601 with offset, in a year that the database can count with? */
export function isMoment(text: string): boolean {
  const [day = '', time = ''] = text.split('T');
  return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.test(time);
}

/** The same moment as the database takes it; null for what is none, like `+275760-09-13` in a broken export. */
export function momentIn(text: string | null | undefined): string | null {
  if (!text) return null;
  if (isMoment(text)) return text;
  // JavaScript finds a date in "room 12" as well; without a year there is none.
  const ms = /\d{4}/.test(text) ? Date.parse(text) : Number.NaN;
  const iso = Number.isNaN(ms) ? '' : new Date(ms).toISOString();
  return isMoment(iso) ? iso : null;
}
