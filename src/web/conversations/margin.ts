import { type ActFamily, familyOf } from '#model/act.ts';
import type { FindingKind } from '#model/finding.ts';
import type { FindingView, TurnView } from '#model/pages.ts';

const FAMILY: Record<FindingKind, ActFamily> = {
  need: 'need',
  commitment: 'promise',
  request: 'promise',
  'trait.value': 'need',
  'trait.risk': 'feeling',
  'trait.interest': 'feeling',
  'trait.irritant': 'feeling',
  'trait.preference': 'need',
  'trait.goal': 'need',
  'trait.event': 'feeling',
  'belief.true': 'tell',
  'belief.false': 'tell',
  'belief.gap': 'tell',
  feeling: 'feeling',
  feedback: 'tell',
  referral: 'promise',
  competitor: 'tell',
  objection: 'need',
};

/** The colour of a finding: the same as of the act it came from, as in the drawing. */
export function familyOfFinding(kind: FindingKind): ActFamily {
  return FAMILY[kind];
}

/** Findings by the turn they stand beside; rejected ones are gone from the margin. */
export function byTurn(findings: FindingView[]): Map<number, FindingView[]> {
  const map = new Map<number, FindingView[]>();
  for (const finding of findings) {
    if (finding.rejectedBy !== null) continue;
    const list = map.get(finding.turn);
    if (list) list.push(finding);
    else map.set(finding.turn, [finding]);
  }
  return map;
}

/** The turns kept when the legend is used as a filter: those that do one of these things; all of them when nothing is chosen. */
export function filtered(turns: TurnView[], families: ReadonlySet<ActFamily>): TurnView[] {
  if (families.size === 0) return turns;
  return turns.filter((turn) =>
    turn.acts.length === 0 ? families.has('tell') : turn.acts.some((found) => families.has(familyOf(found.act))),
  );
}

/** Which families there are: the rest of the legend cannot be pressed. */
export function familiesIn(turns: TurnView[]): Set<ActFamily> {
  const present = new Set<ActFamily>();
  for (const turn of turns) {
    if (turn.acts.length === 0) present.add('tell');
    for (const found of turn.acts) present.add(familyOf(found.act));
  }
  return present;
}
