/** An organisation with its people: who works there and when, who is close to whom, what they need together. */
import type { ConversationKind } from './conversation.ts';
import type { NameRef, NeedView, PromiseView } from './pages.ts';

/** Somebody's part when something is decided at their organisation. */
export const PARTS = ['decides', 'can-say-no', 'advises', 'affected'] as const;
export type Part = (typeof PARTS)[number];

/** What ties two people; who introduced and who reports is said by the direction, the others hold both ways. */
export const TIE_KINDS = ['knows', 'introduced', 'reports-to', 'works-with', 'friend', 'family', 'trusts'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** Does it matter who of the two comes first? */
export function hasDirection(kind: TieKind): boolean {
  return kind === 'introduced' || kind === 'reports-to' || kind === 'trusts';
}

/** A time at an organisation; without `until` it lasts. Days as ISO 8601 dates. */
export interface Affiliation {
  id: string;
  organisation: NameRef;
  roleTitle: string;
  from: string | null;
  until: string | null;
  part: Part | null;
}

/** Whether a time at an organisation lasts on this day. */
export function lasts({ until }: Pick<Affiliation, 'until'>, today: string): boolean {
  return until === null || until > today;
}

export interface TieView {
  id: string;
  from: NameRef;
  to: NameRef;
  kind: TieKind;
  /** 1 (know each other) to 3 (close). */
  closeness: 1 | 2 | 3;
  note: string;
}

/** One row of the list of organisations. */
export interface OrganisationRow {
  id: string;
  name: string;
  about: string;
  place: string;
  /** How many people there are now, and the first few of them. */
  people: number;
  who: NameRef[];
  lastContactAt: string | null;
}

/** Somebody at an organisation, now or before. */
export interface Colleague {
  id: string;
  name: string;
  affiliationId: string;
  roleTitle: string;
  part: Part | null;
  from: string | null;
  until: string | null;
  /** False once their time there is over. */
  here: boolean;
  /** The weightiest thing they said. */
  quote: string | null;
  lastContactAt: string | null;
}

/** Somebody elsewhere who is tied to people here. */
interface Outsider {
  id: string;
  name: string;
  organisation: NameRef | null;
  lastContactAt: string | null;
}

/** Conversations in which a member of ours and a person both took part; the newest few are named. */
export interface Talks {
  member: NameRef & { isYou: boolean };
  personId: string;
  count: number;
  newest: { id: string; title: string; happenedAt: string }[];
}

export interface OrganisationPage {
  id: string;
  name: string;
  about: string;
  website: string;
  phone: string;
  place: string;
  country: string;
  industry: string;
  domains: string[];
  parent: NameRef | null;
  children: NameRef[];
  owner: NameRef | null;
  tags: NameRef[];
  /** Those who are here now before those who left; at most 200. */
  people: Colleague[];
  peopleInAll: number;
  outsiders: Outsider[];
  ties: TieView[];
  talks: Talks[];
  needs: (Pick<NeedView, 'id' | 'depth' | 'statement' | 'understoodAt' | 'healedAt' | 'quotes'> & {
    personId: string;
    element: string | null;
  })[];
  promises: PromiseView[];
  conversations: { id: string; title: string; kind: ConversationKind; happenedAt: string; durationMs: number | null; who: string[] }[];
  conversationsInAll: number;
  deals: { id: string; title: string; stage: string; won: boolean; lost: boolean }[];
  /** People who write from a domain of this organisation and do not stand here yet. */
  unplaced: { domain: string; people: NameRef[] }[];
}

/** What may be said of an organisation. */
export interface OrganisationWords {
  name?: string | undefined;
  about?: string | undefined;
  website?: string | undefined;
  phone?: string | undefined;
  place?: string | undefined;
  country?: string | undefined;
  industry?: string | undefined;
  /** All of them; what is not among them is theirs no longer. */
  domains?: string[] | undefined;
  parentId?: string | null | undefined;
  ownerId?: string | null | undefined;
}

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** A domain as it is kept: out of an address, a link or the bare name; null when there is none in it. */
export function domainIn(written: string): string | null {
  const bare = written
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    // Before the @, which may stand in the path of a link.
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '')
    .replace(/:.*$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  return DOMAIN.test(bare) ? bare : null;
}
