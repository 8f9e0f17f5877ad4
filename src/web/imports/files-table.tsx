import { Check, Ellipsis } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LookedFile } from '#model/import.ts';
import type { ImportPage } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { ask } from '../query/api.ts';
import { Menu } from '../ui/menu.tsx';
import { Drawn, ObjectIcon } from './drawn.tsx';
import { Mapping } from './mapping.tsx';
import { useAct } from './use-act.ts';
import { needsWords, sayReason } from './words.ts';

/** Each file: what it is, how many rows, how we know. One can be opened to say what its columns mean. */
export function FilesTable({ page }: { page: ImportPage }) {
  const { files: text } = useImportsText();
  const [open, setOpen] = useState<number | null>(null);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: on a phone its rows fold and would lose their roles
    <table className="list w-fold w-rows" role="table" aria-label={text.table}>
      <colgroup>
        <col style={{ width: 292 }} />
        <col style={{ width: 132 }} />
        <col style={{ width: 82 }} />
        <col />
        <col style={{ width: 148 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{text.file}</th>
          <th scope="col">{text.what}</th>
          <th scope="col" className="num">
            {text.rows}
          </th>
          <th scope="col">{text.how}</th>
          <th scope="col">
            <span className="sr">{text.more}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {page.files.map((file) => (
          <Row key={file.i} page={page} file={file} open={open === file.i} onOpen={() => setOpen(open === file.i ? null : file.i)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ page, file, open, onOpen }: { page: ImportPage; file: LookedFile; open: boolean; onOpen: () => void }) {
  const text = useImportsText();
  const { act } = useAct();
  const left = page.options.leftOutFiles ?? [];
  const leave = (out: boolean) =>
    void act(() => ask.imports.answer({ id: page.id, leftOutFiles: out ? [...left, file.i] : left.filter((i) => i !== file.i) }));
  const name = file.sheet ? `${file.name} · ${file.sheet}` : file.name;
  const choices = [
    ...(file.columns ? [{ id: 'columns', label: text.files.columns, run: onOpen }] : []),
    ...(file.object && file.rows > 0
      ? [{ id: 'out', label: file.leftOut ? text.files.takeIt : text.files.leaveOut, run: () => leave(!file.leftOut) }]
      : []),
  ];
  return (
    <>
      <tr className={open ? 'on' : undefined}>
        <td className="w-a">
          <span className="who">
            {file.object && !file.leftOut ? (
              <ObjectIcon object={file.object} />
            ) : (
              <Drawn of={needsWords(file) ? 'unknown' : 'out'} className="i f" />
            )}
            <span className="w-file" title={name}>
              {name}
            </span>
          </span>
        </td>
        <td className="w-b">
          <b className="b">{whatItIs(file, text)}</b>
        </td>
        <td className="w-c num">{file.rows > 0 ? text.number(file.rows) : <span className="f">–</span>}</td>
        <td className="w-d">
          <span className="m">
            {sayReason(file.why, text)}
            {file.object && !file.leftOut && file.why.code === 'file.known' ? ` ${text.files.told[file.object]}` : null}
          </span>
          {needsWords(file) ? (
            <>
              {' '}
              <button type="button" className="word" aria-expanded={open} onClick={onOpen}>
                {text.files.say}
              </button>
            </>
          ) : null}
        </td>
        <td className="w-e">
          <span className="row">
            {stateOf(file, text)}
            {choices.length > 0 ? (
              <Menu className="btn ic sm q" side="right" label={text.files.menu(name)} choices={choices}>
                <Ellipsis className="i" aria-hidden="true" />
              </Menu>
            ) : null}
          </span>
        </td>
      </tr>
      {open ? (
        <tr className="w-open">
          <td colSpan={5}>
            <div className="w-detail" style={{ paddingLeft: 'var(--s-6)' }}>
              {/* What was read anew begins from what it says now. */}
              <Mapping key={JSON.stringify([file.object, file.columns])} importId={page.id} file={file} onClose={onOpen} />
            </div>
          </td>
        </tr>
      ) : null}
    </>
  );
}

type Text = ReturnType<typeof useImportsText>;

function whatItIs(file: LookedFile, text: Text): string {
  if (file.leftOut || file.why.code === 'file.left-out') return text.files.leftOut;
  if (file.why.code === 'file.users') return text.files.users;
  if (file.why.code === 'file.ties') return text.files.ties;
  if (!file.object) return text.files.notKnown;
  return file.why.code === 'file.guessed' ? text.files.perhaps(text.object[file.object]) : text.object[file.object];
}

function stateOf(file: LookedFile, text: Text): ReactNode {
  if (file.leftOut) return <span className="f">{text.files.byYou}</span>;
  if (needsWords(file)) return <span className="wait b">{text.files.needsYou}</span>;
  if (file.object && file.rows > 0)
    return (
      <span className="acc">
        <Check className="i s" aria-hidden="true" /> {text.files.known}
      </span>
    );
  if (['file.users', 'file.ties'].includes(file.why.code))
    return (
      <span className="acc">
        <Check className="i s" aria-hidden="true" /> {text.files.known}
      </span>
    );
  return <span className="f">{file.why.code === 'file.left-out' ? text.files.onPurpose : text.files.noUse}</span>;
}
