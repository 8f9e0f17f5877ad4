import { WrongUse } from './usage.ts';

export async function serveCommand(args: string[]): Promise<number> {
  if (args.length > 0) throw new WrongUse(`heed serve takes no "${args[0]}": its settings are environment variables.`, 'serve');
  const { serve } = await import('#server/serve.ts');
  await serve();
  return 0;
}
