import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { openUploads } from '../shell/upload-door.ts';
import { toast } from '../ui/toasts.ts';
import { uploads } from './bring-in.ts';
import { type Entry, fromFolder, type Gathered, gather } from './dropped.ts';

export interface BringIn {
  chooseFiles: () => void;
  chooseFolder: () => void;
  isPrivate: boolean;
  setPrivate: (isPrivate: boolean) => void;
  /** Something is held over the page. */
  over: boolean;
  /** The hidden inputs and the cover: to be rendered once. */
  inputs: ReactNode;
}

/** Files by choice or by dropping, anywhere on the page, folders too. */
export function useBringIn(): BringIn {
  const text = useText().conversations;
  const [isPrivate, setPrivate] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (gathered: Gathered) => {
    if (gathered.files.length === 0 && gathered.left === 0) toast(text.nothingChosen);
    if (gathered.left > 0) toast(text.queueLeft(gathered.left));
    if (gathered.files.length === 0) return;
    openUploads();
    uploads.add(gathered.files, isPrivate);
  };
  const over = useDrop(take);
  const chosen = (input: HTMLInputElement, sift: boolean) => {
    const list = [...(input.files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
    input.value = '';
    if (list.length > 0) take(sift ? fromFolder(list) : { files: list, left: 0 });
  };
  const inputs = (
    <>
      <input ref={files} type="file" multiple hidden data-choose="files" onChange={(event) => chosen(event.currentTarget, false)} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        data-choose="folder"
        {...{ webkitdirectory: '' }}
        onChange={(event) => chosen(event.currentTarget, true)}
      />
      {over ? (
        <div className="drop-cover" role="status">
          {text.dropNow}
        </div>
      ) : null}
    </>
  );
  return { chooseFiles: () => files.current?.click(), chooseFolder: () => folder.current?.click(), isPrivate, setPrivate, over, inputs };
}

/** Enter and leave come for every element passed: only a count says whether the hand is still over the window. */
function useDrop(take: (gathered: Gathered) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    let depth = 0;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (holdsFiles(event) && depth++ === 0) setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (holdsFiles(event) && --depth <= 0) {
        depth = 0;
        setOver(false);
      }
    };
    const hover = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      // The items are gone once this handler returns: their entries are taken now, read later.
      const entries = [...(event.dataTransfer?.items ?? [])].map(entryOf).filter((entry) => entry !== null);
      void gather(entries).then((gathered) => latest.current(gathered));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}

/** What comes from another program (an attachment out of a mail window) can be a file without a place on a disk, and then has no entry. */
function entryOf(item: DataTransferItem): Entry | null {
  const entry = item.webkitGetAsEntry();
  if (entry) return entry as unknown as Entry;
  const file = item.getAsFile();
  return file && { isFile: true, isDirectory: false, name: file.name, fullPath: `/${file.name}`, file: (yes) => yes(file) };
}
