/** What the web asks of the api, as docs/procedures.md says it. api.ts does not compile when the router's own type does not fit. */
import type { Client } from '@orpc/client';
import type { BeliefKind, BeliefWay } from '#model/belief.ts';
import type { BriefPage } from '#model/brief.ts';
import type { BulkChange, BulkTold } from '#model/bulk.ts';
import type { ConversationKind } from '#model/conversation.ts';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import type { LanguageModelView, ModelTried } from '#model/language-model.ts';
import type { Learned } from '#model/learning.ts';
import type { Role } from '#model/member.ts';
import type { MayBe } from '#model/merge.ts';
import type { CandidateTurn, Place, SayBackAnswer, ValueElement } from '#model/need.ts';
import type { NoteKind, NoteView } from '#model/note.ts';
import type { ClaimView, OfferingKind, OfferingView } from '#model/offering.ts';
import type { Affiliation, OrganisationPage, OrganisationRow, OrganisationWords, Part, TieKind, TieView } from '#model/organisation.ts';
import type { FieldKind, FilledField, OwnField } from '#model/own-field.ts';
import type {
  ConversationPage,
  ConversationRow,
  FindingView,
  Hit,
  InvitationRow,
  MemberRow,
  Page,
  PeoplePage,
  PersonPage,
  PromiseView,
  Received,
  Session,
  SpeakerLook,
  TodayPage,
  TraitView,
  UnknownSpeaker,
  WhyView,
} from '#model/pages.ts';
import type { PeopleSentence, PeopleSort, Spoke } from '#model/people-sentence.ts';
import type { PersonKind } from '#model/person.ts';
import type { Channel, Closeness, ImportantDate, PostalAddress } from '#model/person-card.ts';
import type { SavedView, ViewOf } from '#model/saved-view.ts';
import type { SaidPage, SayBackView } from '#model/say-back.ts';
import type { About, TagRef, TagView } from '#model/tag.ts';
import type { TimelinePage, TimelinePart } from '#model/timeline.ts';
import type { TraitKind } from '#model/trait.ts';
import type { DealsApi, PipelinesApi, TasksApi } from './deals-contract.ts';
import type { DuplicatesApi } from './duplicates-contract.ts';
import type { Erased } from './erasures-contract.ts';
import type { ImportsApi } from './imports-contract.ts';

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

export interface PeopleAsked extends Omit<PeopleSentence, 'spoke' | 'owe' | 'sort'> {
  cursor?: string;
  limit?: number;
  spoke?: Spoke;
  owe?: boolean;
  sort?: PeopleSort;
  views?: boolean;
}

interface BulkAsked {
  ids?: string[];
  fits?: Omit<PeopleSentence, 'sort'>;
  but?: string[];
  change: BulkChange;
}
interface AffiliationWords {
  roleTitle?: string;
  from?: string | null;
  until?: string | null;
  part?: Part | null;
}
type Theirs = { affiliations: Affiliation[] };
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

interface NeedWords {
  statement?: string;
  element?: ValueElement | null;
  mustHave?: boolean;
}

interface NeedsApi {
  add: Asks<
    { personId: string; statement: string; depth?: number; under?: string; element?: ValueElement; mustHave?: boolean },
    { id: string }
  >;
  change: Asks<NeedWords & { id: string }, Required<NeedWords>>;
  move: Asks<{ id: string; parentId?: string | null; depth?: number }, { before: Place[] }>;
  arrange: Asks<{ places: Place[] }, Ok>;
  merge: Asks<{ id: string; into: string }, { undo: string }>;
  unmerge: Asks<{ undo: string }, Ok>;
  split: Asks<{ id: string; findingIds: string[]; statement?: string }, { id: string }>;
  attach: Asks<{ id: string; findingId: string }, Ok>;
  detach: Asks<{ id: string; findingId: string }, Ok>;
  heal: Asks<{ id: string; what?: string }, Ok>;
  unheal: Asks<{ id: string }, Ok>;
  remove: Asks<{ id: string }, Ok>;
  restore: Asks<{ id: string }, Ok>;
  candidates: Asks<{ id: string }, { turns: CandidateTurn[] }>;
  understand: Asks<{ needId: string; turnId: string; from: number; to: number }, { id: string }>;
  misunderstand: Asks<{ needId: string; id: string }, { turnId: string; from: number; to: number }>;
}

interface BeliefWords {
  kind?: BeliefKind;
  statement?: string;
  claim?: string | null;
  repair?: string;
}

interface BeliefsApi {
  add: Asks<{ personId: string; kind: BeliefKind; statement: string; claim?: string; repair?: string }, { id: string }>;
  change: Asks<BeliefWords & { id: string }, Required<BeliefWords>>;
  close: Asks<{ id: string; how: BeliefWay; conversationId?: string; attachmentId?: string; note?: string; at?: string }, { step: string }>;
  reopen: Asks<{ id: string; note?: string }, { step: string }>;
  takeBack: Asks<{ id: string; step: string }, Ok>;
  remove: Asks<{ id: string }, Ok>;
  restore: Asks<{ id: string }, Ok>;
}

interface SayBacksApi {
  make: Asks<
    { personId: string; needs: { id: string; statement: string }[]; greeting?: string },
    { id: string; url: string; expiresAt: string }
  >;
  list: Asks<{ personId: string }, { links: SayBackView[] }>;
  revoke: Asks<{ id: string }, Ok>;
  look: Asks<{ token: string }, SaidPage>;
  answer: Asks<{ token: string; need: string; answer: SayBackAnswer; words?: string }, Ok>;
}

interface LoggedByHand {
  who: string[];
  kind: ConversationKind;
  happenedAt: string;
  lines: string;
  promised?: { by: 'us' | 'them'; what: string; due?: string }[];
  private?: boolean;
}

interface NoteWords {
  kind?: NoteKind;
  title?: string;
  body?: string;
  happenedAt?: string;
  private?: boolean;
}

interface TimelineAsked {
  personId?: string;
  organisationId?: string;
  dealId?: string;
  kinds?: TimelinePart[];
  cursor?: string;
  limit?: number;
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
    change: Asks<Partial<WorkspaceWords> & { currency?: string }, Session>;
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
    confirm: Asks<{ id: string; under?: string; into?: string }, FindingView>;
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
  needs: NeedsApi;
  beliefs: BeliefsApi;
  sayBacks: SayBacksApi;
  people: {
    list: Asks<PeopleAsked, PeoplePage>;
    open: Asks<{ id: string }, PersonPage>;
    add: Asks<PersonWords & { name: string; email?: string }, { id: string; mayBe: MayBe[] }>;
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
  erasures: {
    list: Asks<undefined, { erasures: Erased[] }>;
    erase: Asks<{ id: string; name: string }, Erased>;
  };
  duplicates: DuplicatesApi;
  imports: ImportsApi;
  organisations: {
    list: Asks<{ cursor?: string; limit?: number; find?: string; sort?: 'name' | 'people' | 'spoke' }, Page<OrganisationRow>>;
    open: Asks<{ id: string }, OrganisationPage>;
    add: Asks<OrganisationWords & { name: string }, { id: string }>;
    change: Asks<OrganisationWords & { id: string }, Ok>;
    place: Asks<{ id: string; personIds: string[] }, { placed: string[] }>;
    merge: Asks<{ keepId: string; goneId: string; name?: 'kept' | 'gone' }, { undo: string }>;
    remove: Asks<{ id: string }, { undo: string }>;
    takeBack: Asks<{ undo: string }, { id: string }>;
  };
  affiliations: {
    ofPerson: Asks<{ id: string }, Theirs>;
    join: Asks<AffiliationWords & { personId: string; organisation: string }, Theirs>;
    change: Asks<AffiliationWords & { id: string }, Theirs>;
    move: Asks<{ id: string; organisation: string; roleTitle?: string; on: string }, Theirs>;
    remove: Asks<{ id: string }, Theirs>;
    putBack: Asks<{ personId: string; affiliations: Affiliation[] }, Theirs>;
  };
  ties: {
    ofPerson: Asks<{ id: string }, { ties: TieView[] }>;
    add: Asks<{ fromId: string; toId: string; kind: TieKind; closeness?: 1 | 2 | 3; note?: string }, TieView>;
    change: Asks<{ id: string; kind?: TieKind; closeness?: 1 | 2 | 3; note?: string }, TieView>;
    remove: Asks<{ id: string }, TieView>;
  };
  promises: {
    list: Asks<{ whose?: 'ours' | 'theirs' | 'all'; kept?: boolean }, { promises: PromiseView[] }>;
    note: Asks<{ by?: 'us' | 'them'; personId: string; what: string; due?: string }, PromiseView>;
    unnote: Asks<{ id: string }, Ok>;
    keep: Asks<{ id: string }, PromiseView>;
    reopen: Asks<{ id: string }, PromiseView>;
  };
  tags: {
    list: Asks<undefined, { tags: TagView[] }>;
    offer: Asks<{ find?: string }, { tags: TagRef[] }>;
    of: Asks<{ about: About; id: string }, { tags: TagRef[] }>;
    put: Asks<{ about: About; id: string; name: string }, TagRef>;
    take: Asks<{ about: About; id: string; tagId: string }, Ok>;
    rename: Asks<{ id: string; name: string }, TagRef>;
    merge: Asks<{ id: string; into: string }, { undo: string }>;
    remove: Asks<{ id: string }, { undo: string }>;
  };
  ownFields: {
    list: Asks<{ about?: About; away?: boolean }, { fields: OwnField[] }>;
    of: Asks<{ about: About; id: string }, { fields: FilledField[] }>;
    add: Asks<{ about: About; label: string; kind: FieldKind; choices?: string[] }, OwnField>;
    change: Asks<{ id: string; label?: string; choices?: string[] }, OwnField>;
    order: Asks<{ about: About; ids: string[] }, Ok>;
    putAway: Asks<{ id: string }, Ok>;
    bringBack: Asks<{ id: string }, Ok>;
    fill: Asks<{ fieldId: string; id: string; value: string | null }, Ok>;
  };
  views: {
    list: Asks<{ of?: ViewOf }, { views: SavedView[] }>;
    save: Asks<{ of?: ViewOf; name: string; search: Record<string, unknown>; shared?: boolean }, { id: string }>;
    change: Asks<{ id: string; name?: string; search?: Record<string, unknown>; shared?: boolean }, Ok>;
    order: Asks<{ of?: ViewOf; ids: string[] }, Ok>;
    remove: Asks<{ id: string }, Ok>;
    restore: Asks<{ id: string }, Ok>;
  };
  bulk: {
    change: Asks<BulkAsked, { id: string; changed: number; waiting: number }>;
    recent: Asks<undefined, { changes: BulkTold[] }>;
    undo: Asks<{ id: string }, Ok>;
  };
  notes: {
    open: Asks<{ id: string }, NoteView>;
    write: Asks<NoteWords & { about: { people?: string[]; organisations?: string[]; deals?: string[] } }, NoteView>;
    change: Asks<NoteWords & { id: string; seen?: string | null }, NoteView>;
    remove: Asks<{ id: string }, Ok>;
    restore: Asks<{ id: string }, Ok>;
  };
  attachments: {
    remove: Asks<{ id: string }, Ok>;
    restore: Asks<{ id: string }, Ok>;
    choosePhoto: Asks<{ personId: string; photoId: string | null }, { photoId: string | null; before: string | null }>;
  };
  timeline: { of: Asks<TimelineAsked, TimelinePage> };
  deals: DealsApi;
  pipelines: PipelinesApi;
  tasks: TasksApi;
  today: { open: Asks<undefined, TodayPage> };
  languageModel: {
    read: Asks<undefined, LanguageModelView>;
    change: Asks<TypedModel & { on?: boolean }, LanguageModelView>;
    try: Asks<TypedModel, ModelTried>;
  };
  find: { everything: Asks<{ text: string; exactly?: boolean }, { hits: Hit[]; showing?: string }> };
};
