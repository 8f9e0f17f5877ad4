/** The second layer: what the first layer's scores, the cues and the neighbours say together, a probability a head before it is calibrated. */
export interface Network {
  inputs: number;
  hidden: number;
  outputs: number;
  /** Rows of `hidden`, one an input; then a bias of `hidden`. */
  into: Float32Array;
  /** Rows of `outputs`, one a hidden unit; then rows of `outputs`, one an input (past the hidden ones); then a bias. */
  out: Float32Array;
}

export function emptyNetwork(inputs: number, hidden: number, outputs: number): Network {
  return { inputs, hidden, outputs, into: new Float32Array((inputs + 1) * hidden), out: new Float32Array((hidden + inputs + 1) * outputs) };
}

/** Room to think in, so that a conversation needs no new arrays a sentence. */
export interface Thought {
  hidden: Float32Array;
  logits: Float32Array;
}

export function thoughtFor({ hidden, outputs }: Network): Thought {
  return { hidden: new Float32Array(hidden), logits: new Float32Array(outputs) };
}

/** Fills `thought` for the inputs that stand in `rows` from `at` on: hidden units above 0, and a logit a head. Inputs that are 0 cost nothing. */
export function think(network: Network, rows: Float32Array, at: number, thought: Thought): void {
  const { inputs, hidden, outputs, into, out } = network;
  const { hidden: h, logits } = thought;
  for (let k = 0; k < hidden; k++) h[k] = into[inputs * hidden + k] as number;
  for (let k = 0; k < outputs; k++) logits[k] = out[(hidden + inputs) * outputs + k] as number;
  for (let j = 0; j < inputs; j++) {
    const x = rows[at + j] as number;
    if (x === 0) continue;
    const inner = j * hidden;
    for (let k = 0; k < hidden; k++) h[k] = (h[k] as number) + x * (into[inner + k] as number);
    const direct = (hidden + j) * outputs;
    for (let k = 0; k < outputs; k++) logits[k] = (logits[k] as number) + x * (out[direct + k] as number);
  }
  for (let j = 0; j < hidden; j++) {
    const x = h[j] as number;
    if (x <= 0) {
      h[j] = 0;
      continue;
    }
    const row = j * outputs;
    for (let k = 0; k < outputs; k++) logits[k] = (logits[k] as number) + x * (out[row + k] as number);
  }
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
