import type { ImportReason } from '#model/import.ts';
import { matchKeyOf } from '#model/match.ts';
import { PERSON_KINDS } from '#model/person.ts';
import { type Decision, decided, keyOfRow, setAside } from './decision.ts';
import { keepExternal, keyOfExternal } from './external.ts';
import { addTo } from './insert.ts';
import { isFirm, marksOf, type PeopleLook } from './look-people.ts';
import { imagesOf, type Merging, mergeField, mergeList, merging, sameSet } from './merge.ts';
import { noteAbout } from './person-note.ts';
import { mergeEmails, mergeOrganisations, mergeWays, type Parts, photoOf } from './person-parts.ts';
import { nobody, type PersonState } from './person-state.ts';
import type { Chunk, Run } from './run.ts';
import { type Candidate, nameAs } from './seen.ts';
import type { PersonRow, StagedPerson } from './staged.ts';
import { mergeCustom, mergeTags, together, updateOf } from './words.ts';

/** What happens to a row of people: by id, then address, then profile, then name and organisation where the file has nothing better. */
export function decidePerson(chunk: Chunk, look: PeopleLook, row: PersonRow): Decision {
  const { run } = chunk;
  const label = labelOf(row.data);
  const aside = setAside(row, run.leftOut, label);
  if (aside) return aside;
  const why: ImportReason[] = [...(row.data.problems ?? [])];
  const named = row.externalId === null ? null : whoIs(run, look, row);
  if (!label && !named) {
    const bare = row.externalId !== null && why.length === 0;
    return decided(bare ? 'skip' : 'fail', { why: bare ? [{ code: 'row.id-only' }] : [...why, { code: 'row.nameless' }] });
  }
  if (isErased(run, look, row)) return decided('skip', { why: [{ code: 'erased' }] });
  const id = whoIs(run, look, row);
  return id ? change(chunk, look, { row, id, label, why }) : create(chunk, look, { row, label, why });
}

interface Told {
  row: PersonRow;
  label: string;
  why: ImportReason[];
}

function labelOf({ name, givenName, familyName, emails }: StagedPerson): string {
  const whole = name || [givenName, familyName].filter(Boolean).join(' ') || emails?.[0]?.email || '';
  return whole.replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** A number may be a desk's, which many share: it counts only where there is nothing surer. */
function isErased(run: Run, { erased }: PeopleLook, row: PersonRow): boolean {
  if (erased.size === 0) return false;
  const sure = isFirm(row) ? { ...row, data: { ...row.data, phones: [] } } : row;
  return marksOf(run, sure).some((mark) => erased.has(mark));
}

function whoIs(run: Run, look: PeopleLook, row: PersonRow): string | null {
  const { ids } = run.seen;
  const { emails = [], links = [] } = row.data;
  if (row.externalId !== null) {
    const key = keyOfExternal(row);
    const known = look.external.get(key) ?? ids.get(`person X ${key}`);
    if (known) return known;
  }
  for (const { match } of emails) {
    const known = look.emails.get(match) ?? ids.get(`person e ${match}`);
    if (known) return known;
  }
  for (const { match } of links) {
    const known = look.links.get(match) ?? ids.get(`person u ${match}`);
    if (known) return known;
  }
  if (isFirm(row)) return null;
  const same = candidates(run, look, row).filter((one) => isSameByName(look, row, one));
  return same.length === 1 ? (same[0]?.id ?? null) : null;
}

function candidates(run: Run, look: PeopleLook, row: PersonRow): Candidate[] {
  if (!row.matchKey) return [];
  const met = run.seen.people.get(row.matchKey) ?? [];
  // Committed while this chunk was looked up, somebody is found there too.
  return [...(look.named.get(row.matchKey) ?? []).filter(({ id }) => !met.some((one) => one.id === id)), ...met];
}

/** The same name at the same organisation (or both at none), and no profile that says otherwise. */
function isSameByName(look: PeopleLook, row: PersonRow, one: Candidate): boolean {
  const links = row.data.links ?? [];
  const contradicts =
    links.length > 0 && one.links.some((link) => link.startsWith('linkedin.com')) && !links.some(({ match }) => one.links.includes(match));
  if (contradicts) return false;
  const refs = row.data.organisations ?? [];
  if (refs.length === 0 || one.organisations.length === 0) return refs.length === one.organisations.length;
  return refs.some((ref) => {
    const meant = look.organisation(row.source, ref);
    return typeof meant === 'object' && meant !== null && one.organisations.includes(meant.id);
  });
}

/** Somebody new who may be somebody we know: the same name where nothing speaks against it, or the same number. */
function perhaps(run: Run, look: PeopleLook, row: PersonRow): ImportReason[] {
  const refs = row.data.organisations ?? [];
  const named = candidates(run, look, row).find(
    (one) => refs.length === 0 || one.organisations.length === 0 || isSameByName(look, row, one),
  );
  const called =
    named ?? (row.data.phones ?? []).map(({ e164 }) => (e164 ? look.phones.get(e164) : undefined)).find((one) => one !== undefined);
  return called ? [{ code: 'perhaps', params: { name: called.name, id: called.id } }] : [];
}

function create(chunk: Chunk, look: PeopleLook, told: Told): Decision {
  const { run } = chunk;
  const { row, label, why } = told;
  why.push(...perhaps(run, look, row));
  // In a dry run the id says where to read them again.
  const id = run.dry ? `new:${row.file}:${row.row}` : run.id();
  const state = nobody();
  const merge = merging(state.columns, { takesFile: false, isNew: true, cells: run.cells });
  const { made, where } = mergeAll(chunk, look, { told, id, state, merge });
  state.columns = { ...state.columns, ...merge.next, match_key: matchKeyOf(label) };
  addTo(chunk.inserts, 'people', { id, ...merge.next, match_key: matchKeyOf(label), created_at: run.at, created_by: run.member.id });
  chunk.people++;
  meet(run, row, { id, label, state });
  if (row.matchKey) nameAs(run.seen.people, row.matchKey, candidateOf(row, { id, label, state }));
  if (why.length === 0) why.push({ code: 'new', params: { emails: state.emails.size, phones: state.phones.size } });
  return decided('create', { rowId: id, label, where, why, made, after: merge.next, cells: merge.cells ?? [] });
}

/** Make somebody known again from the row that brought them, for another row of a dry run that turns out to be the same. */
export function replay(chunk: Chunk, look: PeopleLook, row: PersonRow, id: string): void {
  const state = nobody();
  const merge = merging(state.columns, { takesFile: false, isNew: true, cells: false });
  mergeAll(chunk, look, { told: { row, label: labelOf(row.data), why: [] }, id, state, merge });
  chunk.run.seen.again.set(id, { ...state, columns: { ...state.columns, ...merge.next } });
}

function change(chunk: Chunk, look: PeopleLook, told: Told & { id: string }): Decision {
  const { run } = chunk;
  const { row, id, label, why } = told;
  const state = run.seen.again.get(id) ?? look.states.get(id) ?? run.seen.states.get(id);
  if (!state) throw new Error('Somebody who was found is not there');
  const takesFile = run.takesFile || run.filesWord.has(keyOfRow(row));
  const merge = merging(state.columns, { takesFile, isNew: false, cells: run.cells });
  const { made, where, custom } = mergeAll(chunk, look, { told, id, state, merge });
  if (typeof merge.next.name === 'string') merge.next.match_key = matchKeyOf(merge.next.name);
  if (Object.keys(merge.next).length > 0 && !id.startsWith('new:')) updateOf(chunk, 'people', id, merge.next);
  const images = imagesOf(merge);
  state.columns = { ...state.columns, ...merge.next };
  meet(run, row, { id, label, state });
  if (run.dry && merge.changed.length > 0 && run.seen.again.size < MOST_AGAIN) run.seen.again.set(id, state);
  const common = { rowId: id, label, where, cells: merge.cells ?? [] };
  if (merge.changed.length === 0) return decided('same', { ...common, why });
  why.push({ code: 'changes', params: { fields: [...new Set(merge.changed)].join(', ') } });
  const before = { people: images.before, ...(Object.keys(custom.before).length > 0 && { custom_values: custom.before }) };
  const after = { people: images.after, ...(Object.keys(custom.after).length > 0 && { custom_values: custom.after }) };
  return decided('update', { ...common, why, made, before, after });
}

/** A dry run remembers so many whom rows change, so that a later row of the file finds them changed; beyond that it may say of a row that it would change what an earlier one did. */
const MOST_AGAIN = 20_000;

interface Merged {
  told: Told;
  id: string;
  state: PersonState;
  merge: Merging;
}

function mergeAll(chunk: Chunk, look: PeopleLook, { told, id, state, merge }: Merged) {
  const { row, why, label } = told;
  const { data } = row;
  const parts: Parts = { chunk, merge, id, state, made: {}, why };
  mergeColumns(chunk.run, merge, data, label);
  mergeEmails(parts, look, data);
  mergeWays(parts, data);
  const where = mergeOrganisations(parts, look, row);
  const tags = mergeTags(chunk, merge, 'person', id, { tags: data.tags ?? [], now: state.tags });
  const custom = mergeCustom(chunk, merge, 'person', id, { custom: data.custom ?? [], now: state.custom });
  if (data.about) noteAbout(parts, look, row);
  if (data.photo && !state.columns.photo_id) setPhoto(parts, data.photo);
  const key = keyOfExternal(row);
  const keeps = row.externalId !== null && !state.external.has(key);
  if (keeps) state.external.add(key);
  const own: Record<string, string[]> = keeps ? { external_ids: [keepExternal(chunk, 'person', row, id)] } : {};
  if (keeps) merge.changed.push('external');
  const all = together(parts.made, tags, custom.made, own);
  return { where, made: merge.isNew ? outliving(all) : all, custom: custom.changed };
}

/** What goes with somebody need not be told of those who are new. */
const GOES = new Set([
  'person_emails',
  'person_phones',
  'person_links',
  'person_addresses',
  'person_dates',
  'affiliations',
  'taggings',
  'custom_values',
  'external_ids',
  'attachments',
]);
function outliving(made: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(made).filter(([table]) => !GOES.has(table)));
}

function mergeColumns(run: Run, merge: Merging, data: StagedPerson, label: string): void {
  const text = (field: string, column: string, value: string | undefined, most: number) =>
    mergeField(merge, { field, column, file: value?.replace(/\s+/g, ' ').trim().slice(0, most) });
  text('name', 'name', label, 200);
  text('givenName', 'given_name', data.givenName, 200);
  text('familyName', 'family_name', data.familyName, 200);
  text('nickname', 'nickname', data.nickname, 200);
  text('pronouns', 'pronouns', data.pronouns, 60);
  text('roleTitle', 'role_title', data.roleTitle, 200);
  text('livesIn', 'lives_in', data.livesIn, 200);
  const kinds = (data.kinds ?? []).filter((kind) => (PERSON_KINDS as readonly string[]).includes(kind));
  mergeField(merge, { field: 'kinds', column: 'kinds', file: kinds, same: sameSet });
  const owner = run.owner(data.owner ?? '');
  mergeField(merge, { field: 'owner', column: 'owner_id', file: owner, shown: (id) => run.memberName(id as string | null) });
  if (data.doNotContact) optOut(run, merge, data);
}

/** A no is honoured whoever's word counts, and never lifted. */
function optOut(run: Run, merge: Merging, { doNotContactWhy }: StagedPerson): void {
  const now = merge.now.do_not_contact_at ? ['no'] : [];
  if (mergeList(merge, { field: 'doNotContact', file: ['no'], has: () => now.length > 0, shown: (one) => one, now }).length === 0) return;
  merge.next.do_not_contact_at = run.at;
  merge.next.do_not_contact_by = run.member.id;
  merge.next.do_not_contact_why = doNotContactWhy ?? '';
}

function setPhoto(parts: Parts, photo: NonNullable<StagedPerson['photo']>): void {
  const id = photoOf(parts, photo);
  if (!id) return;
  parts.merge.next.photo_id = id;
  parts.merge.changed.push('photo');
}

function candidateOf(row: PersonRow, { id, label, state }: { id: string; label: string; state: PersonState }): Candidate {
  const links = (row.data.links ?? []).map(({ match }) => match);
  return { id, name: label, organisations: [...state.organisations.keys()], links };
}

/** From here on rows may mean them. */
function meet(run: Run, row: PersonRow, { id, label, state }: { id: string; label: string; state: PersonState }): void {
  const { seen } = run;
  if (row.externalId !== null) seen.ids.set(`person X ${keyOfExternal(row)}`, id);
  for (const { match } of row.data.emails ?? []) if (!seen.ids.has(`person e ${match}`)) seen.ids.set(`person e ${match}`, id);
  for (const { match } of row.data.links ?? []) if (!seen.ids.has(`person u ${match}`)) seen.ids.set(`person u ${match}`, id);
  seen.names.set(id, label);
  seen.states.set(id, state);
}
