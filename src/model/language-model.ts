/** The language model that a workspace may ask for a second opinion: what it is asked, what it may answer, and what can go wrong. */

export interface ModelAddress {
  /** `http://127.0.0.1:11434/v1`: where `/chat/completions` stands (the OpenAI API), without a slash at the end. */
  endpoint: string;
  model: string;
  key: string | null;
}

/** One turn, or a piece of a long one, as it is told to the model: `who` is `us 1` or `them 2`, never a name. */
export interface ToldTurn {
  /** 0-based number of the turn in its conversation. */
  turn: number;
  who: string;
  said: string;
}

/** What the model says it found, of the right shape and not judged yet. */
export interface Candidate {
  kind: string;
  turn: number;
  quote: string;
  statement: string | null;
  depth: number | null;
  what: string | null;
  feeling: string | null;
  tone: string | null;
  verdict: string | null;
  name: string | null;
}

export const ASK_FAILURES = [
  // No whole answer in time.
  'timeout',
  // No connection: no such name, nobody listens, cut off.
  'unreachable',
  // It is there and has trouble of its own, or asks to come back later (5xx, 408, 429).
  'failing',
  // 401, 403.
  'unauthorised',
  // It sends on to another address, where we do not follow.
  'elsewhere',
  // No such address or model there (404), or it takes no such question (another 4xx).
  'unknown',
  // It will not, or talks instead of answering.
  'refused',
  // No JSON, another shape, cut off, too large.
  'broken',
  // The kept key cannot be opened: HEED_SECRET is another than it was.
  'key-lost',
] as const;
export type AskFailure = (typeof ASK_FAILURES)[number];

export interface ModelAnswer {
  candidates: Candidate[];
  /** What went wrong first; the candidates of the pieces that were answered are there all the same. `stopped`: by us. */
  failure: AskFailure | 'stopped' | null;
}

export interface AskOptions {
  signal?: AbortSignal | undefined;
  /** For each call. */
  timeoutMs?: number | undefined;
}

/** The way out, handed in by whoever may use it. It never throws for what the outside does. */
export type AskModel = (address: ModelAddress, turns: ToldTurn[], options?: AskOptions) => Promise<ModelAnswer>;

const LATER: AskFailure[] = ['timeout', 'unreachable', 'failing'];
const ONCE_MORE: AskFailure[] = ['refused', 'broken'];
const WAITS_MIN = [1, 5, 30];

/**
 * How many minutes to wait before asking again; null: not again. `tries` is how often it was asked, this time included.
 * Trouble on the way passes; a no is hardly ever a yes the next time; a wrong key or address waits for a person.
 */
export function askAgainAfter(failure: AskFailure, tries: number): number | null {
  const most = LATER.includes(failure) ? WAITS_MIN.length : ONCE_MORE.includes(failure) ? 1 : 0;
  return tries <= most ? (WAITS_MIN[tries - 1] ?? null) : null;
}

/**
 * An address as it was typed, in the one form we keep: http or https, without a name, a question or a slash at the end. Null when it is none.
 * Whoever copied the whole address of the door (`…/chat/completions`) means the house.
 */
export function endpointOf(typed: string): string | null {
  const text = typed.trim();
  if (!/^https?:\/\//i.test(text) || text.length > 500 || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username || url.password || url.search || url.hash) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')}`;
}

/** A key belongs to the house it was given for. */
export function isSameHouse(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}

/** Stands where the version of the engine would: `language-model:llama3.1`. */
export const BY_MODEL = 'language-model:';

export interface LanguageModelView {
  on: boolean;
  /** Empty while none was typed. */
  endpoint: string;
  model: string;
  /** Never the key itself. `lost`: it cannot be opened any more and must be typed again. */
  key: 'none' | 'kept' | 'lost';
  health: {
    askedAt: string | null;
    answeredAt: string | null;
    failure: { at: string; why: AskFailure } | null;
    /** Conversations whose last question was not answered. */
    unanswered: number;
  };
}

export interface ModelTried {
  failure: AskFailure | null;
  /** Suggestions that held, of the made-up talk it was shown. */
  found: number;
  ms: number;
}
