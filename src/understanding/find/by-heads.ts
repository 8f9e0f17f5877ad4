import type { Conversation } from '#model/conversation.ts';
import type { Depth, Finding, FindingFields, FindingKind } from '#model/finding.ts';
import type { OpenQuestion } from '../measure/unanswered.ts';
import { causeIn } from './causes.ts';
import { heldAgainst } from './claims.ts';
import type { Said } from './heard.ts';
import { interestIn } from './interests.ts';
import { nameNear } from './names.ts';
import { subjectOf } from './opinions.ts';
import { owedIn, type Setting, takenBack } from './promises.ts';
import { quoteAround } from './quote.ts';
import { moodIn, riskOf, TRAITS } from './traits.ts';
import { capital, inOurWords } from './wording.ts';

const MOST_A_SENTENCE = 3;

/** What the trained heads find in one English sentence, with the fields of each kind, the surest first. */
export function foundByHeads(said: Said, setting: Setting, open: OpenQuestion[]): Finding[] {
  const { heads } = said;
  if (!heads) return [];
  const found: (Finding | null)[] = [promise(said, setting)];
  if (said.side !== 'us')
    found.push(
      asked(said, setting),
      need(said),
      belief(said, setting, open),
      trait(said),
      feeling(said),
      feedback(said),
      objection(said),
      named(said, 'competitor', setting.conversation),
      named(said, 'referral', setting.conversation),
    );
  return found
    .filter((finding) => finding !== null)
    .sort((a, b) => b.p - a.p)
    .slice(0, MOST_A_SENTENCE);
}

/** A finding with its quote around where a cue stands, else the whole sentence. */
function told(said: Said, kind: FindingKind, p: number, fields: FindingFields, hit?: { start: number; end: number }): Finding {
  const { from, to } = quoteAround(said.text, said.sentence, hit ?? { start: 0, end: said.sentence.words.length });
  const quote = said.text.slice(from, to);
  const statement = fields.statement === undefined ? inOurWords(quote, said.tongue) : fields.statement;
  return { kind, who: said.speaker, quote, turn: said.turn, from, to, p: Math.round(p * 100) / 100, ...fields, statement };
}

/**
 * What is more often wrong than this is not worth anybody's time, even where a head finds most by speaking sooner: at 0.3 three in ten are right, and
 * what stands above is right more often.
 */
const FLOOR = 0.3;

/** The confidence of a head when it speaks and is worth hearing, else null. */
function sure({ heads }: Said, head: string): number | null {
  return heads?.says(head) && heads.of(head) >= FLOOR ? heads.of(head) : null;
}

function promise(said: Said, setting: Setting): Finding | null {
  const p = sure(said, 'find commitment');
  return p === null || takenBack(said) ? null : owedIn('commitment', said, setting, p);
}

function asked(said: Said, setting: Setting): Finding | null {
  const p = sure(said, 'find request');
  return p === null || said.finding.has('at-once') ? null : owedIn('request', said, setting, p);
}

const HALF = 0.5;

/** A need and how deep it lies: the deepest step whose head speaks, or is at least half as sure as the need itself (methods.md 4.9). */
function need(said: Said): Finding | null {
  const p = sure(said, 'find need') ?? (saysNeed(said) ? PLAIN_NEED : null);
  if (p === null || !said.heads) return null;
  let depth: Depth = 0;
  for (const step of [1, 2, 3, 4] as const) if (said.heads.says(`deep ${step}`) || said.heads.of(`deep ${step}`) >= HALF * p) depth = step;
  const must = MUST.test(said.text.slice(said.sentence.from, said.sentence.to));
  return told(said, 'need', p, { depth, ...(must ? { must } : {}) }, said.acting.get('need'));
}

/** "We need a new van": said in so many words, and no head that is sure of the contrary. Such phrases were right in nine of ten talks they had never met. */
function saysNeed({ acting, sentence, asks, heads }: Said): boolean {
  const cue = acting.get('need');
  if (!cue || cue.p < 0.8 || acting.has('not-need') || asks || sentence.words.length < 4) return false;
  return (heads?.of('find need') ?? 0) >= 0.12 && sentence.words.some(({ w }) => OWN.has(w));
}

const PLAIN_NEED = 0.6;
const OWN = new Set('i we me us my our'.split(' '));

const MUST =
  /\b(?:must(?: have)?|have to have|has to (?:be|work|have|fit|run|come)|non-negotiable|deal ?breaker|without (?:that|it) (?:we|i)|only if|as long as|a condition)\b/i;

/** How near a claim must be for a sentence to be a belief that the heads alone would not call one. */
const SPEAKS_OF = 0.8;

/** "I always thought you only sell sensors": what is held is that we only sell sensors. */
const SUPPOSED =
  /^(?:(?:so|but|and|well|oh|honestly|look),? )*(?:as far as i know,? |(?:i|we)(?: had| have|['’]d|['’]ve)? (?:always |just )?(?:thought|assumed|figured|heard|understood|believed|gathered|was told|were told|imagined|took it)(?: that)? )/i;

function belief(said: Said, setting: Setting, open: OpenQuestion[]): Finding | null {
  if (!said.heads) return null;
  const { heads } = said;
  const likely = heads.of('find belief');
  if (likely < HALF * heads.thresholdOf('find belief')) return null;
  // What speaks of one of our claims is a belief about us even where the words alone would leave it open.
  const held = heldAgainst(said, setting);
  const whole = said.text.slice(said.sentence.from, said.sentence.to);
  const supposes = SUPPOSED.test(whole) && /\byou\b/i.test(whole);
  const p = heads.says('find belief') || (held && held.nearness >= SPEAKS_OF) ? likely : supposes ? Math.max(likely, PHRASE) : null;
  if (p === null) return null;
  const [kind = 'false'] = (['true', 'false', 'gap'] as const).toSorted(
    (a, b) => heads.of(`find belief.${b}`) - heads.of(`find belief.${a}`),
  );
  const asksNow = open.some(({ turn, from, to }) => turn === said.turn && from < said.sentence.to && to > said.sentence.from);
  const decided = asksNow ? 'gap' : held?.contradicts && kind === 'true' ? 'false' : kind;
  const words = whole.replace(SUPPOSED, '');
  return told(said, `belief.${decided}`, p, {
    claim: held?.claim.id ?? null,
    statement: said.asks ? null : inOurWords(words, said.tongue),
  });
}

function trait(said: Said): Finding | null {
  if (!said.heads) return null;
  const { heads } = said;
  if (!heads.says('find trait') && !TRAITS.some((kind) => heads.says(`find ${kind}`))) return null;
  // Rare kinds are never very sure: each is measured against the threshold that was found for it.
  const strength = (kind: string) => heads.of(`find ${kind}`) / Math.max(0.01, heads.thresholdOf(`find ${kind}`));
  const [best] = TRAITS.toSorted((one, other) => strength(other) - strength(one));
  if (!best || heads.of(`find ${best}`) < FLOOR) return null;
  const p = heads.of(`find ${best}`);
  if (best === 'trait.risk') return told(said, best, p, { statement: riskOf(said) }, said.finding.get(best));
  if (best !== 'trait.interest') return told(said, best, p, {}, said.finding.get(best));
  const name = interestIn(said.text.slice(said.sentence.from, said.sentence.to));
  const found = told(said, best, p, { name }, said.finding.get(best));
  return { ...found, statement: found.statement ?? (name === null ? null : capital(name)) };
}

function feeling(said: Said): Finding | null {
  const p = sure(said, 'find feeling');
  if (p === null) return null;
  const words = said.text.slice(said.sentence.from, said.sentence.to);
  const mood = moodIn(words);
  return told(said, 'feeling', p, {
    feeling: mood?.word ?? null,
    tone: mood?.tone ?? null,
    cause: causeIn(words, mood?.word ?? null),
    statement: null,
  });
}

/** For kinds that few sentences taught: as likely as the head says, or as often as a plain phrase for it has turned out right. */
function sureOrSaid(said: Said, head: string, phrase: boolean): number | null {
  const p = sure(said, head);
  if (p !== null || !said.heads || !phrase || said.asks || said.heads.of(head) < BELIEVABLE) return p;
  return PHRASE;
}

/** Phrases for an objection or a word about us were right in about half of the authored talks they had never met. */
const PHRASE = 0.5;
const BELIEVABLE = 0.04;

function feedback(said: Said): Finding | null {
  const p = sureOrSaid(said, 'find feedback', said.finding.has('feedback') && (said.finding.has('praise') || said.finding.has('blame')));
  if (p === null || !said.heads) return null;
  const praise =
    said.finding.has('praise') ||
    (!said.finding.has('blame') &&
      said.heads.sensed('goemotions admiration') + said.heads.sensed('goemotions gratitude') >
        said.heads.sensed('goemotions annoyance') + said.heads.sensed('goemotions disappointment'));
  return told(said, 'feedback', p, { verdict: praise ? 'well' : 'better' }, said.finding.get('feedback'));
}

function objection(said: Said): Finding | null {
  const hit = said.finding.get('objection');
  const p = sureOrSaid(said, 'find objection', hit !== undefined && hit.p >= 0.8 && !said.finding.has('brushed-off'));
  return p === null ? null : told(said, 'objection', p, { name: subjectOf(said) }, said.finding.get('objection'));
}

/** Another they use or weigh, or somebody who sends them or is sent: only with a name. */
function named(said: Said, kind: 'competitor' | 'referral', conversation: Conversation): Finding | null {
  if (!said.heads) return null;
  const hit = said.finding.get(kind);
  const { heads } = said;
  // A head that is not sure and a name beside it make a likely pair.
  const p = heads.says(`find ${kind}`) ? Math.max(heads.of(`find ${kind}`), PHRASE) : null;
  if (p === null && !hit) return null;
  const name = nameNear(said, hit ?? { start: 0, end: said.sentence.words.length }, conversation, kind === 'competitor' ? 3 : 12);
  if (name === null) return null;
  return told(said, kind, Math.max(p ?? 0, hit && said.heads.of(`find ${kind}`) > 0.02 ? hit.p * HALF : 0), { name }, hit);
}
