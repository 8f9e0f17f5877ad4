/** Whether an address is one of these places or lies below one; the first page is only itself. */
export function isUnder(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || (place !== '/' && path.startsWith(`${place}/`)));
}
