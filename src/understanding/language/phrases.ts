import { isFiller, type Word } from './words.ts';

/**
 * Cues are lists of phrases in plain words. In a phrase, `a/b` is either word, `<name>` a class of words, `word?` may be missing,
 * `_` is any one word, `~` up to three words of any kind, `^` the beginning of a sentence and `$` its end.
 */
export interface CueList<Tag extends string> {
  tag: Tag;
  strong?: string;
  fair?: string;
  weak?: string;
}

/** Confidence of a cue by its strength: how often it was right when read against our own examples. */
const STRENGTH = { strong: 0.85, fair: 0.7, weak: 0.55 } as const;

export interface Hit<Tag extends string> {
  tag: Tag;
  p: number;
  /** First word, and the word after the last. */
  start: number;
  end: number;
}

interface Node<Tag extends string> {
  next: Map<string, Node<Tag>>;
  any: Node<Tag> | null;
  gap: Node<Tag> | null;
  hits: { tag: Tag; p: number; atEnd: boolean }[];
}

export interface Phrases<Tag extends string> {
  free: Node<Tag>;
  first: Node<Tag>;
}

const GAP = 3;
/** Words that only lead in: a sentence also begins after them. */
const LEADS = new Set('and so but okay well right now then yeah yes no because sorry en dus maar oke oké nou ja nee want goed'.split(' '));

/** Builds one tree of all phrases, so that a sentence is walked once for every cue there is. `classes` are the words of `<name>`. */
export function plantPhrases<Tag extends string>(lists: CueList<Tag>[], classes: Record<string, string>): Phrases<Tag> {
  const tree: Phrases<Tag> = { free: sprout(), first: sprout() };
  for (const list of lists)
    for (const strength of ['strong', 'fair', 'weak'] as const)
      for (const line of (list[strength] ?? '').split(/[,\n]/))
        if (line.trim()) plant(tree, line.trim(), list.tag, STRENGTH[strength], classes);
  return tree;
}

function sprout<Tag extends string>(): Node<Tag> {
  return { next: new Map(), any: null, gap: null, hits: [] };
}

function plant<Tag extends string>(tree: Phrases<Tag>, line: string, tag: Tag, p: number, classes: Record<string, string>) {
  const slots = line.split(/\s+/).filter((slot) => !isFiller(slot));
  const atStart = slots[0] === '^';
  const atEnd = slots[slots.length - 1] === '$';
  const middle = slots.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).map((slot) => choicesOf(slot, classes));
  if (middle.length === 0) throw new Error(`The cue "${line}" of ${tag} has no word that is kept.`);
  let nodes = [atStart ? tree.first : tree.free];
  for (const choices of middle) nodes = choices.flatMap((choice) => nodes.map((node) => (choice === null ? node : step(node, choice))));
  for (const node of new Set(nodes)) node.hits.push({ tag, p, atEnd });
}

/** The words a slot may be; null where it may be missing. */
function choicesOf(slot: string, classes: Record<string, string>): (string | null)[] {
  const optional = slot.endsWith('?');
  const bare = optional ? slot.slice(0, -1) : slot;
  const words = bare.split('/').flatMap((part) => {
    const name = /^<(.+)>$/.exec(part)?.[1];
    if (name === undefined) return [part];
    const listed = classes[name];
    if (!listed) throw new Error(`No class of words is called ${name}.`);
    return listed.split(/\s+/).filter(Boolean);
  });
  return optional ? [...words, null] : words;
}

function step<Tag extends string>(node: Node<Tag>, word: string): Node<Tag> {
  if (word === '_') {
    node.any ??= sprout();
    return node.any;
  }
  if (word === '~') {
    node.gap ??= sprout();
    return node.gap;
  }
  let next = node.next.get(word);
  if (!next) {
    next = sprout();
    node.next.set(word, next);
  }
  return next;
}

/** Every cue that stands in the words, in the order of their first word. */
export function hitsIn<Tag extends string>(tree: Phrases<Tag>, words: Word[]): Hit<Tag>[] {
  const found: Hit<Tag>[] = [];
  if (words.length === 0) return found;
  for (let start = 0; start < words.length; start++) {
    walk(tree.first, words, start, start, found);
    if (!LEADS.has(words[start]?.w ?? '')) break;
  }
  for (let start = 0; start < words.length; start++) walk(tree.free, words, start, start, found);
  return found;
}

function walk<Tag extends string>(node: Node<Tag>, words: Word[], start: number, at: number, found: Hit<Tag>[]) {
  for (const hit of node.hits) if (!hit.atEnd || at === words.length) found.push({ tag: hit.tag, p: hit.p, start, end: at });
  const word = words[at];
  if (word) {
    const next = node.next.get(word.w);
    if (next) walk(next, words, start, at + 1, found);
    if (node.any) walk(node.any, words, start, at + 1, found);
  }
  if (node.gap) for (let skip = 0; skip <= GAP && at + skip <= words.length; skip++) walk(node.gap, words, start, at + skip, found);
}

/** The best hit of each tag. */
export function bestHits<Tag extends string>(hits: Hit<Tag>[]): Map<Tag, Hit<Tag>> {
  const best = new Map<Tag, Hit<Tag>>();
  for (const hit of hits) {
    const known = best.get(hit.tag);
    if (!known || hit.p > known.p) best.set(hit.tag, hit);
  }
  return best;
}
