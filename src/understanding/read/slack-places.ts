import { decode } from './decode.ts';
import { listOf, objectOf, parseLoosely, textOf } from './json-loose.ts';
import type { Loss } from './reader.ts';
import type { SlackNames } from './slack-text.ts';
import type { Zip } from './zip.ts';

/** Bytes of one JSON file in an export. A busy channel's day is under 5 MB. */
const LARGEST = 64 * 1024 * 1024;

interface SlackUser {
  name: string;
  email: string | null;
  isBot: boolean;
}

/** A channel, a private group or direct messages, and where its days are in the archive. */
export interface SlackPlace {
  id: string;
  /** `#sales`, or null for direct messages, which are called after who is in them. */
  title: string | null;
  members: string[];
  days: { day: string; path: string }[];
}

export interface SlackWorkspace extends SlackNames {
  users: Map<string, SlackUser>;
  places: SlackPlace[];
}

/** Where the export begins in the archive, null when it is none: somebody may have packed the folder again. */
export function slackRoot(paths: readonly string[]): string | null {
  const users = paths.find((path) => /^([^/]{1,200}\/)?(org_)?users\.json$/.test(path));
  if (!users) return null;
  const root = users.slice(0, users.lastIndexOf('/') + 1);
  return paths.some((path) => path.startsWith(root) && isDay(path.slice(root.length))) ? root : null;
}

const isDay = (path: string) => /^[^/]{1,250}\/\d{4}-\d\d-\d\d\.json$/.test(path);

export async function slackWorkspace(zip: Zip, losses: Loss[]): Promise<SlackWorkspace> {
  const paths = zip.entries.map(({ path }) => path);
  const root = slackRoot(paths) ?? '';
  const list = async (file: string) => (paths.includes(root + file) ? await readList(zip, root + file, losses) : []);
  const users = usersOf([...(await list('users.json')), ...(await list('org_users.json'))]);
  const known = new Map<string, SlackPlace>();
  const titles = new Map<string, string>();
  for (const file of ['channels.json', 'groups.json', 'mpims.json', 'dms.json']) {
    for (const place of await list(file)) {
      const id = textOf(place.id);
      const name = textOf(place.name) ?? id;
      if (!id || !name) continue;
      const direct = file === 'dms.json' || file === 'mpims.json';
      titles.set(id, name);
      const members = listOf(place.members).flatMap((member) => textOf(member) ?? []);
      known.set(name, { id, title: direct ? null : `#${name}`, members, days: [] });
    }
  }
  return {
    users,
    places: placesOf(paths, root, known),
    user: (id) => users.get(id)?.name ?? '',
    channel: (id) => titles.get(id) ?? id,
  };
}

function placesOf(paths: readonly string[], root: string, known: ReadonlyMap<string, SlackPlace>): SlackPlace[] {
  const places = new Map<string, SlackPlace>();
  for (const path of [...paths].sort()) {
    const inside = path.startsWith(root) ? path.slice(root.length) : '';
    if (!isDay(inside)) continue;
    const folder = inside.slice(0, inside.indexOf('/'));
    const place = places.get(folder) ?? known.get(folder) ?? { id: folder, title: `#${folder}`, members: [], days: [] };
    place.days.push({ day: inside.slice(folder.length + 1, -'.json'.length), path });
    places.set(folder, place);
  }
  return [...places.values()];
}

/** Two people of one name are told apart by their handle, as a name stands for one person in a conversation. */
function usersOf(list: Record<string, unknown>[]): Map<string, SlackUser> {
  const users = new Map<string, SlackUser>();
  const taken = new Set<string>();
  for (const user of list) {
    const id = textOf(user.id);
    if (!id || users.has(id)) continue;
    const profile = objectOf(user.profile);
    const handle = textOf(user.name) ?? id;
    const called = textOf(profile.real_name) ?? textOf(user.real_name) ?? textOf(profile.display_name) ?? handle;
    const name = taken.has(called) ? `${called} (${taken.has(`${called} (${handle})`) ? id : handle})` : called;
    taken.add(name);
    users.set(id, { name, email: textOf(profile.email)?.toLowerCase() ?? null, isBot: user.is_bot === true || id === 'USLACKBOT' });
  }
  return users;
}

/** A file of the export as a list; what cannot be read of it is a loss. */
export async function readList(zip: Zip, path: string, losses: Loss[]): Promise<Record<string, unknown>[]> {
  const { text, wrong } = decode(await zip.read(path, LARGEST));
  const { documents, damagedAt } = parseLoosely(text);
  if (damagedAt !== null || documents.length === 0 || wrong > 0) {
    losses.push({ code: 'json.damaged', line: null, detail: `${path} is damaged; what is whole in it was read.` });
  }
  return documents.flatMap(listOf).map(objectOf);
}
