import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { type Log, plainly } from './log.ts';

/** The header our own front door puts the caller's address in; one that a stranger sends is overwritten. */
export const ADDRESS_HEADER = 'x-heed-address';

export interface AccountsOptions {
  pool: pg.Pool;
  secret: string;
  /** Where people reach us. */
  publicUrl: string;
  /** Whether a page of this origin, asking for this host, is one of ours. */
  isOurs: (origin: string, host: string) => boolean;
  log: Log;
}

/** Who signs in and how: e-mail and password, sessions of thirty days that are renewed daily, every try counted. */
export function openAccounts({ pool, secret, publicUrl, isOurs, log }: AccountsOptions) {
  // Not our own Kysely: its dates are text, and an expiry compared as text is never reached.
  const db = new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  return betterAuth({
    appName: 'Heed',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    // The CamelCasePlugin turns their userId into user_id.
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    // Its sentence, and of an error what we say of all errors: what else comes along are addresses and values.
    logger: {
      level: 'error',
      log: (_level, message, ...more: unknown[]) => {
        const problem = more.find((one) => one instanceof Error);
        log.warn({ from: 'accounts', ...(problem ? { problem: plainly(problem) } : {}) }, message.slice(0, 200));
      },
    },
    // A bug goes to our own front door, which logs it without its values and gives the caller a number; else it is printed whole.
    onAPIError: {
      onError: (problem) => {
        if (!isAPIError(problem)) throw problem;
      },
    },
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      return origin && isOurs(origin, request?.headers.get('host') ?? '') ? [origin] : [publicUrl];
    },
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
      database: { generateId: () => uuidv7() },
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  });
}

export type Accounts = ReturnType<typeof openAccounts>;
