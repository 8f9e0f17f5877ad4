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

/** Room to think in, and all weights of an input in one row of doubles: read in one go, several inputs at a time, they take a third of the time. */
export interface Thought {
  /** First the hidden units, then a logit a head. */
  sums: Float64Array;
  logits: Float64Array;
  /** A row of `hidden` + `outputs` an input, and the biases at the end. */
  rows: Float64Array;
  /** A row of `outputs` a hidden unit. */
  out: Float64Array;
  /** Which inputs are not 0. */
  told: Int32Array;
}

export function thoughtFor({ inputs, hidden, outputs, into, out }: Network): Thought {
  const width = hidden + outputs;
  const rows = new Float64Array((inputs + 1) * width);
  for (let j = 0; j <= inputs; j++) {
    rows.set(into.subarray(j * hidden, (j + 1) * hidden), j * width);
    rows.set(out.subarray((hidden + j) * outputs, (hidden + j + 1) * outputs), j * width + hidden);
  }
  const sums = new Float64Array(width);
  return {
    sums,
    logits: sums.subarray(hidden),
    rows,
    out: Float64Array.from(out.subarray(0, hidden * outputs)),
    told: new Int32Array(inputs + 3),
  };
}

/** Fills `thought.logits`, one a head, for the inputs that stand in `values` from `at` on. Inputs that are 0 cost nothing. */
export function think({ inputs, hidden, outputs }: Network, values: Float32Array, at: number, thought: Thought): void {
  const { sums, rows, out, told } = thought;
  const width = hidden + outputs;
  let n = 0;
  for (let j = 0; j < inputs; j++) if (values[at + j] !== 0) told[n++] = j;
  for (let k = 0; k < width; k++) sums[k] = rows[inputs * width + k] as number;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    const [a, b, c, d] = [told[i] as number, told[i + 1] as number, told[i + 2] as number, told[i + 3] as number];
    const [x, y, z, w] = [values[at + a] as number, values[at + b] as number, values[at + c] as number, values[at + d] as number];
    const [ra, rb, rc, rd] = [a * width, b * width, c * width, d * width];
    for (let k = 0; k < width; k++)
      sums[k] =
        (sums[k] as number) +
        x * (rows[ra + k] as number) +
        y * (rows[rb + k] as number) +
        z * (rows[rc + k] as number) +
        w * (rows[rd + k] as number);
  }
  for (; i < n; i++) {
    const j = told[i] as number;
    const x = values[at + j] as number;
    for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + x * (rows[j * width + k] as number);
  }
  for (let j = 0; j < hidden; j++) {
    const x = sums[j] as number;
    if (x <= 0) continue;
    for (let k = 0; k < outputs; k++) sums[hidden + k] = (sums[hidden + k] as number) + x * (out[j * outputs + k] as number);
  }
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
