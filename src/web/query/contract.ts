/** What the web asks of the api, as docs/procedures.md says it. api.ts does not compile when the router's own type does not fit. */
import type { Client } from '@orpc/client';
import type { BriefPage } from '#model/brief.ts';
import type { ConversationKind } from '#model/conversation.ts';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import type { LanguageModelView, ModelTried } from '#model/language-model.ts';
import type { Learned } from '#model/learning.ts';
import type { Role } from '#model/member.ts';
import type { ClaimView, OfferingKind, OfferingView } from '#model/offering.ts';
import type {
  ConversationPage,
  ConversationRow,
  FindingView,
  Hit,
  InvitationRow,
  MemberRow,
  Page,
  PeopleViews,
  PersonPage,
  PersonRow,
  PromiseView,
  Received,
  Session,
  SpeakerLook,
  TodayPage,
  TraitView,
  UnknownSpeaker,
  WhyView,
} from '#model/pages.ts';
import type { PersonKind } from '#model/person.ts';
import type { Channel, Closeness, ImportantDate, PostalAddress } from '#model/person-card.ts';
import type { TraitKind } from '#model/trait.ts';

type Asks<Input, Output> = Client<Record<never, never>, Input, Output, Error>;
type Ok = { ok: boolean };

export interface WorkspaceWords {
  name: string;
  whatWeDo: string;
  mission: string;
  personKinds: PersonKind[];
  locale: string;
  zone: string;
}

export interface PeopleAsked {
  cursor?: string;
  limit?: number;
  find?: string;
  of?: string;
  kinds?: PersonKind[];
  spoke?: 'any' | 'week' | 'month' | 'quiet-month' | 'quiet-quarter';
  owe?: boolean;
  sort?: 'spoke' | 'name' | 'between';
  views?: boolean;
}

export interface PersonWords {
  name?: string;
  kinds?: PersonKind[];
  roleTitle?: string;
  organisation?: string;
  pronouns?: string;
  givenName?: string;
  familyName?: string;
  nickname?: string;
  closeness?: Closeness | null;
  livesIn?: string;
  zone?: string | null;
  locale?: string | null;
  prefers?: Channel | null;
  prefersNote?: string;
  ownerId?: string | null;
  emails?: { email: string; label: string }[];
  phones?: { phone: string; label: string }[];
  links?: { url: string; label: string }[];
  addresses?: PostalAddress[];
  dates?: ImportantDate[];
}

interface OfferingWords {
  name?: string;
  kind?: OfferingKind;
  forWhom?: string;
  notForWhom?: string;
  emotionalNeed?: string;
}

interface SpeakerAnswer {
  alias: string;
  is: 'me' | 'member' | 'person' | 'new' | 'nobody';
  memberId?: string;
  personId?: string;
  name?: string;
  kinds?: PersonKind[];
  organisation?: string;
  roleTitle?: string;
}

interface LoggedByHand {
  who: string[];
  kind: ConversationKind;
  happenedAt: string;
  lines: string;
  promised?: { by: 'us' | 'them'; what: string; due?: string }[];
  private?: boolean;
}

interface TypedModel {
  endpoint?: string;
  model?: string;
  key?: string | null;
}

// A type, not an interface: the client's proxy type wants an index of procedures.
export type Api = {
  session: { read: Asks<undefined, Session>; openWorkspace: Asks<{ workspaceId: string }, Session> };
  workspaces: {
    create: Asks<WorkspaceWords, Session>;
    change: Asks<Partial<WorkspaceWords>, Session>;
    openSample: Asks<{ locale?: string; zone?: string }, Session>;
    removeSample: Asks<undefined, Session>;
  };
  members: {
    list: Asks<undefined, { members: MemberRow[]; invitations: InvitationRow[] }>;
    invite: Asks<{ role: Role; days: number }, { url: string; invitation: InvitationRow }>;
    withdrawInvitation: Asks<{ id: string }, Ok>;
    change: Asks<{ id: string; role?: Role; left?: boolean }, MemberRow>;
    shareListening: Asks<{ shared: boolean }, { shared: boolean }>;
  };
  learning: { read: Asks<undefined, Learned>; reset: Asks<undefined, Learned>; unreset: Asks<{ resetAt: string }, Learned> };
  invitations: {
    look: Asks<{ token: string }, { workspace: string; role: Role; expiresAt: string; usable: boolean }>;
    accept: Asks<{ token: string }, Session>;
  };
  conversations: {
    list: Asks<{ cursor?: string; limit?: number; find?: string; waiting?: boolean }, Page<ConversationRow>>;
    open: Asks<{ id: string }, ConversationPage>;
    why: Asks<{ id: string; turn: number }, WhyView>;
    paste: Asks<{ text: string; title?: string; happenedAt?: string; private?: boolean }, Received>;
    log: Asks<LoggedByHand, { id: string }>;
    change: Asks<{ id: string; title?: string; happenedAt?: string; kind?: ConversationKind }, Ok>;
    remove: Asks<{ id: string }, Ok>;
    restore: Asks<{ id: string }, Ok>;
  };
  speakers: {
    unknown: Asks<{ conversationId?: string }, { speakers: UnknownSpeaker[] }>;
    name: Asks<{ answers: SpeakerAnswer[] }, { ok: boolean; undo: string }>;
    unname: Asks<{ undo: string }, Ok>;
    look: Asks<{ id: string }, SpeakerLook>;
    ofPerson: Asks<{ id: string }, { names: SpeakerLook[] }>;
    mend: Asks<
      Omit<SpeakerAnswer, 'alias'> & { speakerId: string; everywhere?: boolean },
      { undo: string; conversations: number; moved: number; takenBack: number }
    >;
    unmend: Asks<{ undo: string }, Ok>;
  };
  findings: {
    note: Asks<
      { conversationId: string; turnId: string; from: number; to: number; kind: FindingKind; speaker?: number } & FindingFields,
      FindingView
    >;
    confirm: Asks<{ id: string }, FindingView>;
    reject: Asks<{ id: string }, FindingView>;
    /** `gone`: it was noted by hand, and is not there any more. */
    undo: Asks<{ id: string }, FindingView & { gone?: true | undefined }>;
    edit: Asks<{ id: string; kind?: FindingKind; speaker?: number } & FindingFields, FindingView>;
  };
  offerings: {
    list: Asks<{ away?: boolean }, { offerings: OfferingView[] }>;
    offer: Asks<OfferingWords & { name: string }, OfferingView>;
    change: Asks<OfferingWords & { id: string }, OfferingView>;
    putAway: Asks<{ id: string }, OfferingView>;
    bringBack: Asks<{ id: string }, OfferingView>;
    claim: Asks<{ id: string; statement: string; proof?: string }, ClaimView>;
    reword: Asks<{ id: string; statement?: string; proof?: string }, ClaimView>;
    withdraw: Asks<{ id: string }, ClaimView>;
    standBy: Asks<{ id: string }, ClaimView>;
  };
  people: {
    list: Asks<PeopleAsked, Page<PersonRow> & { views?: PeopleViews }>;
    open: Asks<{ id: string }, PersonPage>;
    add: Asks<PersonWords & { name: string; email?: string }, { id: string }>;
    change: Asks<PersonWords & { id: string }, Ok>;
    brief: Asks<{ id: string }, BriefPage>;
    doNotContact: Asks<{ id: string; why?: string }, Ok>;
    mayContact: Asks<{ id: string }, Ok>;
  };
  traits: {
    add: Asks<{ personId: string; kind: TraitKind; statement: string }, TraitView>;
    change: Asks<{ id: string; kind?: TraitKind; statement?: string }, TraitView>;
    renew: Asks<{ id: string }, TraitView>;
    end: Asks<{ id: string }, TraitView>;
    restore: Asks<{ id: string }, TraitView>;
    unnote: Asks<{ id: string }, Ok>;
  };
  deeds: {
    add: Asks<{ personId: string; what: string; doneOn: string; traitId?: string | null }, { id: string }>;
    remove: Asks<{ id: string }, Ok>;
  };
  promises: {
    list: Asks<{ whose?: 'ours' | 'theirs' | 'all'; kept?: boolean }, { promises: PromiseView[] }>;
    note: Asks<{ by?: 'us' | 'them'; personId: string; what: string; due?: string }, PromiseView>;
    unnote: Asks<{ id: string }, Ok>;
    keep: Asks<{ id: string }, PromiseView>;
    reopen: Asks<{ id: string }, PromiseView>;
  };
  today: { open: Asks<undefined, TodayPage> };
  languageModel: {
    read: Asks<undefined, LanguageModelView>;
    change: Asks<TypedModel & { on?: boolean }, LanguageModelView>;
    try: Asks<TypedModel, ModelTried>;
  };
  find: { everything: Asks<{ text: string; exactly?: boolean }, { hits: Hit[]; showing?: string }> };
};
