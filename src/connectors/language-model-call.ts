import { z } from 'zod';
import { candidateShape } from '#model/language-model.shape.ts';
import type { AskFailure, AskOptions, Candidate, ModelAddress, ModelAnswer, ToldTurn } from '#model/language-model.ts';
import { boundedFetch, isTooLarge } from './language-model-fetch.ts';
import { answerShape, INSTRUCTIONS, questionOf } from './language-model-words.ts';

// A model on one's own machine takes its time, most of all for the first question after a rest.
const WITHIN_MS = 120_000;
const MOST_TOKENS = 4000;

type Library = typeof import('ai');

/** One piece, one question. Some take no schema, or count tokens by another name: those are asked once more, plainly. */
export async function askOnce(address: ModelAddress, window: ToldTurn[], options: AskOptions): Promise<ModelAnswer> {
  const within = AbortSignal.timeout(options.timeoutMs ?? WITHIN_MS);
  const signal = options.signal ? AbortSignal.any([within, options.signal]) : within;
  // 130 ms and 30 MB: only for who asks.
  const library = await import('ai');
  let failure: ModelAnswer['failure'] = null;
  for (const plainly of [false, true]) {
    try {
      return { candidates: await ask(library, { address, window, signal, plainly }), failure: null };
    } catch (problem) {
      if (options.signal?.aborted) return { candidates: [], failure: 'stopped' };
      failure = within.aborted ? 'timeout' : failureOf(library, problem);
      if (!tookNoSuchQuestion(library, problem)) break;
    }
  }
  return { candidates: [], failure };
}

interface Asking {
  address: ModelAddress;
  window: ToldTurn[];
  signal: AbortSignal;
  plainly: boolean;
}

async function ask(library: Library, { address, window, signal, plainly }: Asking): Promise<Candidate[]> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const provider = createOpenAICompatible({
    name: 'languageModel',
    baseURL: address.endpoint,
    ...(address.key ? { apiKey: address.key } : {}),
    fetch: boundedFetch,
    supportsStructuredOutputs: true,
    transformRequestBody: (body) => (plainly ? inPlainWords(body) : body),
  });
  const answer = await library.generateText({
    model: library.wrapLanguageModel({
      model: provider.chatModel(address.model),
      middleware: library.extractJsonMiddleware({ transform: jsonIn }),
    }),
    instructions: INSTRUCTIONS,
    prompt: questionOf(window),
    output: library.Output.object({ name: 'findings', schema: library.jsonSchema<unknown[]>(SCHEMA, { validate: judgeShape }) }),
    maxOutputTokens: MOST_TOKENS,
    temperature: 0,
    maxRetries: 0,
    abortSignal: signal,
  });
  if (answer.finishReason === 'content-filter') throw new Refused('it would not');
  return answer.output.flatMap((one) => {
    const read = candidateShape.safeParse(one);
    return read.success ? [read.data] : [];
  });
}

class Refused extends Error {}

// Without the bounds of whole numbers, which strict endpoints may not know.
const { $schema: _, ...SCHEMA } = z.toJSONSchema(answerShape, {
  override: ({ jsonSchema }) => {
    delete jsonSchema.minimum;
    delete jsonSchema.maximum;
  },
}) as Parameters<Library['jsonSchema']>[0] & { $schema?: string };

/** The list must be one; what in it has not the right shape is left out, the rest stays. */
function judgeShape(value: unknown): { success: true; value: unknown[] } | { success: false; error: Error } {
  const read = z.object({ findings: z.array(z.unknown()) }).safeParse(value);
  return read.success ? { success: true, value: read.data.findings } : { success: false, error: new Error('another shape') };
}

function inPlainWords({
  max_tokens,
  response_format: _format,
  temperature: _warmth,
  ...rest
}: Record<string, unknown>): Record<string, unknown> {
  return { ...rest, max_completion_tokens: max_tokens };
}

/** Models that think aloud do so before they answer; others put a fence around it. */
function jsonIn(text: string): string {
  const answer = text.replace(/^\s*<think>[\s\S]*?<\/think>/, '');
  const from = answer.indexOf('{');
  const to = answer.lastIndexOf('}');
  return from >= 0 && to > from ? answer.slice(from, to + 1) : answer;
}

function statusOf({ APICallError }: Library, problem: unknown): number | null {
  return APICallError.isInstance(problem) ? (problem.statusCode ?? 0) : null;
}

function tookNoSuchQuestion(library: Library, problem: unknown): boolean {
  const status = statusOf(library, problem);
  return status === 400 || status === 422;
}

function failureOf(library: Library, problem: unknown): AskFailure {
  if (isTooLarge(problem)) return 'broken';
  if (problem instanceof Refused) return 'refused';
  if (library.NoObjectGeneratedError.isInstance(problem)) return /\{/.test(problem.text ?? '') ? 'broken' : 'refused';
  const status = statusOf(library, problem);
  if (status === null) return isOfTheLine(problem) ? 'unreachable' : 'broken';
  if (status === 0) return 'unreachable';
  if (status === 401 || status === 403) return 'unauthorised';
  if (status >= 300 && status < 400) return 'elsewhere';
  if (status === 408 || status === 429 || status >= 500) return 'failing';
  return status >= 400 ? 'unknown' : isOfTheLine(problem) ? 'unreachable' : 'broken';
}

/** Node says of a line that broke what broke; of an answer that cannot be read it says other things. */
function isOfTheLine(problem: unknown): boolean {
  for (let at = problem; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string' && /^(E[A-Z]{3,}|UND_ERR_|CERT_|ERR_(TLS|SSL)|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) return true;
    if (/^(fetch failed|terminated)$/.test(at.message)) return true;
  }
  return false;
}
