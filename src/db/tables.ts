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

export interface Organisations {
  workspaceId: string;
  id: string;
  name: string;
  createdAt: Timestamp;
  createdBy: string | null;
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
}

export interface PersonEmails {
  workspaceId: string;
  id: string;
  personId: string;
  email: string;
  createdAt: Timestamp;
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

export interface Traits {
  workspaceId: string;
  id: string;
  personId: string;
  kind: string;
  statement: Generated<string>;
  createdAt: Timestamp;
  createdBy: string;
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
}

export interface Tables {
  accountCredentials: AccountCredentials;
  accountSessions: AccountSessions;
  accountVerifications: AccountVerifications;
  accounts: Accounts;
  affiliations: Affiliations;
  aliases: Aliases;
  auditEvents: AuditEvents;
  beliefs: Beliefs;
  claims: Claims;
  conversations: Conversations;
  corrections: Corrections;
  evidence: Evidence;
  fileParts: FileParts;
  files: Files;
  findings: Findings;
  heedMigrations: HeedMigrations;
  invitations: Invitations;
  languageModelAnswers: LanguageModelAnswers;
  languageModels: LanguageModels;
  members: Members;
  needs: Needs;
  offerings: Offerings;
  organisations: Organisations;
  people: People;
  personEmails: PersonEmails;
  promises: Promises;
  speakers: Speakers;
  traits: Traits;
  turns: Turns;
  workspaces: Workspaces;
}
