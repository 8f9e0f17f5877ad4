/** A line of a text without the white space around it, and its 1-based number. */
export interface Line {
  text: string;
  line: number;
}

/** The lines that say something. */
export function linesWithWords(text: string): Line[] {
  const lines: Line[] = [];
  let line = 0;
  for (let at = 0, end = 0; at <= text.length; at = end + 1) {
    end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    line++;
    const words = end > at ? text.slice(at, end).trim() : '';
    if (words) lines.push({ text: words, line });
  }
  return lines;
}
