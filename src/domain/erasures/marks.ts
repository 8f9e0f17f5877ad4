import { createHmac, hkdfSync } from 'node:crypto';

export type MarkKind = 'email' | 'phone' | 'link' | 'external';

/** How somebody who was erased is known again without being known: a keyed hash that nobody can turn around or try names against. */
export interface Marking {
  /**
   * `value` as it is compared: matchEmailOf, E.164, matchUrlOf, or `source object id` joined by tabs. The workspace is part of it, so that two
   * workspaces cannot see that they erased the same person.
   */
  mark(workspaceId: string, kind: MarkKind, value: string): string;
}

/** HMAC-SHA-256 (RFC 2104) under a key made from HEED_SECRET by HKDF (RFC 5869), apart from the keys of sessions and of sealing. */
export function markingWith(secret: string): Marking {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'heed: who was erased', 32));
  return {
    mark: (workspaceId, kind, value) => createHmac('sha256', key).update(`${workspaceId}\n${kind}\n${value}`).digest('base64url'),
  };
}
