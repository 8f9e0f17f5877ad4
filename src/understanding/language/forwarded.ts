/** Is the character at `at` in a line that somebody else wrote, forwarded or quoted with ">" (RFC 3676, section 4.5)? */
export function isForwarded(text: string, at: number): boolean {
  if (!text.includes('>')) return false;
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (text.charCodeAt(start) === 32) start++;
  return text[start] === '>';
}
