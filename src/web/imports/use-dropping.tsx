import { type ReactNode, useRef } from 'react';
import { useDrop } from '../conversations/use-drop.ts';
import { useImportsText } from '../messages/imports-text.ts';

const READABLE = /\.(csv|tsv|tab|txt|xlsx|zip|vcf|vcard|ics|ical|jsonl?|ndjson)$/i;

/** Files by choice or by dropping, anywhere on the page, folders too. `inputs` is to be rendered once. */
export function useDropping(take: (files: File[]) => void): { choose: () => void; over: boolean; inputs: ReactNode } {
  const text = useImportsText();
  const field = useRef<HTMLInputElement>(null);
  const over = useDrop(({ files }) => files.length > 0 && take(files.map(({ file }) => file)), READABLE);
  const inputs = (
    <>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        data-choose="imports"
        onChange={({ currentTarget: input }) => {
          const files = [...(input.files ?? [])];
          input.value = '';
          if (files.length > 0) take(files);
        }}
      />
      {over ? (
        <div className="drop-cover" role="status">
          {text.place.dropNow}
        </div>
      ) : null}
    </>
  );
  return { choose: () => field.current?.click(), over, inputs };
}
