import { addTo } from './insert.ts';
import type { Chunk } from './run.ts';
import { push } from './words.ts';

/** The stage of that name in the pipeline of that name: made where it is new. Without a pipeline's name the first is meant, or one is made. */
export function stageOf(
  chunk: Chunk,
  { pipeline, stage, made }: { pipeline: string; stage: string; made: Record<string, string[]> },
): string {
  const { run, inserts } = chunk;
  const { words } = run;
  const by = { created_at: run.at, created_by: run.member.id };
  const called = (pipeline.trim() || DEFAULT).slice(0, 200);
  let pipelineId = words.pipelines.get(called.toLowerCase()) ?? (pipeline.trim() ? undefined : (words.firstPipeline ?? undefined));
  if (!pipelineId) {
    pipelineId = run.id();
    addTo(inserts, 'pipelines', { id: pipelineId, name: called, place: words.pipelines.size, ...by });
    words.pipelines.set(called.toLowerCase(), pipelineId);
    words.firstPipeline ??= pipelineId;
    push(made, 'pipelines', pipelineId);
  }
  const name = (stage.trim() || DEFAULT_STAGE).slice(0, 200);
  const key = `${pipelineId} ${name.toLowerCase()}`;
  const known = words.stages.get(key);
  if (known) return known;
  const id = run.id();
  const place = [...words.stages.keys()].filter((one) => one.startsWith(`${pipelineId} `)).length;
  addTo(inserts, 'stages', { id, pipeline_id: pipelineId, name, place, ...by });
  words.stages.set(key, id);
  push(made, 'stages', id);
  return id;
}

// A file that names neither; the workspace renames them as it likes.
const DEFAULT = 'Deals';
const DEFAULT_STAGE = 'Open';
