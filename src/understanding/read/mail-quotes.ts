/** `own`: what was written now. `forwarded`: what was sent on, its head included; empty when nothing was. */
export interface Unquoted {
  own: string[];
  forwarded: string[];
}

/** `On … wrote:` as clients of our languages put it before what they quote. The line holds a date, so a number. */
const ATTRIBUTIONS: [starts: string[], ends: string[]][] = [
  [['on '], ['wrote:', 'writes:']],
  [['op '], ['schreef:', 'geschreven:', 'schreef het volgende:']],
  [
    ['am ', 'den '],
    ['schrieb:', 'schrieb folgendes:', 'geschrieben:'],
  ],
  [['le '], ['a écrit :', 'a écrit:', 'a écrit :']],
  [['el '], ['escribió:']],
  [['il '], ['ha scritto:']],
];
/** Dutch and German put the verb before the name: `Op 4 maart 2026 om 18:02 schreef Ana Ruiz <ana@example.com>:`. */
const VERBS_INSIDE = [' schreef ', ' schrieb '];
const VERBS = [' wrote', ' writes', ' schreef', ' schrieb', ' a écrit', ' escribió', ' ha scritto'];

/** `From:` and what stands in the lines under it, as Outlook heads what it quotes. Bold comes as `*From:*`. */
const FROM = ['from:', 'van:', 'von:', 'de :', 'de:', 'da:'];
const SENT = ['sent:', 'date:', 'verzonden:', 'datum:', 'gesendet:', 'envoyé :', 'envoyé:', 'date :', 'enviado:', 'fecha:', 'verstuurd:'];
const TO = ['to:', 'subject:', 'aan:', 'onderwerp:', 'an:', 'betreff:', 'à :', 'à:', 'objet :', 'objet:', 'para:', 'asunto:'];

const ORIGINAL = [
  'original message',
  'oorspronkelijk bericht',
  'ursprüngliche nachricht',
  "message d'origine",
  'mensaje original',
  'origineel bericht',
];
const FORWARDED = [
  ...['forwarded message', 'doorgestuurd bericht', 'weitergeleitete nachricht', 'message transféré', 'mensaje reenviado'],
  ...['begin forwarded message:', 'begin doorgestuurd bericht:', 'anfang der weitergeleiteten nachricht:', 'début du message transféré :'],
];

/** How many lines a client breaks an attribution over, and how long it gets in characters. */
const LINES_OF_ATTRIBUTION = 4;
const LONGEST_ATTRIBUTION = 400;

/** Tells what this person wrote now from what they quote. `isForward`: the subject says that it sends something on. */
export function withoutQuotes(lines: readonly string[], isForward: boolean): Unquoted {
  const own: string[] = [];
  const plain = lines.map((line) => (isQuoted(line) ? '>' : bare(line)));
  for (let i = 0; i < lines.length; i++) {
    const line = plain[i] as string;
    if (line === '>') continue;
    if (isMark(line, FORWARDED)) return { own, forwarded: lines.slice(i) };
    if (isRule(line) && isHeadBlock(plain, nextWritten(plain, i + 1))) continue;
    if (isMark(line, ORIGINAL) || isHeadBlock(plain, i)) return { own, forwarded: isForward ? lines.slice(i) : [] };
    const long = attributionAt(plain, i);
    if (long === 0) own.push(lines[i] as string);
    else {
      const next = nextWritten(plain, i + long);
      if (plain[next] !== '>') return { own, forwarded: [] };
      i = next;
    }
  }
  return { own, forwarded: [] };
}

const isQuoted = (line: string) => line.trimStart().startsWith('>');

/** From here on lines are as `bare` makes them, and a quoted one is `>`. */
function nextWritten(plain: readonly string[], from: number): number {
  let at = from;
  while (at < plain.length && plain[at] === '') at++;
  return at;
}

/** How many lines the attribution that begins here takes; 0 when none does. */
function attributionAt(plain: readonly string[], i: number): number {
  const first = plain[i] ?? '';
  const kinds = ATTRIBUTIONS.filter(([starts]) => starts.some((start) => first.startsWith(start)));
  if (kinds.length === 0) return gmailShortForm(first) || nameFirst(plain, i, first) ? 1 : 0;
  let joined = '';
  for (let long = 1; long <= LINES_OF_ATTRIBUTION && i + long <= plain.length; long++) {
    const line = plain[i + long - 1] as string;
    if (line === '' || line === '>') return 0;
    joined += ` ${line}`;
    if (joined.length > LONGEST_ATTRIBUTION) return 0;
    if (!joined.endsWith(':')) continue;
    const isOne = kinds.some(([, ends]) => ends.some((end) => joined.endsWith(end))) || VERBS_INSIDE.some((verb) => joined.includes(verb));
    return isOne && /\d/.test(joined) ? long : 0;
  }
  return 0;
}

/** `2026-03-04 18:02 GMT+01:00 Ana Ruiz <ana@example.com>:` */
function gmailShortForm(line: string): boolean {
  return line.length < LONGEST_ATTRIBUTION && line.endsWith('>:') && /^\d{4}-\d\d-\d\d \d/.test(line);
}

/** `Ana Ruiz schrieb am 5. März:`, `Ana Ruiz wrote:`; only right above quoted lines, as people write such sentences too. */
function nameFirst(plain: readonly string[], i: number, line: string): boolean {
  return line.endsWith(':') && VERBS.some((verb) => line.includes(verb)) && plain[nextWritten(plain, i + 1)] === '>';
}

function isHeadBlock(plain: readonly string[], i: number): boolean {
  if (!startsWithAny(plain[i] ?? '', FROM)) return false;
  const under = plain.slice(i + 1, i + 8);
  return under.some((line) => startsWithAny(line, SENT)) && under.some((line) => startsWithAny(line, TO));
}

const startsWithAny = (line: string, starts: readonly string[]) => starts.some((start) => line.startsWith(start));
const isRule = (line: string) => /^[_-]{10,200}$/.test(line);

/** `-----Original Message-----`: dashes on both sides, or words that clients use for nothing else. */
function isMark(line: string, marks: readonly string[]): boolean {
  if (line.length > 80) return false;
  const inside = line.replace(/^-{2,40} ?/, '').replace(/ ?-{2,40}$/, '');
  return marks.some((mark) => (mark.endsWith(':') ? inside === mark : inside === mark && line.startsWith('--')));
}

/** Lower case, single spaces, without the stars that stand for bold. */
function bare(line: string): string {
  const short = line.length > LONGEST_ATTRIBUTION ? line.slice(0, LONGEST_ATTRIBUTION) : line;
  return short
    .replaceAll('*', '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
}
