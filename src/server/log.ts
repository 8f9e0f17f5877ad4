import { type Logger as Pino, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Pino;

/**
 * JSON lines on stderr; sentences for the person at the terminal go to stdout. What people said, passwords, tokens and cookies are never handed
 * to it; the paths below are a second wall.
 */
export function openLog(level: Config['logLevel']): Log {
  const secrets = ['password', 'token', 'secret', 'cookie', 'authorization', 'text', 'quote', 'body'];
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[kept out]' },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** What stands in quotes is what was read: of JSON a piece of the text, of PostgreSQL's class 22 (data) the value. Elsewhere it is a name of ours. */
function withoutValues(problem: Error): string {
  const { code } = problem as { code?: unknown };
  const quotes = problem instanceof SyntaxError || (typeof code === 'string' && code.startsWith('22'));
  return quotes ? problem.message.replace(/(["']).*\1/gs, '[kept out]') : problem.message;
}

/** Name, sentence and place: never the values an error carries along (`detail`, `where`, `parameters`), which may be what somebody said in confidence. */
export function plainly(problem: unknown): { name: string; message: string; code?: string; stack?: string } {
  if (!(problem instanceof Error)) return { name: 'thrown', message: typeof problem };
  const { code } = problem as { code?: unknown };
  return {
    name: problem.name,
    message: withoutValues(problem).slice(0, 300),
    ...(typeof code === 'string' ? { code } : {}),
    ...(problem.stack ? { stack: problem.stack.split('\n').slice(1, 12).join('\n') } : {}),
  };
}
