import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What keeps other houses' keys: sealed in the database, opened only to use them. */
export interface Sealing {
  /** `place` is bound in: what was sealed for one workspace opens in no other. */
  seal(text: string, place: string): Buffer;
  /** Null when it cannot be opened: another secret, another place, or it was changed. */
  open(sealed: Buffer, place: string): string | null;
}

const IV = 12;
const TAG = 16;
/** The first byte says how it was sealed, so that it can be done otherwise one day. */
const FORM = 1;

/** AES-256-GCM (NIST SP 800-38D) under a key made from HEED_SECRET by HKDF (RFC 5869): not the key that sessions are signed with. */
export function sealingWith(secret: string): Sealing {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'heed: keys of other houses', 32));
  return {
    seal: (text, place) => {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FORM), iv, cipher.getAuthTag(), sealed]);
    },
    open: (sealed, place) => {
      if (sealed[0] !== FORM || sealed.length < 1 + IV + TAG) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(1 + IV + TAG)), decipher.final()]).toString('utf8');
      } catch {
        return null; // Node throws where the tag does not fit.
      }
    },
  };
}
