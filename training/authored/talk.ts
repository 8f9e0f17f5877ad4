import { ACTS, type Act, type Spin } from '#model/act.ts';
import { CONVERSATION_KINDS, type ConversationKind, type Side } from '#model/conversation.ts';
import { FINDING_KINDS, type FindingKind } from '#model/finding.ts';

/** A finding as an author labelled it; `from` and `to` are characters of its sentence. */
interface AuthoredFinding {
  kind: FindingKind;
  quote: string;
  from: number;
  to: number;
  depth: number | null;
  fields: Record<string, string>;
}

export interface AuthoredSentence {
  text: string;
  acts: Act[];
  spin: Spin | null;
  findings: AuthoredFinding[];
}

interface AuthoredTurn {
  speaker: string;
  side: Side;
  sentences: AuthoredSentence[];
}

export interface AuthoredTalk {
  id: string;
  trade: string;
  kind: ConversationKind;
  /** ISO 8601 with offset. */
  date: string;
  us: string[];
  them: string[];
  offering: string | null;
  claims: { id: string; statement: string }[];
  turns: AuthoredTurn[];
}

const SPINS: readonly string[] = ['situation', 'problem', 'implication', 'need-payoff'];

/** Reads one `.talk` (GUIDELINE.md). @throws Error naming the file, the line and what is wrong with it. */
export function talkOf(text: string, file: string): AuthoredTalk {
  const head = new Map<string, string>();
  const claims: AuthoredTalk['claims'] = [];
  const turns: AuthoredTurn[] = [];
  const fail = (line: number, what: string) => new Error(`${file}:${line}: ${what}`);
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('#')) {
      const field = /^#\s*(claim\s+\w+|\w+):\s*(.+)$/.exec(line);
      if (!field) throw fail(i + 1, 'a head line is "# name: value"');
      const [, name = '', value = ''] = field;
      if (name.startsWith('claim')) claims.push({ id: name.slice(5).trim(), statement: value });
      else head.set(name, value);
      continue;
    }
    const said = /^(?:\+|([^:|]{1,40}):)\s+(.*)$/.exec(line);
    if (!said) throw fail(i + 1, 'neither "Name: sentence" nor "+ sentence"');
    const sentence = sentenceOf(said[2] ?? '', (what) => fail(i + 1, what), claims);
    if (said[1] === undefined) {
      const turn = turns.at(-1);
      if (!turn) throw fail(i + 1, 'a talk does not begin with "+"');
      turn.sentences.push(sentence);
    } else turns.push({ ...speakerOf(said[1], head, (what) => fail(i + 1, what)), sentences: [sentence] });
  }
  const need = (name: string) => {
    const value = head.get(name);
    if (!value) throw fail(1, `"# ${name}:" is missing`);
    return value;
  };
  const kind = need('kind');
  if (!(CONVERSATION_KINDS as readonly string[]).includes(kind)) throw fail(1, `kind "${kind}" is none`);
  if (Number.isNaN(Date.parse(need('date')))) throw fail(1, 'the date is none');
  return {
    id: need('id'),
    trade: need('trade'),
    kind: kind as ConversationKind,
    date: need('date'),
    us: namesOf(need('us')),
    them: namesOf(need('them')),
    offering: head.get('offering') ?? null,
    claims,
    turns,
  };
}

const namesOf = (list: string) => list.split(',').map((name) => name.trim());

function speakerOf(name: string, head: Map<string, string>, fail: (what: string) => Error): { speaker: string; side: Side } {
  for (const side of ['us', 'them'] as const)
    for (const full of namesOf(head.get(side) ?? '')) if (full === name || full.split(' ')[0] === name) return { speaker: full, side };
  throw fail(`"${name}" stands in neither us nor them`);
}

export function sentenceOf(line: string, fail: (what: string) => Error, claims: AuthoredTalk['claims']): AuthoredSentence {
  const [said = '', actsText = '', foundText = '', more] = line.split('|').map((part) => part.trim());
  if (more !== undefined) throw fail('more than two "|"');
  if (said === '') throw fail('an empty sentence');
  let spin: Spin | null = null;
  const acts = actsText
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [act = '', kind] = word.split('/');
      if (kind !== undefined && (!SPINS.includes(kind) || !act.startsWith('question.'))) throw fail(`"${word}" is no kind of question`);
      if (!(ACTS as readonly string[]).includes(act)) throw fail(`"${act}" is no act`);
      if (kind !== undefined) spin = kind as Spin;
      return act as Act;
    });
  if (acts.length === 0 || acts.length > 3) throw fail('one to three acts a sentence');
  return { text: said, acts, spin, findings: piecesOf(foundText).map((piece) => findingOf(piece, said, fail, claims)) };
}

/** Findings are parted by ";" outside of quotes. */
function piecesOf(text: string): string[] {
  return (text.match(/(?:"[^"]*"|[^;"])+/g) ?? []).map((piece) => piece.trim()).filter(Boolean);
}

function findingOf(piece: string, said: string, fail: (what: string) => Error, claims: AuthoredTalk['claims']): AuthoredFinding {
  const parts = piece.match(/[\w-]+="[^"]*"|"[^"]*"|\S+/g) ?? [];
  const [kind = '', depthText] = (parts[0] ?? '').split(':');
  if (!(FINDING_KINDS as readonly string[]).includes(kind)) throw fail(`"${kind}" is no finding`);
  const depth = depthText === undefined ? null : Number(depthText);
  if ((kind === 'need') !== (depth !== null) || (depth !== null && ![0, 1, 2, 3, 4].includes(depth)))
    throw fail('a need, and only a need, has a depth of 0 to 4');
  const fields: Record<string, string> = {};
  let quote = said;
  for (const part of parts.slice(1)) {
    if (part.startsWith('"')) quote = part.slice(1, -1);
    else {
      const at = part.indexOf('=');
      if (at < 1) throw fail(`"${part}" is neither a quote nor a field`);
      fields[part.slice(0, at)] = part.slice(at + 1).replace(/^"|"$/g, '');
    }
  }
  const from = said.indexOf(quote);
  if (from < 0) throw fail(`the quote "${quote}" does not stand in the sentence`);
  if (fields.claim !== undefined && !claims.some(({ id }) => id === fields.claim)) throw fail(`there is no claim ${fields.claim}`);
  if (fields.due !== undefined && Number.isNaN(Date.parse(fields.due))) throw fail(`due "${fields.due}" is no date`);
  return { kind: kind as FindingKind, quote, from, to: from + quote.length, depth, fields };
}
