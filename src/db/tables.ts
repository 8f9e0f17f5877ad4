// Written by `node src/db/write-tables.ts` from the migrations; a test compares it with them.
import type { ColumnType } from 'kysely';

type Generated<T> = ColumnType<T, T | undefined, T>;
type Made<T> = ColumnType<T, never, never>;
/** ISO 8601 with offset when read. */
type Timestamp = ColumnType<string, string | Date, string | Date>;
type OptionalTimestamp = ColumnType<string | null, string | Date | null | undefined, string | Date | null>;
type GeneratedTimestamp = ColumnType<string, string | Date | undefined, string | Date>;
/** Given as JSON text, read as the value. */
type Json = ColumnType<unknown, string, string>;
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;
type GeneratedJson = ColumnType<unknown, string | undefined, string>;

export interface AccountCredentials {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: OptionalTimestamp;
  refreshTokenExpiresAt: OptionalTimestamp;
  scope: string | null;
  password: string | null;
  createdAt: GeneratedTimestamp;
  updatedAt: Timestamp;
}

export interface AccountSessions {
  id: string;
  expiresAt: Timestamp;
  token: string;
  createdAt: GeneratedTimestamp;
  updatedAt: Timestamp;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

export interface AccountVerifications {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Timestamp;
  createdAt: GeneratedTimestamp;
  updatedAt: GeneratedTimestamp;
}

export interface Accounts {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: GeneratedTimestamp;
  updatedAt: GeneratedTimestamp;
}

export interface Affiliations {
  workspaceId: string;
  id: string;
  personId: string;
  organisationId: string;
  roleTitle: Generated<string>;
  createdAt: Timestamp;
  fromOn: string | null;
  untilOn: string | null;
  part: string | null;
}

export interface Aliases {
  workspaceId: string;
  id: string;
  alias: string;
  personId: string | null;
  memberId: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface AttachmentParts {
  workspaceId: string;
  attachmentId: string;
  i: number;
  bytes: Buffer;
}

export interface Attachments {
  workspaceId: string;
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  personId: string | null;
  organisationId: string | null;
  dealId: string | null;
  noteId: string | null;
  privateTo: string | null;
  isPhoto: Generated<boolean>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface AuditEvents {
  workspaceId: string;
  id: string;
  at: Timestamp;
  memberId: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  detail: GeneratedJson;
}

export interface BeliefSteps {
  workspaceId: string;
  id: string;
  beliefId: string;
  step: string;
  how: string | null;
  conversationId: string | null;
  turnId: string | null;
  findingId: string | null;
  attachmentId: string | null;
  note: Generated<string>;
  at: Timestamp;
  createdBy: string | null;
  createdAt: Timestamp;
}

export interface Beliefs {
  workspaceId: string;
  id: string;
  personId: string;
  kind: string;
  statement: Generated<string>;
  closedAt: OptionalTimestamp;
  closedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
  claimId: string | null;
  reopenedAt: OptionalTimestamp;
  repair: Generated<string>;
  byHand: Generated<boolean>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
}

export interface BulkChanges {
  workspaceId: string;
  id: string;
  of: string;
  change: Json;
  before: Json;
  total: number;
  changed: Generated<number>;
  hidden: Generated<number>;
  waiting: Generated<string[]>;
  changedAt: Timestamp;
  changedBy: string;
  undoneAt: OptionalTimestamp;
  undoneBy: string | null;
}

export interface Claims {
  workspaceId: string;
  id: string;
  offeringId: string;
  statement: string;
  proof: Generated<string>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface Conversations {
  workspaceId: string;
  id: string;
  fileId: string | null;
  kind: string;
  title: string;
  happenedAt: Timestamp;
  datedBy: string;
  durationMs: number | null;
  timeQuality: string;
  source: string;
  sourceId: string | null;
  privateTo: string | null;
  losses: GeneratedJson;
  understoodAt: OptionalTimestamp;
  engineVersion: string | null;
  report: OptionalJson;
  openFindings: Generated<number>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface Corrections {
  workspaceId: string;
  id: string;
  weights: Buffer | null;
  version: string | null;
  decisions: Generated<number>;
  learnedFrom: Generated<string>;
  learnedAt: OptionalTimestamp;
  resetAt: OptionalTimestamp;
  resetBy: string | null;
  resetBefore: OptionalTimestamp;
  resetBeforeBy: string | null;
}

export interface CustomFields {
  workspaceId: string;
  id: string;
  about: string;
  label: string;
  kind: string;
  choices: Generated<string[]>;
  place: Generated<number>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface CustomValues {
  workspaceId: string;
  id: string;
  fieldId: string;
  personId: string | null;
  organisationId: string | null;
  dealId: string | null;
  textValue: string | null;
  numberValue: string | null;
  dateValue: string | null;
  personValue: string | null;
  changedAt: Timestamp;
  changedBy: string | null;
}

export interface DealPeople {
  workspaceId: string;
  id: string;
  dealId: string;
  personId: string;
  part: string | null;
  createdAt: Timestamp;
}

export interface Deals {
  workspaceId: string;
  id: string;
  title: string;
  stageId: string;
  organisationId: string | null;
  ownerId: string | null;
  amount: string | null;
  currency: string | null;
  closeOn: string | null;
  nextStep: Generated<string>;
  nextOn: string | null;
  about: Generated<string>;
  wonAt: OptionalTimestamp;
  lostAt: OptionalTimestamp;
  endedWhy: Generated<string>;
  movedAt: Timestamp;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface Deeds {
  workspaceId: string;
  id: string;
  personId: string;
  traitId: string | null;
  what: string;
  doneOn: string;
  createdAt: Timestamp;
  createdBy: string;
}

export interface DuplicateLooks {
  workspaceId: string;
  id: string;
  askedAt: Timestamp;
  waysDone: Generated<number>;
  ways: number;
  looked: Generated<number>;
  doneAt: OptionalTimestamp;
}

export interface DuplicatePairs {
  workspaceId: string;
  id: string;
  oneId: string;
  otherId: string;
  score: number;
  why: Json;
  foundAt: Timestamp;
  twoAt: OptionalTimestamp;
  twoBy: string | null;
  laterAt: OptionalTimestamp;
  laterBy: string | null;
}

export interface ErasedMarks {
  workspaceId: string;
  id: string;
  erasureId: string;
  kind: string;
  mark: string;
}

export interface Erasures {
  workspaceId: string;
  id: string;
  erasedAt: Timestamp;
  erasedBy: string;
  counts: Json;
}

export interface Evidence {
  workspaceId: string;
  id: string;
  about: string;
  aboutId: string;
  findingId: string | null;
  turnId: string | null;
  fromChar: number | null;
  toChar: number | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface ExternalIds {
  workspaceId: string;
  id: string;
  source: string;
  object: string;
  externalId: string;
  personId: string | null;
  organisationId: string | null;
  dealId: string | null;
  noteId: string | null;
  taskId: string | null;
  createdAt: Timestamp;
}

export interface FileParts {
  workspaceId: string;
  fileId: string;
  i: number;
  bytes: Buffer;
}

export interface Files {
  workspaceId: string;
  id: string;
  sha256: string;
  name: string;
  format: string;
  size: number;
  privateTo: string | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface Findings {
  workspaceId: string;
  id: string;
  conversationId: string;
  turnId: string;
  speakerId: string;
  kind: string;
  fromChar: number;
  toChar: number;
  quote: string;
  fields: GeneratedJson;
  p: number;
  engineVersion: string;
  suggested: Json;
  editedAt: OptionalTimestamp;
  editedBy: string | null;
  confirmedAt: OptionalTimestamp;
  confirmedBy: string | null;
  rejectedAt: OptionalTimestamp;
  rejectedBy: string | null;
  became: OptionalJson;
  createdAt: Timestamp;
}

export interface HeedMigrations {
  number: number;
  name: string;
  checksum: string;
  appliedAt: GeneratedTimestamp;
}

export interface ImportFiles {
  workspaceId: string;
  id: string;
  importId: string;
  i: number;
  name: string;
  size: number;
  sha256: string;
  removedAt: OptionalTimestamp;
  createdAt: Timestamp;
}

export interface ImportParts {
  workspaceId: string;
  fileId: string;
  i: number;
  bytes: Buffer;
}

export interface ImportRows {
  workspaceId: string;
  importId: string;
  object: string;
  fileI: number;
  rowNo: number;
  outcome: string;
  label: Generated<string>;
  reason: GeneratedJson;
  rowId: string | null;
  made: OptionalJson;
  before: OptionalJson;
  after: OptionalJson;
  undoneAt: OptionalTimestamp;
}

export interface ImportStaged {
  workspaceId: string;
  importId: string;
  object: string;
  fileI: number;
  rowNo: number;
  source: Generated<string>;
  externalObject: Generated<string>;
  externalId: string | null;
  matchKey: Generated<string>;
  data: Json;
  outcome: string | null;
  rowId: string | null;
  reason: OptionalJson;
}

export interface Imports {
  workspaceId: string;
  id: string;
  source: Generated<string>;
  options: GeneratedJson;
  looked: GeneratedJson;
  tally: GeneratedJson;
  progress: GeneratedJson;
  lookedAt: OptionalTimestamp;
  triedAt: OptionalTimestamp;
  startedAt: OptionalTimestamp;
  pausedAt: OptionalTimestamp;
  cancelledAt: OptionalTimestamp;
  doneAt: OptionalTimestamp;
  undoingAt: OptionalTimestamp;
  undoneAt: OptionalTimestamp;
  failedAt: OptionalTimestamp;
  failedWhy: string | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface Invitations {
  workspaceId: string;
  id: string;
  tokenHash: string;
  role: string;
  expiresAt: Timestamp;
  acceptedAt: OptionalTimestamp;
  acceptedBy: string | null;
  revokedAt: OptionalTimestamp;
  revokedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface LanguageModelAnswers {
  workspaceId: string;
  conversationId: string;
  askedAt: Timestamp;
  model: string;
  told: string;
  outcome: string;
  tries: number;
}

export interface LanguageModels {
  workspaceId: string;
  id: string;
  endpoint: string;
  model: string;
  keySealed: Buffer | null;
  turnedOnAt: OptionalTimestamp;
  turnedOnBy: string | null;
  changedAt: Timestamp;
  changedBy: string;
}

export interface Members {
  workspaceId: string;
  id: string;
  accountId: string;
  name: string;
  email: string;
  role: string;
  sharesListening: Generated<boolean>;
  leftAt: OptionalTimestamp;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface Merges {
  workspaceId: string;
  id: string;
  keptId: string;
  goneId: string;
  choices: Json;
  before: Json;
  after: GeneratedJson;
  mergedAt: Timestamp;
  mergedBy: string;
  undoneAt: OptionalTimestamp;
  undoneBy: string | null;
}

export interface NeedConfirmations {
  workspaceId: string;
  id: string;
  needId: string;
  turnId: string | null;
  fromChar: number | null;
  toChar: number | null;
  answerId: string | null;
  words: string;
  confirmedAt: Timestamp;
  createdBy: string | null;
  createdAt: Timestamp;
}

export interface Needs {
  workspaceId: string;
  id: string;
  personId: string;
  parentId: string | null;
  depth: number;
  statement: Generated<string>;
  understoodAt: OptionalTimestamp;
  understoodBy: string | null;
  healedAt: OptionalTimestamp;
  healedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
  element: string | null;
  mustHave: Generated<boolean>;
  byHand: Generated<boolean>;
  healedWith: Generated<string>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
}

export interface NoteLinks {
  workspaceId: string;
  id: string;
  noteId: string;
  personId: string | null;
  organisationId: string | null;
  dealId: string | null;
  memberId: string | null;
  mentioned: Generated<boolean>;
  happenedAt: Timestamp;
}

export interface Notes {
  workspaceId: string;
  id: string;
  kind: Generated<string>;
  title: Generated<string>;
  body: Generated<string>;
  happenedAt: Timestamp;
  privateTo: string | null;
  changedAt: OptionalTimestamp;
  changedBy: string | null;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
  words: Made<string | null>;
}

export interface Offerings {
  workspaceId: string;
  id: string;
  name: string;
  kind: string;
  forWhom: Generated<string>;
  notForWhom: Generated<string>;
  emotionalNeed: Generated<string>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface OrganisationDomains {
  workspaceId: string;
  id: string;
  organisationId: string;
  domain: string;
  createdAt: Timestamp;
}

export interface Organisations {
  workspaceId: string;
  id: string;
  name: string;
  createdAt: Timestamp;
  createdBy: string | null;
  about: Generated<string>;
  website: Generated<string>;
  phone: Generated<string>;
  place: Generated<string>;
  country: Generated<string>;
  industry: Generated<string>;
  parentId: string | null;
  ownerId: string | null;
  matchKey: Generated<string>;
  sought: Made<string>;
}

export interface People {
  workspaceId: string;
  id: string;
  name: string;
  kinds: Generated<string[]>;
  roleTitle: Generated<string>;
  pronouns: string | null;
  ownerId: string | null;
  metAt: OptionalTimestamp;
  lastContactAt: GeneratedTimestamp;
  lastContactKind: string | null;
  heroFindingId: string | null;
  betweenUs: Generated<number>;
  privateTo: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
  givenName: Generated<string>;
  familyName: Generated<string>;
  nickname: Generated<string>;
  matchKey: Generated<string>;
  closeness: number | null;
  livesIn: Generated<string>;
  zone: string | null;
  locale: string | null;
  prefers: string | null;
  prefersNote: Generated<string>;
  doNotContactAt: OptionalTimestamp;
  doNotContactBy: string | null;
  doNotContactWhy: Generated<string>;
  photoId: string | null;
  sought: Made<string>;
}

export interface PersonAddresses {
  workspaceId: string;
  id: string;
  personId: string;
  label: Generated<string>;
  street: Generated<string>;
  place: Generated<string>;
  region: Generated<string>;
  postcode: Generated<string>;
  country: Generated<string>;
  createdAt: Timestamp;
}

export interface PersonDates {
  workspaceId: string;
  id: string;
  personId: string;
  kind: string;
  label: Generated<string>;
  month: number;
  day: number;
  year: number | null;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface PersonEmails {
  workspaceId: string;
  id: string;
  personId: string;
  email: string;
  createdAt: Timestamp;
  label: Generated<string>;
  place: Generated<number>;
  matchEmail: Generated<string>;
}

export interface PersonLinks {
  workspaceId: string;
  id: string;
  personId: string;
  url: string;
  matchUrl: string;
  label: Generated<string>;
  createdAt: Timestamp;
}

export interface PersonPhones {
  workspaceId: string;
  id: string;
  personId: string;
  phone: string;
  e164: Generated<string>;
  label: Generated<string>;
  place: Generated<number>;
  createdAt: Timestamp;
}

export interface Pipelines {
  workspaceId: string;
  id: string;
  name: string;
  place: Generated<number>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface Promises {
  workspaceId: string;
  id: string;
  byMemberId: string | null;
  byPersonId: string | null;
  toMemberId: string | null;
  toPersonId: string | null;
  what: string;
  dueOn: string | null;
  dueText: string | null;
  keptAt: OptionalTimestamp;
  keptBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface SavedViews {
  workspaceId: string;
  id: string;
  of: string;
  name: string;
  search: Json;
  memberId: string | null;
  place: Generated<number>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface SayBackAnswers {
  workspaceId: string;
  id: string;
  sayBackNeedId: string;
  answer: string;
  words: Generated<string>;
  answeredAt: Timestamp;
}

export interface SayBackNeeds {
  workspaceId: string;
  id: string;
  sayBackId: string;
  needId: string;
  i: number;
  statement: string;
}

export interface SayBacks {
  workspaceId: string;
  id: string;
  personId: string;
  tokenHash: string;
  greeting: Generated<string>;
  expiresAt: Timestamp;
  revokedAt: OptionalTimestamp;
  revokedBy: string | null;
  createdAt: Timestamp;
  createdBy: string;
}

export interface Speakers {
  workspaceId: string;
  id: string;
  conversationId: string;
  i: number;
  name: string;
  email: string | null;
  alias: string;
  side: string;
  personId: string | null;
  memberId: string | null;
  turns: Generated<number>;
  words: Generated<number>;
}

export interface Stages {
  workspaceId: string;
  id: string;
  pipelineId: string;
  name: string;
  place: Generated<number>;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface Taggings {
  workspaceId: string;
  id: string;
  tagId: string;
  personId: string | null;
  organisationId: string | null;
  dealId: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface Tags {
  workspaceId: string;
  id: string;
  name: string;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface Tasks {
  workspaceId: string;
  id: string;
  what: string;
  about: Generated<string>;
  dueOn: string | null;
  personId: string | null;
  organisationId: string | null;
  dealId: string | null;
  ownerId: string | null;
  doneAt: OptionalTimestamp;
  doneBy: string | null;
  removedAt: OptionalTimestamp;
  removedBy: string | null;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface Ties {
  workspaceId: string;
  id: string;
  fromId: string;
  toId: string;
  kind: string;
  closeness: Generated<number>;
  note: Generated<string>;
  createdAt: Timestamp;
  createdBy: string | null;
}

export interface Traits {
  workspaceId: string;
  id: string;
  personId: string;
  kind: string;
  statement: Generated<string>;
  createdAt: Timestamp;
  createdBy: string;
  renewedAt: OptionalTimestamp;
  renewedBy: string | null;
  endedAt: OptionalTimestamp;
  endedBy: string | null;
}

export interface Turns {
  workspaceId: string;
  id: string;
  conversationId: string;
  i: number;
  speakerId: string;
  startMs: number | null;
  endMs: number | null;
  spokenMs: number | null;
  at: OptionalTimestamp;
  sourceKey: string | null;
  fileId: string | null;
  line: number;
  text: string;
  acts: GeneratedJson;
  words: Made<string | null>;
}

export interface Workspaces {
  workspaceId: string;
  id: string;
  name: string;
  whatWeDo: Generated<string>;
  mission: Generated<string>;
  locale: Generated<string>;
  zone: Generated<string>;
  personKinds: Generated<string[]>;
  isSample: Generated<boolean>;
  peopleKnown: Generated<number>;
  createdAt: Timestamp;
  createdBy: string | null;
  currency: Generated<string>;
}

export interface Tables {
  accountCredentials: AccountCredentials;
  accountSessions: AccountSessions;
  accountVerifications: AccountVerifications;
  accounts: Accounts;
  affiliations: Affiliations;
  aliases: Aliases;
  attachmentParts: AttachmentParts;
  attachments: Attachments;
  auditEvents: AuditEvents;
  beliefSteps: BeliefSteps;
  beliefs: Beliefs;
  bulkChanges: BulkChanges;
  claims: Claims;
  conversations: Conversations;
  corrections: Corrections;
  customFields: CustomFields;
  customValues: CustomValues;
  dealPeople: DealPeople;
  deals: Deals;
  deeds: Deeds;
  duplicateLooks: DuplicateLooks;
  duplicatePairs: DuplicatePairs;
  erasedMarks: ErasedMarks;
  erasures: Erasures;
  evidence: Evidence;
  externalIds: ExternalIds;
  fileParts: FileParts;
  files: Files;
  findings: Findings;
  heedMigrations: HeedMigrations;
  importFiles: ImportFiles;
  importParts: ImportParts;
  importRows: ImportRows;
  importStaged: ImportStaged;
  imports: Imports;
  invitations: Invitations;
  languageModelAnswers: LanguageModelAnswers;
  languageModels: LanguageModels;
  members: Members;
  merges: Merges;
  needConfirmations: NeedConfirmations;
  needs: Needs;
  noteLinks: NoteLinks;
  notes: Notes;
  offerings: Offerings;
  organisationDomains: OrganisationDomains;
  organisations: Organisations;
  people: People;
  personAddresses: PersonAddresses;
  personDates: PersonDates;
  personEmails: PersonEmails;
  personLinks: PersonLinks;
  personPhones: PersonPhones;
  pipelines: Pipelines;
  promises: Promises;
  savedViews: SavedViews;
  sayBackAnswers: SayBackAnswers;
  sayBackNeeds: SayBackNeeds;
  sayBacks: SayBacks;
  speakers: Speakers;
  stages: Stages;
  taggings: Taggings;
  tags: Tags;
  tasks: Tasks;
  ties: Ties;
  traits: Traits;
  turns: Turns;
  workspaces: Workspaces;
}
