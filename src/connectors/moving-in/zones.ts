export interface Zones {
  /** The instant at which clocks in this zone show this local time (written as if it were world time); null when nobody knows the zone. */
  instantOf(local: string, zone: string): string | null;
}

/** The zones that a calendar describes itself, and those of the world; the file's word counts first, as "Eastern" is what its program took for it. */
export async function zonesFrom(texts: () => AsyncIterable<string>): Promise<Zones> {
  const described = new Map<string, string>();
  let names = '';
  for await (const line of zoneLines(texts())) {
    if (line.startsWith('TZID')) names = line.slice(line.indexOf(':') + 1).trim();
    if (line === 'BEGIN:VTIMEZONE') names = '';
    described.set('', `${described.get('') ?? ''}${line}\r\n`);
    if (line === 'END:VTIMEZONE') {
      if (names !== '') described.set(names, described.get('') ?? '');
      described.delete('');
    }
  }
  const offsets = described.size > 0 ? await offsetsOf(described) : new Map<string, (local: string) => number>();
  return { instantOf: (local, zone) => (offsets.has(zone) ? shift(local, offsets.get(zone)?.(local) ?? 0) : inWorldZone(local, zone)) };
}

const MOST_ZONES = 200_000;

async function* zoneLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let isInside = false;
  let taken = 0;
  for await (const text of texts) {
    const lines = (rest + text).split(/\r\n|\r|\n/);
    rest = (lines.pop() ?? '').slice(0, 10_000);
    for (const line of lines) {
      if (/^BEGIN:VTIMEZONE\s*$/i.test(line)) isInside = true;
      if (isInside && taken++ < MOST_ZONES) yield /^(?:BEGIN|END):VTIMEZONE\s*$/i.test(line) ? line.trim().toUpperCase() : line;
      if (/^END:VTIMEZONE\s*$/i.test(line)) isInside = false;
    }
  }
}

/** What a zone's own rules say, by the library that knows them. */
async function offsetsOf(described: Map<string, string>): Promise<Map<string, (local: string) => number>> {
  const { default: ical } = await import('ical.js');
  const offsets = new Map<string, (local: string) => number>();
  for (const [name, text] of described) {
    if (!isPlain(text)) continue;
    try {
      const zone = new ical.Timezone(new ical.Component(ical.parse(text)));
      zone.utcOffset(ical.Time.fromDateTimeString('2026-01-01T00:00:00'));
      offsets.set(name, (local) => zone.utcOffset(ical.Time.fromDateTimeString(local.slice(0, 19))));
    } catch {
      // A description that cannot be read is none: then the zone's name must do.
    }
  }
  return offsets;
}

/** Clocks change by the year. A rule by the second would be counted out, second by second. */
const isPlain = (text: string): boolean =>
  text.length < 20_000 &&
  [...text.matchAll(/^RRULE[^:\r\n]{0,100}:(.*)$/gm)].every(
    ([, rule = '']) => /FREQ=YEARLY/.test(rule) && !/BY(?:SECOND|MINUTE|HOUR|YEARDAY|WEEKNO)/.test(rule),
  );

const shift = (local: string, seconds: number): string => new Date(Date.parse(local) - seconds * 1000).toISOString();

/** Names of Windows, as Outlook writes them without describing them. */
const WINDOWS: Record<string, string> = {
  'w. europe standard time': 'Europe/Berlin',
  'romance standard time': 'Europe/Paris',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Kiev',
  'gtb standard time': 'Europe/Bucharest',
  'turkey standard time': 'Europe/Istanbul',
  'russian standard time': 'Europe/Moscow',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'us mountain standard time': 'America/Phoenix',
  'pacific standard time': 'America/Los_Angeles',
  'e. south america standard time': 'America/Sao_Paulo',
  'india standard time': 'Asia/Kolkata',
  'china standard time': 'Asia/Shanghai',
  'tokyo standard time': 'Asia/Tokyo',
  'singapore standard time': 'Asia/Singapore',
  'arabian standard time': 'Asia/Dubai',
  'israel standard time': 'Asia/Jerusalem',
  'south africa standard time': 'Africa/Johannesburg',
  'aus eastern standard time': 'Australia/Sydney',
  'new zealand standard time': 'Pacific/Auckland',
  utc: 'UTC',
};

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  // Some write `/freeassociation.sourceforge.net/Europe/Berlin`.
  const name = WINDOWS[zone.toLowerCase()] ?? /(?:^|\/)([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/-]+)$/.exec(zone)?.[1] ?? zone;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    // Not a zone.
  }
  if (formats.size < 1000) formats.set(zone, format);
  return format;
}

function inWorldZone(local: string, zone: string): string | null {
  const format = formatOf(zone);
  if (!format) return null;
  // Guessed as if it were world time, then once more from there: right but for the hour that a change of clocks takes away.
  const first = shift(local, offsetAt(format, local));
  return shift(local, offsetAt(format, first));
}

function offsetAt(format: Intl.DateTimeFormat, instant: string): number {
  const name = format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const found = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0));
}
