/** A database's text holds no NUL, and its JSON no half of a surrogate pair; both occur in broken exports and in what strangers send. */
export function clean(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
