import type { Depth, FindingFields, FindingKind } from '#model/finding.ts';

/** Which fields a kind has, beside what it is and who it is about. */
export function fieldsOf(
  kind: FindingKind,
): ('statement' | 'depth' | 'what' | 'whom' | 'due' | 'feeling' | 'tone' | 'verdict' | 'name' | 'claim')[] {
  if (kind === 'need') return ['statement', 'depth'];
  if (kind === 'commitment' || kind === 'request') return ['what', 'whom', 'due'];
  if (kind === 'feeling') return ['feeling', 'tone'];
  if (kind === 'feedback') return ['statement', 'verdict'];
  if (kind === 'competitor' || kind === 'referral' || kind === 'objection') return ['name', 'statement'];
  if (kind.startsWith('belief.')) return ['statement', 'claim'];
  return ['statement'];
}

export interface FindingForm {
  kind: FindingKind;
  speaker: number;
  statement: string;
  depth: Depth | null;
  what: string;
  whom: string;
  due: string;
  feeling: string;
  tone: 'good' | 'bad' | 'mixed' | null;
  verdict: 'well' | 'better' | null;
  name: string;
  /** Id of the claim a belief is held against; empty for none. */
  claim: string;
}

export function formOf(finding: FindingFields & { kind: FindingKind; speaker: number }): FindingForm {
  return {
    kind: finding.kind,
    speaker: finding.speaker,
    statement: finding.statement ?? '',
    depth: finding.depth ?? null,
    what: finding.what ?? '',
    whom: finding.whom ?? '',
    due: finding.due?.slice(0, 10) ?? '',
    feeling: finding.feeling ?? '',
    tone: finding.tone ?? null,
    verdict: finding.verdict ?? null,
    name: finding.name ?? '',
    claim: finding.claim ?? '',
  };
}

/** Only the fields of its kind go out; an emptied one is null, so that it is emptied there too. */
export function toFields(form: FindingForm) {
  const fields: Record<string, string | number | null> = {};
  for (const field of fieldsOf(form.kind)) {
    const value = form[field];
    fields[field] = typeof value === 'string' ? value.trim() || null : value;
  }
  return { kind: form.kind, speaker: form.speaker, ...fields };
}

export function toEdit(id: string, form: FindingForm) {
  return { id, ...toFields(form) };
}
