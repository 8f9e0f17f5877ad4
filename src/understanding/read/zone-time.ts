/** A moment as the wall shows it: year, month (1-12), day, hour, minute, second. */
export type WallTime = [number, number, number, number, number, number];

/**
 * ISO 8601 with offset of what the clock on a wall in `zone` (IANA name) shows; null when there is no such day. An hour that the
 * clock skips in spring is read with the offset before it; one that comes twice in autumn is the first of the two.
 */
export function isoInZone(wall: WallTime, zone: string): string | null {
  const asUtc = utcOf(wall);
  if (asUtc === null) return null;
  const before = offsetAt(asUtc - 24 * 3600_000, zone);
  const guess = asUtc - before;
  const offset = offsetAt(guess, zone) === before ? before : offsetAt(asUtc - offsetAt(guess, zone), zone);
  return isoWithOffset(asUtc - offset, offset);
}

/** ISO 8601 of a moment (milliseconds) as seen where the clock is `offset` milliseconds ahead of UTC. */
export function isoWithOffset(at: number, offset: number): string {
  const local = new Date(at + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function utcOf([year, month, day, hour, minute, second]: WallTime): number | null {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1970 && year < 2200 ? date.getTime() : null;
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** Milliseconds that the clock of a zone is ahead of UTC at a moment; zero for a zone that does not exist. */
function offsetAt(at: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const clock = clockOf(zone);
  if (!clock) return 0;
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = clockOrNone(zone);
  clocks.set(zone, clock);
  return clock;
}

function clockOrNone(zone: string): Intl.DateTimeFormat | null {
  const numeric = 'numeric' as const;
  const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  try {
    return new Intl.DateTimeFormat('en-US', { ...parts, timeZone: zone, hourCycle: 'h23' });
  } catch {
    return null;
  }
}
