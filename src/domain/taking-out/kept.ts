import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../scope.ts';
import { evident, known, readable } from '../statement.ts';

/** Which rows of a table (alias x) go along: those that this member may read. */
type Which = (scope: Scope) => RawBuilder<boolean>;

const all: Which = () => sql<boolean>`true`;
const ofPerson =
  (column = 'person_id'): Which =>
  (scope) =>
    sql<boolean>`(x.${sql.ref(column)} is null or exists (select from people p where p.workspace_id = x.workspace_id and p.id = x.${sql.ref(column)} and ${known(scope, 'p')}))`;
const ofTwo =
  (one: string, other: string): Which =>
  (scope) =>
    sql<boolean>`${ofPerson(one)(scope)} and ${ofPerson(other)(scope)}`;
const ofConversation: Which = (scope) =>
  sql<boolean>`exists (select from conversations c where c.workspace_id = x.workspace_id and c.id = x.conversation_id and ${readable(scope, 'c')})`;
const ofTurn: Which = (scope) =>
  sql<boolean>`(x.turn_id is null or exists (select from turns t join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
    where t.workspace_id = x.workspace_id and t.id = x.turn_id and ${readable(scope, 'c')}))`;
const mine: Which = (scope) => sql<boolean>`(x.private_to is null or x.private_to = ${scope.member.id}::uuid)`;
const ofNote: Which = (scope) =>
  sql<boolean>`(x.note_id is null or exists (select from notes n where n.workspace_id = x.workspace_id and n.id = x.note_id
    and n.removed_at is null and (n.private_to is null or n.private_to = ${scope.member.id}::uuid)))`;
const both =
  (...parts: Which[]): Which =>
  (scope) =>
    sql<boolean>`${sql.join(
      parts.map((part) => part(scope)),
      sql` and `,
    )}`;
const heard = (about: 'need' | 'trait' | 'belief' | 'promise', parties: Which): Which =>
  both(parties, (scope) => evident(scope, about, 'x'));
const ofRow =
  (table: string, column: string, which: Which): Which =>
  (scope) =>
    sql<boolean>`exists (select from (select x.* from ${sql.table(table)} x where ${which(scope)}) o
      where o.workspace_id = x.workspace_id and o.id = x.${sql.ref(column)})`;

const needs = heard('need', ofPerson());
const beliefs = heard('belief', ofPerson());
const sayBacks = ofPerson();
const sayBackNeeds = ofRow('say_backs', 'say_back_id', sayBacks);

/** Every table that goes along, in the order in which it is written. */
export const KEPT: Record<string, Which> = {
  workspaces: all,
  members: all,
  people: (scope) => known(scope, 'x'),
  person_emails: ofPerson(),
  person_phones: ofPerson(),
  person_links: ofPerson(),
  person_addresses: ofPerson(),
  person_dates: ofPerson(),
  organisations: all,
  organisation_domains: all,
  affiliations: ofPerson(),
  ties: ofTwo('from_id', 'to_id'),
  aliases: ofPerson(),
  external_ids: both(ofPerson(), ofNote),
  files: mine,
  conversations: (scope) => readable(scope, 'x'),
  speakers: ofConversation,
  turns: ofConversation,
  findings: ofConversation,
  evidence: ofTurn,
  needs,
  need_confirmations: both(ofRow('needs', 'need_id', needs), ofTurn),
  say_backs: sayBacks,
  say_back_needs: sayBackNeeds,
  say_back_answers: ofRow('say_back_needs', 'say_back_need_id', sayBackNeeds),
  traits: heard('trait', ofPerson()),
  deeds: ofPerson(),
  beliefs,
  belief_steps: both(ofRow('beliefs', 'belief_id', beliefs), ofTurn),
  promises: heard('promise', ofTwo('by_person_id', 'to_person_id')),
  offerings: all,
  claims: all,
  pipelines: all,
  stages: all,
  deals: all,
  deal_people: ofPerson(),
  tasks: ofPerson(),
  notes: both(mine, (_scope) => sql<boolean>`x.removed_at is null`),
  note_links: both(ofNote, ofPerson()),
  attachments: both(mine, ofPerson(), ofNote),
  tags: all,
  taggings: ofPerson(),
  custom_fields: all,
  custom_values: ofTwo('person_id', 'person_value'),
  saved_views: (scope) => sql<boolean>`(x.member_id is null or x.member_id = ${scope.member.id}::uuid)`,
  erasures: all,
  audit_events: all,
};

/** What stays, and why: the README says it. */
export const STAYS: Record<string, string> = {
  file_parts: 'the bytes of the files, which lie in files/',
  attachment_parts: 'the bytes of the attachments, which lie in attachments/',
  invitations: 'links that let somebody in',
  language_models: "another house's key, sealed",
  language_model_answers: 'when a model was last asked; it can be asked again',
  corrections: 'numbers learned from decisions, which are learned again from the findings',
  erased_marks: 'keyed marks of people who were erased, of no use without the key',
  duplicate_looks: 'when everybody was last looked over for it',
  duplicate_pairs: 'who may be the same person, which is found again from the people',
  imports: 'how records came in; what came in is here',
  import_files: 'the files of imports, which are yours already',
  import_parts: 'the bytes of those files',
  import_staged: 'rows of an import under way',
  import_rows: 'what an import did to each row, for taking it back',
  merges: 'what is needed to make two people of one again',
  bulk_changes: 'what is needed to take a change to many back',
};

/** Columns that are no use elsewhere, or open a door. */
export const LEFT_COLUMNS = new Set(['words', 'sought', 'token_hash', 'match_key', 'match_email', 'match_url']);
