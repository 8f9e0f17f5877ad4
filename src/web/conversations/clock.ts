/** 47 → 0:47, 3,786,000 → 1:03:06. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Whole minutes of a stretch, at least one: half a minute of talk is not "0 min". */
export function minutes(ms: number): number {
  return Math.max(1, Math.round(ms / 60_000));
}
