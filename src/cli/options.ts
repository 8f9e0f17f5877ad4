import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type USAGE, WrongUse } from './usage.ts';

/** The options and files of a command. @throws WrongUse for an option it does not have. */
export function optionsOf<T extends ParseArgsOptionsConfig>(args: string[], of: keyof typeof USAGE, options: T) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);
    throw new WrongUse(`${message}.`, of);
  }
}
