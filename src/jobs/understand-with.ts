import { askForFindings } from '#connectors/language-model.ts';
import type { Conversation } from '#model/conversation.ts';
import type { Finding } from '#model/finding.ts';
import type { AskOptions, ModelAddress, ModelAnswer } from '#model/language-model.ts';
import { type JudgeOptions, judge } from '#understanding/second/judge.ts';
import { merged } from '#understanding/second/merge.ts';
import { tellTurns } from '#understanding/second/tell.ts';
import { understand } from '#understanding/understand.ts';

interface UnderstoodWith {
  /** What the model suggests by itself, judged. */
  own: Finding[];
  /** The engine's, and what of the model's it did not know: what people see. */
  findings: Finding[];
  failure: ModelAnswer['failure'];
}

/** The engine and a language model over one conversation, with no server and no database: what a benchmark scores. */
export async function understandWith(
  conversation: Conversation,
  address: ModelAddress,
  { zone, now, ...asking }: JudgeOptions & AskOptions = {},
): Promise<UnderstoodWith> {
  const options = { ...(zone !== undefined && { zone }), ...(now !== undefined && { now }) };
  const { candidates, failure } = await askForFindings(address, tellTurns(conversation), asking);
  const own = judge(conversation, candidates, options);
  return { own, findings: merged(understand(conversation, options).report.findings, own), failure };
}
