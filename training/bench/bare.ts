/** A text as speech recognition without marks writes it: lower case, letters, digits and single spaces. */
export function bareOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, (marks) => (/['’_]/.test(marks) ? '' : ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether what was written ends with a question mark, whatever quotes and smiles follow it. */
export function asks(text: string): boolean {
  return /\?[^\p{L}\p{N}]*$/u.test(text);
}
