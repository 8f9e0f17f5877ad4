/** People and what ties them, laid out as a drawing: faces, labels and lines in pixels, without overlaps. Pure and stable. */

export type Zone = 'us' | 'middle' | 'affected';

export interface MapPerson {
  id: string;
  zone: Zone;
  /** Of too many, those with the highest are drawn; also the order within a zone. */
  rank: number;
  name: string;
  says: string;
}

export interface MapLine {
  id: string;
  one: string;
  other: string;
  /** A few words on the line, where there is room. */
  says: string;
}

export interface DrawnFace {
  id: string;
  x: number;
  y: number;
  /** As much of the name and of the second line as has room. */
  name: string;
  says: string;
  /** Where they stand: over the face of whoever is at the top, so that lines go down from it freely. */
  label: 'over' | 'under';
}

interface DrawnLine {
  id: string;
  /** Of an SVG path, from the middle of one face to the middle of the other. */
  path: string;
  /** Null when there is no room for words. */
  label: { x: number; y: number } | null;
}

export interface PeopleMap {
  width: number;
  height: number;
  headings: { zone: Zone; x: number }[];
  faces: DrawnFace[];
  lines: DrawnLine[];
  /** Who had no place in it. */
  left: string[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** More faces than this are a crowd: the rest stands in the list. */
export const MOST_FACES = 25;
/** A face with its ring (px). */
export const RING = 29;
/** From here on zones stand side by side, below it under each other (px). */
const SIDE_BY_SIDE = 520;
const CELL = 112;
const CELL_WIDTH = 108;
const TOP = 30;
const STAGGER = 28;
/** The room that a label over a face takes (px). */
const OVER = 35;
const ZONES: Zone[] = ['us', 'middle', 'affected'];
// Generous for our sans at 13 and 12 px, so that what fits here fits on the screen.
const LETTER = 7.6;
const SMALL_LETTER = 6.6;

/** The same people, lines and width always give the same drawing. A line to somebody who is not drawn is left out. */
export function drawPeople(asked: { people: MapPerson[]; lines: MapLine[]; width: number }): PeopleMap {
  const width = Math.max(CELL_WIDTH, Math.floor(asked.width));
  const ranked = asked.people.toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  const drawn = ranked.slice(0, MOST_FACES);
  const placed = width >= SIDE_BY_SIDE ? sideBySide(drawn, width) : stacked(drawn, width);
  return { ...placed, width, lines: linesBetween(placed.faces, asked.lines, width), left: ranked.slice(MOST_FACES).map(({ id }) => id) };
}

type Placed = Pick<PeopleMap, 'height' | 'headings' | 'faces'>;

function zonesOf(people: MapPerson[]): { zone: Zone; people: MapPerson[] }[] {
  return ZONES.map((zone) => ({ zone, people: people.filter((one) => one.zone === zone) })).filter((one) => one.people.length > 0);
}

/** Us on the left, who decides in the middle, who lives with it on the right; a full zone gets more columns. */
function sideBySide(people: MapPerson[], width: number): Placed {
  const zones = zonesOf(people).map((one) => ({ ...one, columns: 1 }));
  const rowsOf = (one: { people: MapPerson[]; columns: number }) => Math.ceil(one.people.length / one.columns);
  const most = Math.min(6, Math.floor(width / (CELL_WIDTH + 12)));
  for (let used = zones.length; used < most; used++) {
    const fullest = zones.toSorted((a, b) => rowsOf(b) - rowsOf(a))[0];
    if (!fullest || rowsOf(fullest) <= 3) break;
    fullest.columns++;
  }
  const columns = zones.reduce((sum, one) => sum + one.columns, 0);
  const rows = Math.max(0, ...zones.map(rowsOf));
  const band = width / Math.max(1, columns);
  const faces: DrawnFace[] = [];
  const headings: Placed['headings'] = [];
  let column = 0;
  for (const zone of zones) {
    headings.push({ zone: zone.zone, x: (column + zone.columns / 2) * band });
    for (const [i, one] of zone.people.entries()) {
      const at = i % zone.columns;
      const inColumn = Math.ceil((zone.people.length - at) / zone.columns);
      const down = ((rows - inColumn) * CELL) / 2 + ((column + at) % 2 ? STAGGER : 0);
      const row = Math.floor(i / zone.columns);
      const over = row === 0 && inColumn > 1;
      const top = TOP + down + row * CELL + (row > 0 || inColumn === 1 ? OVER : 0);
      faces.push(faceAt(one, { x: (column + at + 0.5) * band, top, band, over }));
    }
    column += zone.columns;
  }
  return { height: TOP + rows * CELL + STAGGER + OVER, headings, faces };
}

/** The same zones from top to bottom, two or three beside each other. */
function stacked(people: MapPerson[], width: number): Placed {
  const wanted = people.length > 8 || width >= 420 ? 3 : 2;
  const columns = Math.max(1, Math.min(wanted, Math.floor(width / CELL_WIDTH)));
  const band = width / columns;
  const faces: DrawnFace[] = [];
  let top = 0;
  for (const zone of zonesOf(people)) {
    for (const [i, one] of zone.people.entries()) {
      const row = Math.floor(i / columns);
      const inRow = Math.min(columns, zone.people.length - row * columns);
      const at = i % columns;
      const x = width / 2 + (at - (inRow - 1) / 2) * band;
      // A last row that is not full stands between the columns above it, so all of it keeps clear of the lower ones.
      const lower = at % 2 === 1 || (row > 0 && inRow < columns);
      const over = top === 0 && row === 0;
      faces.push(faceAt(one, { x, top: top + row * CELL + (lower ? STAGGER : 0) + (over || top > 0 ? 0 : OVER), band, over }));
    }
    const first = top === 0 ? OVER : 0;
    top += first + Math.ceil(zone.people.length / columns) * CELL + (zone.people.length > 1 && columns > 1 ? STAGGER : 0);
  }
  return { height: top, headings: [], faces };
}

interface Place {
  x: number;
  top: number;
  band: number;
  over: boolean;
}

function faceAt({ id, name, says }: MapPerson, { x, top, band, over }: Place): DrawnFace {
  const room = Math.min(band, 240) - 8;
  return {
    id,
    x: Math.round(x),
    y: Math.round(top + RING + 6 + (over ? OVER + 4 : 0)),
    label: over ? 'over' : 'under',
    name: cut(name, room / LETTER),
    says: cut(says, room / SMALL_LETTER),
  };
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= Math.floor(most)
    ? text
    : `${letters
        .slice(0, Math.max(1, Math.floor(most) - 1))
        .join('')
        .trimEnd()}…`;
}

/** What a face and its label cover. */
export function boxesOf({ x, y, name, says, label }: DrawnFace): { face: Box; label: Box } {
  const wide = Math.max([...name].length * LETTER, [...says].length * SMALL_LETTER);
  return {
    face: { x: x - RING, y: y - RING, width: 2 * RING, height: 2 * RING },
    label: { x: x - wide / 2, y: label === 'over' ? y - RING - 4 - 35 : y + RING + 4, width: wide, height: 35 },
  };
}

export function overlap(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

interface Point {
  x: number;
  y: number;
}

function linesBetween(faces: DrawnFace[], lines: MapLine[], width: number): DrawnLine[] {
  const taken = faces.flatMap((face) => Object.values(boxesOf(face)));
  const drawn: DrawnLine[] = [];
  for (const line of lines) {
    const one = faces.find((face) => face.id === line.one);
    const other = faces.find((face) => face.id === line.other);
    if (!one || !other || one === other) continue;
    const middle = bend(one, other, faces, width);
    const label = line.says ? roomFor(line.says, { one, middle, other }, taken, width) : null;
    if (label) taken.push(label.box);
    const path = `M${one.x} ${one.y}Q${Math.round(middle.x)} ${Math.round(middle.y)} ${other.x} ${other.y}`;
    drawn.push({ id: line.id, path, label: label && { x: Math.round(label.x), y: Math.round(label.y) } });
  }
  return drawn;
}

const BENDS = [0, 40, -40, 80, -80, 120, -120];

/** Straight where it can be; bent where it would go through somebody else's face, or less so through a name. Of several ways the straightest. */
function bend(one: Point, other: Point, faces: DrawnFace[], width: number): Point {
  const long = Math.hypot(other.x - one.x, other.y - one.y) || 1;
  const across = { x: -(other.y - one.y) / long, y: (other.x - one.x) / long };
  const ways = BENDS.map((by) => {
    const middle = { x: (one.x + other.x) / 2 + across.x * by, y: (one.y + other.y) / 2 + across.y * by };
    const through = faces.filter((face) => face !== one && face !== other && passes(one, middle, other, face)).length;
    const over = faces.filter((face) => crosses(one, middle, other, boxesOf(face).label)).length;
    const out = middle.x < 0 || middle.x > width || middle.y < 0 ? 1 : 0;
    return { middle, cost: through * 10 + over * 2 + out };
  });
  const best = Math.min(...ways.map(({ cost }) => cost));
  return ways.find(({ cost }) => cost === best)?.middle ?? one;
}

function passes(one: Point, middle: Point, other: Point, face: Point): boolean {
  for (let t = 0.05; t < 1; t += 0.05) {
    const at = along(one, middle, other, t);
    if (Math.hypot(at.x - face.x, at.y - face.y) < RING + 3) return true;
  }
  return false;
}

function crosses(one: Point, middle: Point, other: Point, box: Box): boolean {
  for (let t = 0.05; t < 1; t += 0.05) {
    const at = along(one, middle, other, t);
    if (at.x > box.x && at.x < box.x + box.width && at.y > box.y && at.y < box.y + box.height) return true;
  }
  return false;
}

function along(one: Point, middle: Point, other: Point, t: number): Point {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * one.x + b * middle.x + c * other.x, y: a * one.y + b * middle.y + c * other.y };
}

function roomFor(
  says: string,
  way: { one: Point; middle: Point; other: Point },
  taken: Box[],
  width: number,
): (Point & { box: Box }) | null {
  const wide = [...says].length * SMALL_LETTER + 6;
  for (const t of [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const { x, y } = along(way.one, way.middle, way.other, t);
    const box = { x: x - wide / 2, y: y - 17, width: wide, height: 17 };
    const inside = box.x >= 0 && box.x + box.width <= width && box.y >= 0;
    if (inside && !taken.some((other) => overlap(box, other))) return { x, y: y - 5, box };
  }
  return null;
}
