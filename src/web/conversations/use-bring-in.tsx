import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { openUploads } from '../shell/upload-door.ts';
import { toast } from '../ui/toasts.ts';
import { uploads } from './bring-in.ts';
import { fromFolder, type Gathered } from './dropped.ts';
import { useDrop } from './use-drop.ts';

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
