/** A run of a turn's text; `marked` is evidence of these findings. */
export interface Piece {
  text: string;
  findings: string[];
}

/** Cuts a text at the borders of its findings. Ranges may overlap; one outside the text is cut to it. */
export function piecesOf(text: string, findings: { id: string; from: number; to: number }[]): Piece[] {
  const borders = new Set([0, text.length]);
  for (const found of findings) {
    borders.add(Math.max(0, Math.min(text.length, found.from)));
    borders.add(Math.max(0, Math.min(text.length, found.to)));
  }
  const points = [...borders].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let n = 0; n + 1 < points.length; n++) {
    const from = points[n] ?? 0;
    const to = points[n + 1] ?? from;
    const ids = findings.filter((found) => found.from <= from && found.to >= to).map((found) => found.id);
    pieces.push({ text: text.slice(from, to), findings: ids });
  }
  return pieces;
}
