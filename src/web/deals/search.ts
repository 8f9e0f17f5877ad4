/** The deals on screen as a typed address. Pure: what is not understood is left out. */
export const STATES = ['open', 'won', 'lost', 'all'] as const;
export type DealState = (typeof STATES)[number];

export interface DealsSearch {
  as?: 'list';
  mine?: true;
  /** Id of the pipeline. */
  pipeline?: string;
  state?: Exclude<DealState, 'open'>;
  find?: string;
  add?: true;
}

/** A board has open deals alone: another state, or a title looked for, is a list. */
export function readDealsSearch(search: Record<string, unknown>): DealsSearch {
  const state = STATES.find((one) => one === search.state);
  const said = (value: unknown) => (typeof value === 'string' && value.trim() ? value : undefined);
  const [pipeline, find] = [said(search.pipeline), said(search.find)];
  const other = state && state !== 'open' ? state : undefined;
  return {
    ...((search.as === 'list' || other || find) && { as: 'list' as const }),
    ...(search.mine === true && { mine: true as const }),
    ...(pipeline && { pipeline }),
    ...(other && { state: other }),
    ...(find && { find }),
    ...(search.add === true && { add: true as const }),
  };
}

/** What the list of this address asks the server for. */
export function askedOf({ mine, pipeline, state, find }: DealsSearch): {
  state: DealState;
  mine?: true;
  pipelineId?: string;
  find?: string;
} {
  return { state: state ?? 'open', ...(mine && { mine }), ...(pipeline && { pipelineId: pipeline }), ...(find && { find }) };
}
