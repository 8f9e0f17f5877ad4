import { useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { keysInForce } from '../ui/keys.ts';
import { MOD } from './side.tsx';

const SHOWN: Record<string, string> = { Enter: '↵', ArrowUp: '↑', ArrowDown: '↓', Escape: 'esc' };

/** The keys that work on the page one came from. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const text = useText();
  const [keys] = useState(keysInForce);
  return (
    <Dialog title={text.shell.shortcuts} onClose={onClose}>
      <p className="m t13">{text.shell.shortcutsWhy}</p>
      <dl className="kv" style={{ rowGap: 9 }}>
        {keys.map(({ key, says }) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{says}</dt>
            <dd>
              <kbd style={{ display: 'inline-block' }}>
                {key.startsWith('mod+') ? `${MOD}${key.slice(4).toUpperCase()}` : (SHOWN[key] ?? key)}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="ends">
        <button type="button" className="btn" onClick={onClose}>
          {text.shell.close}
        </button>
      </p>
    </Dialog>
  );
}
