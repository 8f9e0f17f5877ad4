import { isIP } from 'node:net';
import { z } from 'zod';
import { Refusal } from '#model/refusal.ts';

export interface Config {
  port: number;
  host: string;
  /** The data folder, when it is named; the database room knows the default. */
  state: string | undefined;
  databaseUrl: string | undefined;
  /** Where people reach us, without a slash at the end; undefined: where we listen. */
  publicUrl: string | undefined;
  secret: string | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

const NOTHING = z.literal('').transform(() => undefined);

const SETTINGS = z.object({
  HEED_PORT: z.coerce
    .number('must be a number such as 4600')
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65535, 'must be 0 to 65535')
    .default(4600),
  HEED_HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || host === 'localhost', 'must be an address of this machine such as 127.0.0.1, 0.0.0.0 or ::')
    .default('127.0.0.1'),
  HEED_STATE: NOTHING.or(z.string()).optional(),
  DATABASE_URL: NOTHING.or(
    z.string().regex(/^postgres(ql)?:\/\//, 'must look like postgres://user:password@host:5432/database'),
  ).optional(),
  HEED_URL: NOTHING.or(
    z.url({ protocol: /^https?$/, error: 'must be the address people type, such as https://heed.example.com' }),
  ).optional(),
  HEED_SECRET: NOTHING.or(z.string().min(32, 'must have at least 32 characters; leave it out and Heed makes and keeps one')).optional(),
  HEED_LOG: NOTHING.or(z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')).optional(),
});

/**
 * The settings, from environment variables, each with a safe default.
 * @throws Refusal `config.wrong` that names every setting that is off, and why.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = SETTINGS.safeParse(Object.fromEntries(Object.entries(env).filter(([name]) => name in SETTINGS.shape)));
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`).join('; ');
    throw new Refusal('config.wrong', `Heed cannot start with these settings: ${wrong}. docs/operations.md lists them all.`, { wrong });
  }
  const { HEED_PORT, HEED_HOST, HEED_STATE, DATABASE_URL, HEED_URL, HEED_SECRET, HEED_LOG } = read.data;
  return {
    port: HEED_PORT,
    host: HEED_HOST,
    state: HEED_STATE,
    databaseUrl: DATABASE_URL,
    publicUrl: HEED_URL ? new URL(HEED_URL).href.replace(/\/$/, '') : undefined,
    secret: HEED_SECRET,
    logLevel: HEED_LOG ?? 'info',
  };
}

export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^(::ffff:)?127\./.test(address);
}
