import { Refusal } from '#model/refusal.ts';
import { serve } from './serve.ts';

try {
  await serve();
  process.exit(0);
} catch (problem) {
  // A refusal says what to do; of anything else the whole trace is wanted.
  // biome-ignore lint/suspicious/noConsole: the one place that speaks to a terminal without a log
  console.error(problem instanceof Refusal ? problem.message : problem);
  process.exit(1);
}
