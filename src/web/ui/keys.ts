/** One listener for all keys. The binding added last wins, so a screen's j and k stand above the shell's. */
export interface Key {
  /** `j`, `?`, `Enter`, `ArrowDown`, `mod+k` (⌘ or Ctrl). */
  key: string;
  /** What it does, for the page of shortcuts; null keeps it out of there. */
  says: string | null;
  run: (event: KeyboardEvent) => void;
}

const layers: { keys: Key[] }[] = [];

/** Adds keys until the returned function is called. */
export function addKeys(keys: Key[]): () => void {
  const layer = { keys };
  layers.push(layer);
  return () => {
    const at = layers.indexOf(layer);
    if (at >= 0) layers.splice(at, 1);
  };
}

/** The keys that work here and now, the nearest first, each once. */
export function keysInForce(): Key[] {
  const seen = new Set<string>();
  const found: Key[] = [];
  for (const layer of layers.toReversed())
    for (const key of layer.keys) {
      if (seen.has(key.key)) continue;
      seen.add(key.key);
      if (key.says) found.push(key);
    }
  return found;
}

export interface Pressed {
  key: string;
  metaKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
}

/** Which binding a press means; null when it belongs to the field that has the focus. */
export function bindingFor(pressed: Pressed, where: { typing: boolean; dialog: boolean; control: boolean }): Key | null {
  const mod = pressed.metaKey || pressed.ctrlKey;
  if (pressed.altKey || where.dialog) return null;
  if (where.typing && !mod) return null;
  // Enter and space belong to the link or button that has the focus.
  if (where.control && (pressed.key === 'Enter' || pressed.key === ' ')) return null;
  const name = mod ? `mod+${pressed.key.toLowerCase()}` : pressed.key;
  for (const layer of layers.toReversed()) {
    const found = layer.keys.find((key) => key.key === name);
    if (found) return found;
  }
  return null;
}

function whereIs(target: EventTarget | null) {
  const element = target instanceof HTMLElement ? target : null;
  return {
    typing:
      element?.isContentEditable === true || element?.matches('input:not([type=checkbox]):not([type=radio]), textarea, select') === true,
    dialog: document.querySelector('dialog:modal') !== null || element?.closest('[role=menu], [role=dialog]') != null,
    control: element?.matches('a, button, summary, [role=menuitem]') === true,
  };
}

export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const found = bindingFor(event, whereIs(event.target));
    if (!found) return;
    event.preventDefault();
    found.run(event);
  });
}
