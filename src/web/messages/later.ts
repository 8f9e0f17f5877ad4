/** Words that come when they are first needed, not with the first page. */
export interface Later<Words> {
  /** Null until they are here. */
  read(): Words | null;
  /** Never rejects: where they cannot be fetched something plainer is said. */
  come(): Promise<void>;
}

export function later<Words>(load: () => Promise<Words>): Later<Words> {
  let here: Words | null = null;
  return {
    read: () => here,
    async come() {
      here ??= await load().catch(() => null);
    },
  };
}
