/** Random numbers 0 to 1 that are the same for the same seed on every machine (mulberry32, public domain by Tommy Ettinger). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Puts a list into an order of chance, in place (Fisher and Yates). */
export function shuffle(list: Int32Array, chance: () => number): Int32Array {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    const kept = list[i] as number;
    list[i] = list[j] as number;
    list[j] = kept;
  }
  return list;
}

/** Which of `k` parts each example falls in: all of one dialogue in the same one. Dialogues are dealt out in an order of chance. */
export function foldsOf(dialogues: string[], k: number, seed: number): Int8Array {
  const names = [...new Set(dialogues)];
  const order = shuffle(Int32Array.from(names.keys()), chanceOf(seed));
  const fold = new Map<string, number>();
  order.forEach((name, i) => {
    fold.set(names[name] ?? '', i % k);
  });
  return Int8Array.from(dialogues, (name) => fold.get(name) ?? 0);
}
