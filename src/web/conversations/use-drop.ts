import { useEffect, useRef, useState } from 'react';
import { type Entry, type Gathered, gather } from './dropped.ts';

/**
 * Files dropped anywhere on the window; true while something is held over it. Of folders what `readable` fits is taken. Enter and leave come for every
 * element passed: only a count says whether the hand is still over the window.
 */
export function useDrop(take: (gathered: Gathered) => void, readable?: RegExp): boolean {
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
      void gather(entries, readable).then((gathered) => latest.current(gathered));
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
  }, [readable]);
  return over;
}

/** What comes from another program (an attachment out of a mail window) can be a file without a place on a disk, and then has no entry. */
function entryOf(item: DataTransferItem): Entry | null {
  const entry = item.webkitGetAsEntry();
  if (entry) return entry as unknown as Entry;
  const file = item.getAsFile();
  return file && { isFile: true, isDirectory: false, name: file.name, fullPath: `/${file.name}`, file: (yes) => yes(file) };
}
