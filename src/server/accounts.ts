import { betterAuth } from 'better-auth';
import type { Db } from '#db/pool.ts';

/** The header our own front door puts the caller's address in; one that a stranger sends is overwritten. */
export const ADDRESS_HEADER = 'x-heed-address';

export interface AccountsOptions {
  db: Db;
  secret: string;
  /** Where people reach us. */
  publicUrl: string;
}

/** Who signs in and how: e-mail and password, sessions of thirty days that are renewed daily, every try counted. */
export function openAccounts({ db, secret, publicUrl }: AccountsOptions) {
  return betterAuth({
    appName: 'Heed',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    // One Kysely serves us and better-auth; its CamelCasePlugin turns their userId into user_id.
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [publicUrl],
    user: { modelName: 'accounts' },
    session: { modelName: 'accountSessions', expiresIn: 30 * 24 * 3600, updateAge: 24 * 3600 },
    account: { modelName: 'accountCredentials' },
    verification: { modelName: 'accountVerifications' },
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 256 },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/sign-up/email': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'heed',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  });
}

export type Accounts = ReturnType<typeof openAccounts>;
