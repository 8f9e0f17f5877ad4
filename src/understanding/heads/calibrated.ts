/** Points of a rising line: what an output of a head has turned out to be worth, out of fold. */
export interface Calibration {
  x: number[];
  p: number[];
}

/** The calibrated confidence of an output, 0 to 1: straight lines between the points, flat beyond them. */
export function calibrated({ x, p }: Calibration, output: number): number {
  const last = x.length - 1;
  if (last < 0) return output;
  if (output <= (x[0] as number)) return p[0] as number;
  if (output >= (x[last] as number)) return p[last] as number;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((x[middle] as number) <= output) low = middle;
    else high = middle;
  }
  const from = x[low] as number;
  const part = (output - from) / ((x[high] as number) - from || 1);
  return (p[low] as number) + part * ((p[high] as number) - (p[low] as number));
}
