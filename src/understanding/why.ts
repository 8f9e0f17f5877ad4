import type { FoundAct } from '#model/act.ts';
import type { Finding } from '#model/finding.ts';
import type { ListeningReport } from '#model/listening.ts';
import type { Heard, Why } from '#model/why.ts';
import { type Cut, type Hearing, hearingOf, type Talk } from './heads/hearing.ts';
import { ourModel } from './heads/model.ts';
import { type Account, accountOf } from './heads/why.ts';
import type { Sentence } from './language/sentences.ts';
import { tongueOf } from './language/tongue.ts';
import { hear } from './language/words.ts';
import { isBackChannel } from './measure/back-channel.ts';
import { whyActByRules, whyFindingByRules } from './why-by-rules.ts';

/** A talk that can be asked why something in it was heard. Turns are numbered as they stand in it. */
export interface Explained {
  act: (turn: number, found: Pick<FoundAct, 'act' | 'from' | 'to' | 'by'>) => Heard;
  finding: (turn: number, found: Pick<Finding, 'kind' | 'from' | 'to'>) => Heard;
}

/** Why things were heard in a talk: English by the trained heads, Dutch by the cues of the rules. Pure. */
export function explain(talk: Talk, hearing: Hearing = hearingOf(talk)): Explained {
  let account: Account | null = null;
  const at = (turn: number, { from, to }: { from: number; to: number }) => {
    const heard = hearing.turns[turn];
    const nth = heard?.sentences.findIndex((sentence) => sentence.from < to && sentence.to > from) ?? -1;
    return heard && nth >= 0 ? { ...heard, nth, sentence: heard.sentences[nth] as Sentence } : null;
  };
  const byHeads = (unit: number, heads: string[]): Why => {
    account ??= accountOf(hearing);
    return account(unit, heads);
  };
  return {
    act: (turn, found) => {
      // In a language that nobody here understands its mark alone was seen.
      if (found.by === 'mark') return { by: 'rules', words: [], reasons: ['question-mark'] };
      const place = at(turn, found);
      if (!place) return { by: 'rules', words: [], reasons: [] };
      const { tongue, sentence, firstUnit, nth } = place;
      if (tongue === 'en') return { by: 'heads', ...byHeads(firstUnit + nth, headsOfAct(found.act)) };
      return { by: 'rules', ...whyActByRules(found.act, sentence, tongue, saidBefore(talk, hearing, turn)) };
    },
    finding: (turn, found) => {
      const place = at(turn, found);
      if (!place) return { by: 'rules', words: [], reasons: [] };
      const { tongue, sentence, firstUnit, nth } = place;
      if (tongue === 'en') return { by: 'heads', ...byHeads(firstUnit + nth, headsOfFinding(found.kind)) };
      return { by: 'rules', ...whyFindingByRules(found.kind, sentence, tongue) };
    },
  };
}

/** The same for a stretch of turns cut out of a longer talk, of which is known how it begins. */
export function explainCut(talk: Talk, { beginning, ...cut }: Omit<Cut, 'tongue'> & { beginning: string }): Explained {
  return explain(talk, hearingOf(talk, ourModel(), { ...cut, tongue: tongueOf(hear(beginning).words) }));
}

/** Its report, with why each act and finding was heard. */
export function withReasons(talk: Talk, report: ListeningReport): ListeningReport {
  const explained = explain(talk);
  return {
    ...report,
    turns: report.turns.map((turn) => ({ ...turn, acts: turn.acts.map((found) => ({ ...found, why: explained.act(turn.i, found) })) })),
    findings: report.findings.map((found) => ({ ...found, why: explained.finding(found.turn, found) })),
  };
}

/** Whether it is a question at all is one head, which kind another: both made it so. */
function headsOfAct(act: FoundAct['act']): string[] {
  const [family = ''] = act.split('.');
  return family === act ? [act] : [family, act];
}

function headsOfFinding(kind: Finding['kind']): string[] {
  return kind.startsWith('belief.') ? ['find belief', `find ${kind}`] : [`find ${kind}`];
}

/** What the others said since this speaker last spoke. */
function saidBefore({ turns }: Talk, hearing: Hearing, turn: number): Sentence[] {
  const own = turns[turn]?.speaker;
  const others: Sentence[] = [];
  for (let i = turn - 1; i >= 0; i--) {
    if (isBackChannel(turns[i]?.text ?? '')) continue;
    if (turns[i]?.speaker === own) {
      if (others.length > 0) break;
      continue;
    }
    others.push(...(hearing.turns[i]?.sentences ?? []));
  }
  return others;
}
