import type { AskModel, AskOptions, Candidate, ModelAddress, ModelAnswer, ToldTurn } from '#model/language-model.ts';
import { askOnce } from './language-model-call.ts';

const MOST_TURNS = 40;
const MOST_LETTERS = 12_000;
/** About 4,000 turns: who writes more in one conversation is asked about its beginning. */
const MOST_WINDOWS = 100;
const MOST_CANDIDATES = 40;

// What the next piece would meet too.
const HOPELESS = new Set<ModelAnswer['failure']>([
  'timeout',
  'unreachable',
  'failing',
  'unauthorised',
  'elsewhere',
  'unknown',
  'key-lost',
  'stopped',
]);

/**
 * Ask a language model at an OpenAI-compatible address (Ollama, vLLM, a vendor) what it finds, a piece of the conversation at a time. Returns what it
 * said, of the right shape and not judged; never throws for what the outside does.
 */
export const askForFindings: AskModel = async (address, turns, options = {}) => {
  const candidates: Candidate[] = [];
  let failure: ModelAnswer['failure'] = null;
  for (const window of windowsOf(turns)) {
    const answer = await askWindow(address, window, options);
    candidates.push(...answer.candidates);
    failure ??= answer.failure;
    if (HOPELESS.has(answer.failure)) return { candidates, failure: answer.failure };
  }
  return { candidates, failure };
};

async function askWindow(address: ModelAddress, window: ToldTurn[], options: AskOptions): Promise<ModelAnswer> {
  const there = new Set(window.map(({ turn }) => turn));
  const { candidates, failure } = await askOnce(address, window, options);
  return { candidates: candidates.filter(({ turn }) => there.has(turn)).slice(0, MOST_CANDIDATES), failure };
}

/** In order, each of so many turns and letters at most. */
export function windowsOf(turns: ToldTurn[]): ToldTurn[][] {
  const windows: ToldTurn[][] = [];
  let letters = 0;
  for (const turn of turns) {
    const open = windows.at(-1);
    letters += turn.said.length;
    if (open && open.length < MOST_TURNS && letters <= MOST_LETTERS) open.push(turn);
    else {
      if (windows.length === MOST_WINDOWS) break;
      windows.push([turn]);
      letters = turn.said.length;
    }
  }
  return windows;
}
