import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTS, familyOf } from '#model/act.ts';
import { BELIEF_KINDS, BELIEF_WAYS } from '#model/belief.ts';
import { QUESTION_SORTS } from '#model/brief.ts';
import { CONVERSATION_KINDS } from '#model/conversation.ts';
import { FINDING_KINDS } from '#model/finding.ts';
import { ASK_FAILURES } from '#model/language-model.ts';
import { ROLES } from '#model/member.ts';
import { CHOSEN_FIELDS, TOGETHER } from '#model/merge.ts';
import { SAY_BACK_ANSWERS } from '#model/need.ts';
import { NOTE_KINDS } from '#model/note.ts';
import { OFFERING_KINDS } from '#model/offering.ts';
import { PARTS, TIE_KINDS } from '#model/organisation.ts';
import { FIELD_KINDS } from '#model/own-field.ts';
import { FIELD_TESTS, SORTS, SPOKE } from '#model/people-sentence.ts';
import { PERSON_KINDS } from '#model/person.ts';
import { CHANNELS, CLOSENESS, DATE_KINDS } from '#model/person-card.ts';
import { TRAIT_KINDS } from '#model/trait.ts';
import { WHY_REASONS } from '#model/why.ts';
import { FIGURES } from '../conversations/report.ts';
import { SORTS as ORGANISATION_SORTS } from '../organisations/search.ts';
import { SHOWN } from '../timeline/parts.ts';

/** What the model can name, and where the catalogue keeps its words: `file.path.to.them`. */
const NAMED: [where: string, names: readonly (string | number)[]][] = [
  ['findings.findings.kind', FINDING_KINDS],
  ['findings.findings.act', ACTS],
  ['findings.findings.family', ACTS.map(familyOf)],
  ['beliefs.beliefs.kind', BELIEF_KINDS],
  ['beliefs.beliefs.how', BELIEF_WAYS],
  ['beliefs.beliefs.closed', BELIEF_KINDS],
  ['beliefs.beliefs.close', BELIEF_KINDS],
  ['brief.brief.why', QUESTION_SORTS],
  ['conversations.conversations.kind', CONVERSATION_KINDS],
  ['language-model.languageModel.failures', ASK_FAILURES],
  ['settings.settings.roles', ROLES],
  ['session.session.joinRole', ROLES],
  ['duplicates.duplicates.field', CHOSEN_FIELDS],
  ['duplicates.duplicates.together', TOGETHER],
  ['duplicates.duplicates.closeness', CLOSENESS],
  ['duplicates.duplicates.prefers', CHANNELS],
  ['needs.needs.answered', SAY_BACK_ANSWERS],
  ['notes.notes.kind', NOTE_KINDS],
  ['timeline.timeline.noteKind', NOTE_KINDS],
  ['timeline.timeline.parts', SHOWN],
  ['offerings.offerings.kinds', OFFERING_KINDS],
  ['organisations.organisations.says', PARTS],
  ['organisations.organisations.kinds', TIE_KINDS],
  ['organisations.organisations.sort', ORGANISATION_SORTS],
  ['person.person.part', PARTS],
  ['person.person.tie.from', TIE_KINDS],
  ['person.person.tie.to', TIE_KINDS],
  ['person.person.channel', CHANNELS],
  ['person.person.dateKind', DATE_KINDS],
  ['person.person.trait', TRAIT_KINDS],
  ['person.person.traitKind', TRAIT_KINDS],
  ['lists.lists.fieldKinds', FIELD_KINDS],
  ['lists.lists.tests', FIELD_TESTS],
  ['lists.lists.close', CLOSENESS],
  ['people.people.spoke', SPOKE],
  ['people.people.sort', SORTS],
  ['people.people.sortEnd', SORTS],
  ['kinds.kinds.many', PERSON_KINDS],
  ['why.why.reason', WHY_REASONS],
  ['listening.listening.figure', FIGURES],
  ['figures.figures', FIGURES],
];

async function wordsAt(locale: string, where: string): Promise<Record<string, unknown>> {
  const [file, ...path] = where.split('.');
  let here: unknown = await import(`./${locale}/${file}.ts`);
  for (const step of path) here = (here as Record<string, unknown> | undefined)?.[step];
  return (here ?? {}) as Record<string, unknown>;
}

/** A word, a sentence that is made, or both of a pair. */
function says(words: unknown): boolean {
  return typeof words === 'string' ? words.trim() !== '' : typeof words === 'function' || (typeof words === 'object' && words !== null);
}

for (const locale of ['en', 'nl'])
  test(`whatever the model can name has its words in ${locale}`, async () => {
    const without: string[] = [];
    for (const [where, names] of NAMED) {
      const words = await wordsAt(locale, where);
      for (const name of names) if (!says(words[name])) without.push(`${where}.${name}`);
    }
    assert.deepEqual(without, []);
  });

test('two things of a sort are never called the same', async () => {
  const same: string[] = [];
  for (const locale of ['en', 'nl'])
    for (const [where, names] of NAMED) {
      const words = await wordsAt(locale, where);
      const said = [...new Set(names)].map((name) => words[name]).filter((one) => typeof one === 'string');
      if (new Set(said).size < said.length && !/sortEnd/.test(where)) same.push(`${locale} ${where}: ${said.join(', ')}`);
    }
  assert.deepEqual(same, []);
});
