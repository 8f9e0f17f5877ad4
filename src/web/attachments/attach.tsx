import { Paperclip } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAttachmentsText } from '../messages/attachments-text.ts';
import { useSheet } from '../notes/use-sheet.ts';
import { useMay } from '../query/session.ts';
import css from './attachments.css?inline';
import { useAttach } from './use-attach.ts';

interface Given {
  about: 'person' | 'organisation' | 'deal';
  id: string;
  name: string;
}

/** Files beside somebody: chosen, or dropped anywhere on their page; how far they are stands at its foot. */
export function Attach(given: Given) {
  return useMay('member') ? <Attaches {...given} /> : null;
}

function Attaches({ about, id, name }: Given) {
  useSheet(css);
  const text = useAttachmentsText();
  const input = useRef<HTMLInputElement>(null);
  const { going, attach } = useAttach(about, id);
  const over = useDrop(attach);
  return (
    <>
      <button type="button" className="btn sm" onClick={() => input.current?.click()}>
        <Paperclip className="i" aria-hidden="true" />
        <span className="only-lg">{text.button}</span>
        <span className="sr only-sm">{text.button}</span>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text.label}
        onChange={(event) => {
          attach([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {over ? (
        <div className="attach-cover" role="status">
          {text.dropHere(name)}
        </div>
      ) : null}
      {going ? (
        <div className="attach-going pop" role="status">
          <span className="t13">{text.sending(going.name, Math.round(going.share * 100))}</span>
          <button type="button" className="btn q sm" onClick={going.stop}>
            {text.stop}
          </button>
          <span className="prog" aria-hidden="true">
            <i style={{ width: `${going.share * 100}%` }} />
          </span>
        </div>
      ) : null}
    </>
  );
}

/** Enter and leave come for every element passed: only a count says whether the hand is still over the window. */
function useDrop(take: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    let depth = 0;
    const stop = new AbortController();
    const on = (name: 'dragenter' | 'dragleave' | 'dragover' | 'drop', run: (event: DragEvent) => void) =>
      window.addEventListener(name, (event) => event.dataTransfer?.types.includes('Files') && run(event), { signal: stop.signal });
    on('dragenter', () => {
      if (depth++ === 0) setOver(true);
    });
    on('dragleave', () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    });
    on('dragover', (event) => event.preventDefault());
    on('drop', (event) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      // A folder is an entry of no size and no type: sending one fails in the browser without a word.
      const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry()?.isDirectory === true;
      const files = [...(event.dataTransfer?.items ?? [])].filter((item) => !isFolder(item)).map((item) => item.getAsFile());
      latest.current(files.filter((file) => file !== null));
    });
    return () => stop.abort();
  }, []);
  return over;
}
