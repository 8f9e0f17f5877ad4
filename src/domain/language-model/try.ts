import type { Conversation } from '#model/conversation.ts';
import { isSameHouse, type ModelAddress, type ModelTried } from '#model/language-model.ts';
import { judge } from '#understanding/second/judge.ts';
import { tellTurns } from '#understanding/second/tell.ts';
import { remember } from '../audit.ts';
import type { Scope } from '../scope.ts';
import { noAddress, type TypedModel } from './change.ts';
import { keptModel, keyOf, NOTHING_KEPT, type Outside } from './settings.ts';

// Long enough for a model that must be read from a disk first.
const WITHIN_MS = 60_000;

/**
 * Ask the model about a talk that never was, with what was typed and, where nothing was, with what is kept. Nobody's words leave for it.
 * @throws Refusal `model.no-address`.
 */
export async function tryLanguageModel(scope: Scope, typed: Omit<TypedModel, 'on'>, outside: Outside): Promise<ModelTried> {
  const address = await addressToTry(scope, typed, outside);
  await remember(scope, { action: 'language-model.tried', about: 'workspace', id: scope.workspaceId });
  if (address === 'key-lost') return { failure: 'key-lost', found: 0, ms: 0 };
  const begun = performance.now();
  const { candidates, failure } = await outside.ask(address, tellTurns(MADE_UP), { timeoutMs: WITHIN_MS });
  const ms = Math.round(performance.now() - begun);
  // Nobody stops this one but the clock.
  return { failure: failure === 'stopped' ? 'timeout' : failure, found: judge(MADE_UP, candidates).length, ms };
}

async function addressToTry(scope: Scope, typed: TypedModel, { sealing }: Outside): Promise<ModelAddress | 'key-lost'> {
  const kept = (await keptModel(scope)) ?? NOTHING_KEPT;
  const endpoint = typed.endpoint ?? kept.endpoint;
  const model = typed.model ?? kept.model;
  if (!endpoint || !model) throw noAddress();
  if (typed.key !== undefined) return { endpoint, model, key: typed.key || null };
  const key = isSameHouse(endpoint, kept.endpoint) ? keyOf(scope, kept, sealing) : null;
  return key === 'lost' ? 'key-lost' : { endpoint, model, key: key?.key ?? null };
}

const MADE_UP: Conversation = {
  source: 'plain',
  sourceId: null,
  kind: 'call',
  startedAt: null,
  title: '',
  timeQuality: 'none',
  participants: [
    { name: 'a', side: 'us' },
    { name: 'b', side: 'them' },
  ],
  turns: [
    { speaker: 'a', text: 'What happens when the report is late?', line: 1 },
    { speaker: 'b', text: 'We lose two hours every Monday, and I am worried that nobody notices. We need it before eight.', line: 2 },
    { speaker: 'a', text: 'I will send you an example by Friday.', line: 3 },
  ],
};
