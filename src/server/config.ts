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
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must look like postgres://user:password@host:5432/database')
      // Said here and without the value: the driver would print the password along.
      .refine(isAddress, 'is no address; write signs such as / # ? % of a password as %2F %23 %3F %25'),
  ).optional(),
  HEED_URL: NOTHING.or(
    z
      .url({ protocol: /^https?$/, error: 'must be the address people type, such as https://heed.example.com' })
      .refine(hasNoPath, 'must be the address alone, without a path or a name: Heed stands at the root of its address'),
  ).optional(),
  HEED_SECRET: NOTHING.or(z.string().min(32, 'must have at least 32 characters; leave it out and Heed makes and keeps one')).optional(),
  HEED_LOG: NOTHING.or(z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')).optional(),
});

function isAddress(text: string): boolean {
  try {
    const { username, password, pathname } = new URL(text);
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function hasNoPath(text: string): boolean {
  // What is no address at all was said already.
  if (!URL.canParse(text)) return true;
  const { pathname, search, hash, username, password } = new URL(text);
  return pathname === '/' && `${search}${hash}${username}${password}` === '';
}

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

/** Every address of the machine, which is none that one could type. */
export function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** A whole address of this machine's own: `127.0.0.1.evil.example` begins like one and is somebody's name. */
export function isLoopback(address: string): boolean {
  const v4 = address.replace(/^::ffff:/i, '');
  return address === 'localhost' || address === '::1' || (isIP(v4) === 4 && v4.startsWith('127.'));
}
