/** The order in which people are walked through: as the list stood when the walk began, so that a kept promise moves nobody. Pure. */
export interface Walk {
  /** Which list it is. */
  list: string;
  ids: string[];
}

/** The same walk, longer when the list has grown; a new one for another list or somebody who is not in it. */
export function walkOn(before: Walk | null, list: string, ids: string[], here: string): Walk {
  if (before?.list !== list || !before.ids.includes(here)) return { list, ids };
  const more = ids.filter((id) => !before.ids.includes(id));
  return more.length > 0 ? { list, ids: [...before.ids, ...more] } : before;
}
