import type { CustomState } from './custom-state.ts';

/** A person as far as a file could say something of them. Sets hold what values are told apart by. */
export interface PersonState {
  columns: Record<string, unknown>;
  emails: Map<string, string>;
  phones: Map<string, string>;
  links: Map<string, string>;
  addresses: Map<string, string>;
  dates: Map<string, string>;
  /** Organisation → their role there. */
  organisations: Map<string, string>;
  tags: Set<string>;
  /** Field → its value. */
  custom: Map<string, CustomState>;
  external: Set<string>;
}

export function nobody(): PersonState {
  const columns = { kinds: [] };
  return {
    ...{ columns, emails: new Map(), phones: new Map(), links: new Map(), addresses: new Map(), dates: new Map() },
    ...{ organisations: new Map(), tags: new Set(), custom: new Map(), external: new Set() },
  };
}

export function phoneKey({ phone, e164 }: { phone: string; e164: string }): string {
  return e164 || phone.replace(/[^\d+]/g, '') || phone;
}

type Address = { street?: string; place?: string; region?: string; postcode?: string; country?: string };

export function addressKey(one: Address): string {
  return [one.street, one.postcode, one.place].map((part) => (part ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')).join('|');
}

export function addressText(one: Address): string {
  return [one.street, [one.postcode, one.place].filter(Boolean).join(' '), one.region, one.country].filter(Boolean).join(', ');
}

/** A birthday is one; of other days several may be kept. */
export function dateKey(one: { kind: string; label?: string; month: number; day: number }): string {
  return one.kind === 'birthday' ? 'birthday' : `${one.kind} ${(one.label ?? '').toLowerCase()} ${one.month}-${one.day}`;
}

export function dateText({ month, day, year }: { month: number; day: number; year?: number | null }): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year ? `${year}-` : ''}${two(month)}-${two(day)}`;
}
