/** The list of organisations as a typed address. Pure: what is not understood is left out. */
export const SORTS = ['name', 'people', 'spoke'] as const;
export type OrganisationsSort = (typeof SORTS)[number];

export interface OrganisationsSearch {
  find?: string;
  sort?: Exclude<OrganisationsSort, 'name'>;
  add?: true;
}

export function readOrganisationsSearch(search: Record<string, unknown>): OrganisationsSearch {
  const sort = SORTS.find((one) => one === search.sort);
  return {
    ...(typeof search.find === 'string' && search.find.trim() && { find: search.find }),
    ...(sort && sort !== 'name' && { sort }),
    ...(search.add === true && { add: true as const }),
  };
}
