import assert from 'node:assert/strict';

/** At least this share of a list is so; a failure names what is not. A trained engine is held to shares: no single sentence decides. */
export function atLeast<One>(least: number, list: readonly One[], isSo: (one: One) => boolean, of = ''): void {
  const not = list.filter((one) => !isSo(one));
  const share = 1 - not.length / list.length;
  assert.ok(list.length > 0 && share >= least, `${of} ${share.toFixed(2)} of ${list.length}, less than ${least}: not ${named(not)}`);
}

/** At most this share of a list is so. */
export function atMost<One>(most: number, list: readonly One[], isSo: (one: One) => boolean, of = ''): void {
  const so = list.filter(isSo);
  const share = so.length / list.length;
  assert.ok(list.length > 0 && share <= most, `${of} ${share.toFixed(2)} of ${list.length}, more than ${most}: ${named(so)}`);
}

function named(list: readonly unknown[]): string {
  return list.map((one) => JSON.stringify(one)).join(' ');
}
