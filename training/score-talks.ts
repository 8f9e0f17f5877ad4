import type { Conversation } from '#model/conversation.ts';
import type { Finding } from '#model/finding.ts';
import { understand } from '#understanding/understand.ts';
import type { AuthoredTalk } from './authored/talk.ts';
import { f1Of } from './figures.ts';

/** Of one thing that is looked for: how many were found rightly, wrongly, and not at all. */
interface Count {
  right: number;
  alarms: number;
  missed: number;
}

export type Tally = Map<string, Count>;

export function f1In(tally: Tally, name: string): { f1: number; n: number } {
  const { right, alarms, missed } = tally.get(name) ?? { right: 0, alarms: 0, missed: 0 };
  return { f1: f1Of(right, alarms, missed), n: right + missed };
}

/** An authored talk as a reader would give it: turns of joined sentences, with where each sentence begins. */
export function conversationOf(talk: AuthoredTalk): { conversation: Conversation; starts: number[][] } {
  const starts: number[][] = [];
  const turns = talk.turns.map(({ speaker, sentences }, i) => {
    let text = '';
    starts.push(
      sentences.map((sentence) => {
        if (text !== '') text += ' ';
        const at = text.length;
        text += sentence.text;
        return at;
      }),
    );
    return { speaker, text, line: i + 1 };
  });
  const people = (names: string[], side: 'us' | 'them') => names.map((name) => ({ name, side }));
  return {
    conversation: {
      source: 'plain',
      sourceId: null,
      kind: talk.kind,
      startedAt: talk.date,
      title: talk.id,
      participants: [...people(talk.us, 'us'), ...people(talk.them, 'them')],
      turns,
      timeQuality: 'none',
    },
    starts,
  };
}

interface Wanted {
  kind: string;
  turn: number;
  from: number;
  to: number;
  fields: Record<string, string>;
}

/**
 * How the engine hears some talks, by the whole way from text to report. Acts count once a turn (`act reflection`: any reflection in it). A finding is
 * right when its kind is and its quote overlaps (`turn with need`: when the turn has one); `commitment due` also needs the right day, or rightly none; `belief claim` the right claim, or rightly none. `others`: findings of somebody else, by the id of the talk, in place of the engine's.
 */
export function tallyOf(talks: AuthoredTalk[], others?: ReadonlyMap<string, Finding[]>): Tally {
  const tally: Tally = new Map();
  for (const talk of talks) {
    const { conversation, starts } = conversationOf(talk);
    const claims = talk.claims.map((claim) => ({ ...claim, offering: talk.offering ?? '' }));
    const { report } = understand(conversation, { zone: zoneOf(talk.date), claims });
    const findings = others?.get(talk.id) ?? report.findings;
    for (const [t, turn] of talk.turns.entries()) {
      const there = new Set(turn.sentences.flatMap(({ acts }) => acts.flatMap((act) => [act, act.split('.')[0] ?? act])));
      const heard = new Set((report.turns[t]?.acts ?? []).flatMap(({ act }) => [act, act.split('.')[0] ?? act]));
      for (const act of new Set([...there, ...heard]))
        add(tally, `act ${act}`, there.has(act) && heard.has(act) ? 'right' : heard.has(act) ? 'alarms' : 'missed');
    }
    const wanted = talk.turns.flatMap(({ sentences }, turn) =>
      sentences.flatMap(({ findings }, s) =>
        findings.map(({ kind, from, to, fields, depth }): Wanted => {
          const start = starts[turn]?.[s] ?? 0;
          return {
            kind,
            turn,
            from: start + from,
            to: start + to,
            fields: { ...fields, ...(depth === null ? {} : { depth: String(depth) }) },
          };
        }),
      ),
    );
    for (const kind of ['need', 'commitment', 'belief'])
      for (let turn = 0; turn < talk.turns.length; turn++) {
        const is = (one: { kind: string; turn: number }) => one.turn === turn && one.kind.startsWith(kind);
        const [there, heard] = [wanted.some(is), findings.some(is)];
        if (there || heard) add(tally, `turn with ${kind}`, there && heard ? 'right' : heard ? 'alarms' : 'missed');
      }
    compare(tally, wanted, findings);
  }
  return tally;
}

function add(tally: Tally, name: string, what: keyof Count): void {
  const count = tally.get(name) ?? { right: 0, alarms: 0, missed: 0 };
  count[what]++;
  tally.set(name, count);
}

function compare(tally: Tally, wanted: Wanted[], found: Finding[]): void {
  const open = [...found];
  for (const one of wanted) {
    const at = open.findIndex(({ kind, turn, from, to }) => kind === one.kind && turn === one.turn && from < one.to && to > one.from);
    const hit = at < 0 ? null : open.splice(at, 1)[0];
    const family = one.kind.split('.')[0] ?? one.kind;
    add(tally, `find ${one.kind}`, hit ? 'right' : 'missed');
    const near =
      hit ?? found.find(({ kind, turn, from, to }) => kind.startsWith(`${family}.`) && turn === one.turn && from < one.to && to > one.from);
    if (family !== one.kind) add(tally, `find ${family}`, near ? 'right' : 'missed');
    if (one.kind === 'commitment') {
      const day = hit?.due?.slice(0, 10);
      add(tally, 'commitment due', hit && day === one.fields.due?.slice(0, 10) ? 'right' : 'missed');
      if (hit && day !== one.fields.due?.slice(0, 10)) add(tally, 'commitment due', 'alarms');
    }
    if (family === 'belief') {
      const same = near && (near.claim ?? undefined) === one.fields.claim;
      add(tally, 'belief claim', same ? 'right' : 'missed');
      if (near && !same) add(tally, 'belief claim', 'alarms');
    }
    if (one.kind === 'need' && hit)
      add(tally, 'need below the surface', Number(one.fields.depth) >= 2 === (hit.depth ?? 0) >= 2 ? 'right' : 'missed');
  }
  for (const { kind, turn, from, to } of open) {
    add(tally, `find ${kind}`, 'alarms');
    const family = kind.split('.')[0] ?? kind;
    const near = wanted.some((one) => one.kind.startsWith(`${family}.`) && one.turn === turn && from < one.to && to > one.from);
    if (family !== kind && !near) add(tally, `find ${family}`, 'alarms');
    if (kind === 'commitment') add(tally, 'commitment due', 'alarms');
    if (family === 'belief' && !near) add(tally, 'belief claim', 'alarms');
  }
}

/** The date of a talk carries its own offset: a zone that has it. */
export function zoneOf(date: string): string {
  const hours = Number(/([+-]\d\d):?\d\d$/.exec(date)?.[1] ?? 0);
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
