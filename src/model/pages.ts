/** The documents that the pages are drawn from: one statement, one round trip each. Ids are uuid v7; times ISO 8601 with offset. */
import type { Act, FoundAct } from './act.ts';
import type { BeliefFacts } from './belief.ts';
import type { ConversationKind, Side, TimeQuality } from './conversation.ts';
import type { confidenceWord, FindingFields, FindingKind } from './finding.ts';
import type { LeftOutTurns } from './language.ts';
import type { Listening } from './listening.ts';
import type { Role } from './member.ts';
import type { NeedFacts } from './need.ts';
import type { Against } from './offering.ts';
import type { PersonKind } from './person.ts';
import type { PersonCard } from './person-card.ts';
import type { TimelinePage } from './timeline.ts';
import type { TraitFacts } from './trait.ts';
import type { Heard } from './why.ts';

/** Whoever is named: a member of ours or a person we know. */
export interface NameRef {
  id: string;
  name: string;
}

/** Words really said, and where: enough to print the source line and to open the conversation at the turn. */
export interface Quote {
  findingId: string | null;
  text: string;
  conversationId: string;
  conversationTitle: string;
  conversationKind: ConversationKind;
  turn: number;
  happenedAt: string;
  startMs: number | null;
  /** Who confirmed it; null while it is a suggestion. */
  confirmedBy: NameRef | null;
}

/** Who is signed in, where, and what stands beside the places in the sidebar. */
export interface Session {
  account: { id: string; name: string; email: string } | null;
  member: { id: string; name: string; role: Role; sharesListening: boolean } | null;
  workspace: {
    id: string;
    name: string;
    whatWeDo: string;
    mission: string;
    locale: string;
    zone: string;
    personKinds: PersonKind[];
    isSample: boolean;
  } | null;
  workspaces: NameRef[];
  /** Nobody has an account yet: the first one is claimed (with a setup token unless asked from this machine). */
  setup: { needed: boolean; token: boolean };
  /** `pairs`: people that may be the same, counted to a hundred. */
  counts: { today: number; people: number; conversations: number; promises: number; pairs: number };
}

export interface ConversationRow {
  id: string;
  title: string;
  kind: ConversationKind;
  happenedAt: string;
  durationMs: number | null;
  people: { id: string | null; name: string; side: Side }[];
  /** A confirmed or, failing that, the likeliest suggested quote of theirs. */
  quote: string | null;
  openFindings: number;
  unknownSpeakers: number;
  understoodAt: string | null;
  isPrivate: boolean;
}

export interface SpeakerView {
  id: string;
  i: number;
  name: string;
  email: string | null;
  side: Side;
  personId: string | null;
  memberId: string | null;
  isYou: boolean;
  turns: number;
  words: number;
  ms: number | null;
}

export interface TurnView {
  id: string;
  i: number;
  speaker: number;
  startMs: number | null;
  endMs: number | null;
  at: string | null;
  line: number;
  text: string;
  acts: FoundAct[];
}

export interface FindingView extends FindingFields {
  id: string;
  kind: FindingKind;
  /** Index of the speaker it is about. */
  speaker: number;
  turn: number;
  from: number;
  to: number;
  quote: string;
  p: number;
  edited: boolean;
  /** The language model that suggested it; left out when it was the engine or a member. */
  by?: 'language-model' | undefined;
  model?: string | undefined;
  /** belief: the claim it is held against. */
  against?: Against | null | undefined;
  confirmedBy: NameRef | null;
  rejectedBy: NameRef | null;
}

export interface ConversationPage {
  id: string;
  title: string;
  kind: ConversationKind;
  happenedAt: string;
  datedBy: 'source' | 'file' | 'member';
  durationMs: number | null;
  timeQuality: TimeQuality;
  source: string;
  file: { id: string; name: string; size: number } | null;
  losses: { code: string; line: number | null; detail: string }[];
  isPrivate: boolean;
  understoodAt: string | null;
  speakers: SpeakerView[];
  turns: TurnView[];
  findings: FindingView[];
  /** Null when it is another member's and not shared; `listeningOf` then names whose it is. */
  listening: Listening | null;
  listeningOf: NameRef[];
  /** Turns in languages that Heed does not understand: counted, and otherwise left out. */
  leftOut: LeftOutTurns[];
  previousId: string | null;
  nextId: string | null;
}

interface HeardAt extends Heard {
  p: number;
  confidence: ReturnType<typeof confidenceWord>;
  from: number;
  to: number;
}

/** Why a turn was heard as it was: its acts, and its suggestions that wait, as the engine first said them. */
export interface WhyView {
  turn: number;
  acts: (HeardAt & { act: Act })[];
  findings: (HeardAt & { id: string; kind: FindingKind })[];
}

/** Whom a speaker is taken for, why, and in how many conversations under the same name. */
export interface SpeakerLook {
  /** Of the speaker, in `conversationId`. */
  id: string;
  /** As the source writes it. */
  name: string;
  email: string | null;
  conversationId: string;
  is: { kind: 'person' | 'member'; id: string; name: string } | null;
  isYou: boolean;
  why: 'answer' | 'email' | 'name' | 'by-hand' | 'unknown';
  answeredBy: NameRef | null;
  answeredAt: string | null;
  /** The name means this one in this conversation only. */
  hereAlone: boolean;
  conversations: number;
}

/** A speaker whose name we do not know yet, once for all conversations it stands in. */
export interface UnknownSpeaker {
  alias: string;
  name: string;
  email: string | null;
  conversations: { id: string; title: string; happenedAt: string }[];
  turns: number;
  /** Something it said, so that a person can tell who it is. */
  sample: string;
  /** People and members it could be, likeliest first. */
  candidates: { kind: 'person' | 'member'; id: string; name: string; why: 'same-name' | 'similar-name' | 'same-email-domain' }[];
}

export interface PersonRow {
  id: string;
  name: string;
  roleTitle: string;
  organisation: NameRef | null;
  kinds: PersonKind[];
  quote: string | null;
  lastContactAt: string | null;
  lastContactKind: ConversationKind | null;
  /** Open promises of ours to them and of theirs to us; suggestions that wait; beliefs to repair. */
  weOwe: number;
  theyOwe: number;
  openFindings: number;
  falseBeliefs: number;
}

export interface TraitView extends TraitFacts {
  quotes: Quote[];
}

export type NeedView = NeedFacts<Quote>;

export type BeliefView = BeliefFacts<Quote>;

export interface PromiseView {
  id: string;
  what: string;
  by: { kind: 'member' | 'person'; id: string; name: string; isYou: boolean };
  to: { kind: 'member' | 'person'; id: string; name: string; isYou: boolean } | null;
  dueOn: string | null;
  keptAt: string | null;
  createdAt: string;
  quotes: Quote[];
}

/** A confirmed finding of a kind that has no table of its own yet, or a suggestion that waits. */
export interface SaidView extends FindingFields {
  id: string;
  kind: FindingKind;
  p: number;
  by?: 'language-model' | undefined;
  model?: string | undefined;
  /** belief: the claim it is held against. */
  against?: Against | null | undefined;
  quote: Quote;
}

export interface PersonPage extends PersonCard {
  id: string;
  name: string;
  roleTitle: string;
  pronouns: string | null;
  organisation: NameRef | null;
  aliases: string[];
  metAt: string | null;
  lastContactAt: string | null;
  hero: Quote | null;
  traits: TraitView[];
  needs: NeedView[];
  beliefs: BeliefView[];
  promises: PromiseView[];
  /** Confirmed: objections, requests, feedback, referrals, competitors. */
  said: SaidView[];
  suggestions: SaidView[];
  conversations: {
    id: string;
    title: string;
    kind: ConversationKind;
    happenedAt: string;
    durationMs: number | null;
    theirShare: number | null;
    ourShare: number | null;
    openFindings: number;
    others: string[];
  }[];
  /** The attachment that is their photo. */
  photoId: string | null;
  /** The newest of all that is between us; `timeline.of` gives the rest. */
  timeline: TimelinePage;
}

export interface TodayPage {
  /** People whose words wait for your confirmation, the ones with most at stake first. */
  people: {
    id: string | null;
    name: string;
    roleTitle: string;
    organisation: string | null;
    waiting: number;
    quote: Quote | null;
    kind: FindingKind;
  }[];
  unknownSpeakers: number;
  fresh: {
    id: string;
    title: string;
    kind: ConversationKind;
    happenedAt: string;
    durationMs: number | null;
    openFindings: number;
    understoodAt: string | null;
  }[];
  promises: PromiseView[];
  peopleInAll: number;
}

export interface Hit {
  kind: 'person' | 'organisation' | 'conversation' | 'words' | 'promise' | 'need' | 'deal' | 'task' | 'note';
  id: string;
  title: string;
  detail: string;
  /** need: whose it is; promise: who of them it is with. */
  personId?: string;
  /** words: where it was said. */
  conversationId?: string;
  turn?: number;
  /** Character ranges of `title` that match. */
  marks: [number, number][];
}

export interface Page<Row> {
  rows: Row[];
  /** Opaque; null at the end. */
  next: string | null;
  total: number;
}

/** How many people stand in the views that everybody has and that are not everyone, counted up to `VIEW_COUNT_MOST`. */
export interface PeopleViews {
  owed: number;
  quiet: number;
  /** How many saved views there are besides. */
  saved: number;
}

/** `more`: there are more than the total, because they were not counted to the end. */
export interface PeoplePage extends Page<PersonRow> {
  more?: true;
  views?: PeopleViews;
}

/** What became of a file that was handed in. */
export interface Received {
  fileId: string;
  format: string;
  /** The same bytes, or nothing new in them: nothing was added. */
  already: boolean;
  conversations: { id: string; title: string; turns: number }[];
  unknownSpeakers: number;
  losses: { code: string; line: number | null; detail: string }[];
}

export interface MemberRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  isYou: boolean;
}

export interface InvitationRow {
  id: string;
  role: Role;
  expiresAt: string;
  acceptedAt: string | null;
}
