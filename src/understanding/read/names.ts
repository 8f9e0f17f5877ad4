/** What stands before a colon without being anybody: headings, labels of notes, days, levels of a log. */
const LABELS = new Set(
  `note notes question questions answer answers action actions agenda summary decision decisions example result results todo date time
  subject topic cc bcc sent from to attendees participants present invited location duration monday tuesday wednesday thursday friday
  saturday sunday january february march april may june july august september october november december http https update reminder ps
  warning info error debug warn trace fatal notice critical transcript recording title email e-mail phone tel price total url link step
  chapter conclusion budget keywords speakers kind language version style region confidence details highlights risks
  opmerking opmerkingen vraag vragen antwoord actie acties besluit besluiten datum tijd onderwerp aanwezig afwezig locatie samenvatting
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei juni juli augustus voorbeeld resultaat
  deelnemers titel taal conclusie`
    .split(/\s+/)
    .concat(['action items', 'action item', 'next steps', 'next step', 'to do', 'summary keywords', 'volgende stap', 'volgende stappen']),
);
/** Small words inside names, in the languages of our users. */
const PARTICLES = new Set(
  'van de der den het ten ter von zu zur da di do dos das del della du la le el al bin ibn y e of the op in'.split(' '),
);

export interface Candidate {
  name: string;
  count: number;
  shape: 'strict' | 'loose' | 'no';
  words: number;
}

/** Who could be speaking: what stands before the first colon of each line, and how often. */
export interface Roll {
  /** Counts what stands before a colon; the same thing gives the same candidate. */
  note(left: string): Candidate;
  /** To be asked once all lines are noted: is this a speaker? */
  speaks(candidate: Candidate): boolean;
}

export function openRoll(): Roll {
  const byText = new Map<string, Candidate>();
  const byName = new Map<string, Candidate>();
  let singles: boolean | undefined;
  return {
    note(left) {
      let candidate = byText.get(left);
      if (!candidate) {
        const name = cleanName(left);
        candidate = byName.get(name) ?? { name, count: 0, ...shapeOf(name) };
        byName.set(name, candidate);
        byText.set(left, candidate);
      }
      candidate.count++;
      return candidate;
    },
    speaks(candidate) {
      if (candidate.shape === 'no') return false;
      if (candidate.shape === 'loose') return candidate.count >= 3 && candidate.words <= 2;
      if (candidate.count > 1 || candidate.words > 1) return true;
      // «Honestly: no.» said once is no person where people have two names; «Tom: yes» is, where they have one.
      singles ??= goByOneName([...byName.values()]);
      return singles;
    },
  };
}

function goByOneName(all: Candidate[]): boolean {
  const strict = all.filter((one) => one.shape === 'strict');
  const linesOf = (some: Candidate[]) => some.reduce((sum, one) => sum + one.count, 0);
  const full = linesOf(strict.filter((one) => one.words > 1));
  return linesOf(strict) - full >= full;
}

/** Without Markdown stars, brackets around it and double spaces. */
export function cleanName(left: string): string {
  let name = cleaned.get(left);
  if (name === undefined) {
    // As with their shapes: the same few names on every line.
    if (cleaned.size > 500) cleaned.clear();
    name = withoutSigns(left);
    if (left.length <= 80) cleaned.set(left, name);
  }
  return name;
}

function withoutSigns(left: string): string {
  let from = 0;
  let to = left.length;
  while (from < to && isWrapping(left.charCodeAt(from))) from++;
  while (to > from && isWrapping(left.charCodeAt(to - 1))) to--;
  const name = left.slice(from, to);
  return /\s\s|[\t\n\u00a0\u202f\u200e\u200f]/.test(name)
    ? name
        .replace(/[\u200e\u200f]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : name;
}

/** Space, *, _, [, ], #, >, backtick. */
function isWrapping(code: number): boolean {
  return (
    code <= 32 || code === 42 || code === 95 || code === 91 || code === 93 || code === 35 || code === 62 || code === 96 || code === 0xa0
  );
}

const shapes = new Map<string, Pick<Candidate, 'shape' | 'words'>>();
const cleaned = new Map<string, string>();

/** `strict` looks like a name (capitals), `loose` could be one if it comes again, `no` cannot be one. */
export function shapeOf(name: string): Pick<Candidate, 'shape' | 'words'> {
  let shape = shapes.get(name);
  if (!shape) {
    // The few names of a file are asked for on every line.
    if (shapes.size > 500) shapes.clear();
    shape = lookAt(name);
    if (name.length <= 80) shapes.set(name, shape);
  }
  return shape;
}

function lookAt(name: string): Pick<Candidate, 'shape' | 'words'> {
  const no = { shape: 'no', words: 0 } as const;
  if (name.length === 0 || name.length > 80 || /[?!;"<>{}=|\\\uFFFD]|\/\/|[,.:]$/.test(name.endsWith('.') ? name.slice(0, -1) : name))
    return no;
  if (LABELS.has(name.toLowerCase())) return no;
  if (/^\+?[\d ()*-]{7,24}$/.test(name)) return { shape: 'strict', words: 2 };
  if (/^[^\s@]{1,64}@[^\s@]{1,64}$/.test(name)) return { shape: 'strict', words: 2 };
  const words = outsideBrackets(name)
    .split(/[\s/]+/)
    .filter(Boolean);
  if (words.length === 0 || words.length > 6 || !/^['’]?[\p{L}\d]/u.test(name) || !/\p{L}/u.test(name)) return no;
  if (words.some((word, i) => endsSentence(word, i === words.length - 1))) return no;
  const strict = words.every(
    (word, i) => /^['’"(]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || (i > 0 && (/^[\d&#]|^\p{Ll}\p{Lu}/u.test(word) || isParticle(word))),
  );
  const first = words[0] ?? '';
  return {
    shape: strict || (isParticle(first) && words.length > 1 && isCapital(words.at(-1) ?? '')) ? 'strict' : 'loose',
    words: words.length,
  };
}

const isParticle = (word: string) => PARTICLES.has(word.toLowerCase()) || /^(d|l|o|'t|'s)['’]/i.test(word);
const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** «Dr.» and «J.» are parts of a name, «it.» ends a sentence. */
function endsSentence(word: string, last: boolean): boolean {
  return word.endsWith('.') && !last && !/^\p{Lu}[\p{L}]{0,4}\.$/u.test(word);
}

function outsideBrackets(name: string): string {
  const open = name.indexOf('(');
  return open > 0 ? name.slice(0, open) : name;
}
