import type { Finding } from '#model/finding.ts';
import type { Language, LeftOut } from '#model/language.ts';
import type { Listening, ListeningReport } from '#model/listening.ts';
import { clock, percent, seconds, wrapped } from './figures.ts';
import type { Ink } from './ink.ts';

const BAR = 24;
const WIDTH = 92;

const QUALITY = {
  exact: 'exact times',
  'start-only': 'start times only',
  interpolated: 'times every few minutes',
  none: 'no times',
} as const;

/** The listening report as lines for a terminal: what was heard, each number with its basis, each finding with its quote and its place. */
export function reportLines(report: ListeningReport, ink: Ink): string[] {
  const { title, kind, startedAt, durationMs, timeQuality } = report.conversation;
  const facts = [
    kind,
    startedAt,
    durationMs === null ? null : clock(durationMs),
    QUALITY[timeQuality],
    counted(report.listening.n.turns, 'turn'),
  ];
  return [
    ink.strong(title || 'A conversation'),
    ink.quiet(facts.filter(Boolean).join(' · ')),
    ...inLanguages(report, ink),
    '',
    ...whoSpoke(report, ink),
    '',
    ...listened(report.listening, ink),
    ...leftOpen(report, ink),
    '',
    ...heard(report, ink),
  ];
}

/** Said only where it matters: more than one language, or one that is not understood. */
function inLanguages({ conversation: { languages, leftOut } }: ListeningReport, ink: Ink): string[] {
  if (languages.length < 2 && leftOut.length === 0) return [];
  const shares = languages.map(({ language, share }) => `${LANGUAGE[language]} ${percent(share)}`).join(', ');
  return [
    ink.quiet(`In ${shares} of the words.`),
    ...leftOut.flatMap(({ language, turns, what }) =>
      wrapped(
        `${counted(turns, 'turn')} in ${LANGUAGE[language]}, counted but not understood. Left out: ${what.map((one) => LEFT_OUT[one]).join(', ')}.`,
        WIDTH,
      ).map((line) => ink.quiet(line)),
    ),
  ];
}

const LANGUAGE: Record<Language, string> = {
  en: 'English',
  nl: 'Dutch',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  other: 'another language',
};

const LEFT_OUT: Record<LeftOut, string> = {
  acts: 'what they do (but questions with their mark)',
  findings: 'suggestions',
  reflections: 'what we said back',
  pitch: 'our talk about us',
  openClosed: 'open or closed',
  spin: 'what our questions ask after',
  unanswered: 'whether theirs were answered',
};

function whoSpoke({ conversation, listening }: ListeningReport, ink: Ink): string[] {
  const { participants } = conversation;
  const amount = (speaker: (typeof participants)[number]) => (listening.basis === 'time' ? (speaker.ms ?? 0) : speaker.words);
  const all = participants.reduce((sum, speaker) => sum + amount(speaker), 0);
  const widest = Math.max(...participants.map(({ name }) => name.length), 4);
  const rows = [...participants]
    .sort((a, b) => amount(b) - amount(a))
    .map((speaker) => {
      const share = all > 0 ? amount(speaker) / all : 0;
      const bar = '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '·');
      const colour = speaker.side === 'us' ? ink.ours : ink.theirs;
      const time = speaker.ms === null ? '' : `  ${clock(speaker.ms)}`;
      return `  ${speaker.name.padEnd(widest)}  ${SIDES[speaker.side]}  ${colour(bar)} ${percent(share).padStart(4)}${time}  ${ink.quiet(`${counted(speaker.words, 'word')}, ${counted(speaker.turns, 'turn')}`)}`;
    });
  return [ink.strong('Who spoke') + ink.quiet(`  by ${listening.basis === 'time' ? 'time' : 'words'}`), ...rows];
}

const SIDES = { us: 'us     ', them: 'them   ', unknown: 'unknown' } as const;

function listened(listening: Listening, ink: Ink): string[] {
  const { talkShare, questions, reflections, pitch, n, basis } = listening;
  if (talkShare === null) return [ink.quiet('Say who is us with --us NAME to see how we listened.')];
  const rows: [string, string, string][] = [
    ['We talked', percent(talkShare), `by ${basis}, ${n.ours} turns of ours, ${n.theirs} of theirs`],
  ];
  if (questions.ours) {
    const { open, closed, situation, problem, implication, needPayoff } = questions.ours;
    const known = open !== null && closed !== null;
    const byMark = known ? questions.ours.n - open - closed : 0;
    const kinds = known
      ? `${open} open, ${closed} closed${byMark > 0 ? `, ${byMark} known by the mark alone` : ''}`
      : 'known by their marks alone';
    rows.push(['We asked', counted(questions.ours.n, 'question'), kinds]);
    if (known && open + closed > 0)
      rows.push(['', '', `situation ${situation}, problem ${problem}, implication ${implication}, need-payoff ${needPayoff}`]);
  }
  if (reflections)
    rows.push([
      'We said it back',
      counted(reflections.simple + reflections.complex, 'time'),
      `${reflections.simple} simple, ${reflections.complex} with meaning added`,
    ]);
  if (pitch)
    rows.push([
      'About us',
      percent(pitch.share),
      `of our words: expertise ${percent(pitch.expertise)}, features ${percent(pitch.features)}, mission ${percent(pitch.mission)}${pitch.firstAtMs === null ? '' : `; first at ${clock(pitch.firstAtMs)}`}`,
    ]);
  if (questions.theirs !== null) rows.push(['They asked', counted(questions.theirs, 'question'), leftOpenOf(questions)]);
  if (listening.longestMonologueMs !== null)
    rows.push(['Our longest stretch', clock(listening.longestMonologueMs), 'back-channels left out']);
  if (listening.longestStoryMs !== null) rows.push(['Their longest story', clock(listening.longestStoryMs), 'back-channels left out']);
  if (listening.patienceMs !== null) rows.push(['We waited', seconds(listening.patienceMs), 'median, after they spoke']);
  if (listening.switchesPerMinute !== null) rows.push(['Changes of speaker', listening.switchesPerMinute.toFixed(1), 'a minute']);
  if (listening.paceWordsPerMinute !== null)
    rows.push(['Our pace', String(Math.round(listening.paceWordsPerMinute)), 'words a minute of our talking']);
  return [
    ink.strong('Were we listening?'),
    ...rows.map(([what, figure, basisOf]) => `  ${what.padEnd(20)} ${figure.padStart(12)}  ${ink.quiet(basisOf)}`),
  ];
}

function leftOpenOf({ theirs, unanswered, unansweredOf }: Listening['questions']): string {
  if (unanswered === null) return 'whether they were answered is not known';
  return unansweredOf === undefined || unansweredOf === theirs ? `${unanswered} left open` : `${unanswered} of ${unansweredOf} left open`;
}

function leftOpen(report: ListeningReport, ink: Ink): string[] {
  const open = report.listening.questions.unansweredAt ?? [];
  if (open.length === 0) return [];
  const lines = open.flatMap(({ turn, from, to }) =>
    quoted(report, turn, report.turns[turn]?.text.slice(from, to) ?? '', report.turns[turn]?.speaker ?? '', ink),
  );
  return ['', ink.strong('Their questions we left open'), ...lines];
}

const HEADINGS: [string, (kind: Finding['kind']) => boolean][] = [
  ['What they need', (kind) => kind === 'need'],
  ['What was promised', (kind) => kind === 'commitment'],
  ['What they asked of us', (kind) => kind === 'request'],
  ['What they feel', (kind) => kind === 'feeling'],
  ['Who they are', (kind) => kind.startsWith('trait.')],
  ['What they hold about us', (kind) => kind.startsWith('belief.') || kind === 'feedback'],
  ['What holds them back', (kind) => kind === 'objection' || kind === 'competitor'],
  ['Who sends us on', (kind) => kind === 'referral'],
];

function heard(report: ListeningReport, ink: Ink): string[] {
  if (report.findings.length === 0) return [ink.quiet('Nothing was found that needs your eye.')];
  const lines = HEADINGS.flatMap(([heading, belongs]) => {
    const found = report.findings.filter(({ kind }) => belongs(kind));
    return found.length === 0 ? [] : ['', ink.strong(heading), ...found.flatMap((finding) => one(report, finding, ink))];
  });
  return [
    ink.quiet(`${counted(report.findings.length, 'suggestion')}, until you confirm ${report.findings.length === 1 ? 'it' : 'them'}.`),
    ...lines,
  ];
}

function one(report: ListeningReport, finding: Finding, ink: Ink): string[] {
  return [...quoted(report, finding.turn, finding.quote, finding.who, ink), `          ${ink.quiet(noteOn(finding))}`];
}

const DEPTHS = ['symptom', 'cause', 'cost to the business', 'what it means for the person', 'value or feeling at stake'];

function noteOn({ kind, p, depth, due, dueText, whom, name, feeling, verdict, what }: Finding): string {
  const parts = [
    kind,
    depth === null || depth === undefined ? null : DEPTHS[depth],
    what,
    whom ? `to ${whom}` : null,
    due ? `by ${due} (“${dueText ?? ''}”)` : null,
    name,
    feeling,
    verdict ? `do ${verdict}` : null,
    p >= 0.8 ? 'very likely' : p >= 0.6 ? 'likely' : 'unsure',
  ];
  return parts.filter(Boolean).join(' · ');
}

function quoted(report: ListeningReport, turn: number, quote: string, who: string, ink: Ink): string[] {
  const startMs = report.turns[turn]?.startMs ?? null;
  const place = startMs === null ? `#${turn + 1}` : clock(startMs);
  const colour = report.turns[turn]?.side === 'us' ? ink.ours : ink.theirs;
  const lines = wrapped(`“${quote.replace(/\s+/g, ' ')}” ${who}`, WIDTH - 10);
  return lines.map((line, i) => `${(i === 0 ? `[${place}]` : '').padEnd(9)} ${colour(line)}`);
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
