import { type Editor, useEditorState } from '@tiptap/react';
import { AtSign, Bold, Heading, Italic, Link, List, ListOrdered, type LucideIcon, Quote } from 'lucide-react';
import { useState } from 'react';
import { useNotesText } from '../messages/notes-text.ts';
import { safeAddress } from './markdown.ts';

interface Tool {
  name: 'bold' | 'italic' | 'heading' | 'bullets' | 'numbers' | 'quote';
  icon: LucideIcon;
  isOn: (editor: Editor) => boolean;
  run: (editor: Editor) => unknown;
}

const TOOLS: Tool[] = [
  { name: 'bold', icon: Bold, isOn: (one) => one.isActive('bold'), run: (one) => one.chain().focus().toggleBold().run() },
  { name: 'italic', icon: Italic, isOn: (one) => one.isActive('italic'), run: (one) => one.chain().focus().toggleItalic().run() },
  {
    name: 'heading',
    icon: Heading,
    isOn: (one) => one.isActive('heading'),
    run: (one) => one.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  { name: 'bullets', icon: List, isOn: (one) => one.isActive('bulletList'), run: (one) => one.chain().focus().toggleBulletList().run() },
  {
    name: 'numbers',
    icon: ListOrdered,
    isOn: (one) => one.isActive('orderedList'),
    run: (one) => one.chain().focus().toggleOrderedList().run(),
  },
  { name: 'quote', icon: Quote, isOn: (one) => one.isActive('blockquote'), run: (one) => one.chain().focus().toggleBlockquote().run() },
];

/** The forms that words can have; each also has its usual key, and can be typed as Markdown. */
export function NoteTools({ editor }: { editor: Editor }) {
  const text = useNotesText();
  const [linking, setLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ tools: TOOLS.map((tool) => tool.isOn(now)).join(), link: now.isActive('link') }),
  });
  const pressed = on.tools.split(',');
  return (
    <>
      <div className="note-tools" role="toolbar" aria-label={text.tools}>
        {TOOLS.map(({ name, icon: Icon, run }, i) => (
          <button
            key={name}
            type="button"
            className="btn q sm ic"
            aria-label={text[name]}
            title={text[name]}
            aria-pressed={pressed[i] === 'true'}
            onClick={() => run(editor)}
          >
            <Icon className="i" aria-hidden="true" />
          </button>
        ))}
        <button
          type="button"
          className="btn q sm ic"
          aria-label={text.link}
          title={text.link}
          aria-pressed={on.link}
          aria-expanded={linking}
          onClick={() => setLinking(!linking)}
        >
          <Link className="i" aria-hidden="true" />
        </button>
        <button
          type="button"
          className="btn q sm ic"
          aria-label={text.mention}
          title={text.mention}
          onClick={() =>
            editor
              .chain()
              .focus()
              .insertContent(beforeCaret(editor) ? ' @' : '@')
              .run()
          }
        >
          <AtSign className="i" aria-hidden="true" />
        </button>
      </div>
      {linking ? <LinkField editor={editor} onClose={() => setLinking(false)} /> : null}
    </>
  );
}

/** A letter stands before the caret: what is named begins a word of its own. */
function beforeCaret({ state }: Editor): boolean {
  const { from } = state.selection;
  return /\S/.test(state.doc.textBetween(Math.max(0, from - 1), from));
}

function LinkField({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const text = useNotesText();
  const [address, setAddress] = useState(String(editor.getAttributes('link').href ?? 'https://'));
  const [wrong, setWrong] = useState(false);
  const set = () => {
    const href = safeAddress(address.trim());
    if (!href) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever in it the focus is
    <div
      className="note-link"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
        editor.commands.focus();
      }}
    >
      <input
        className={wrong ? 'field bad' : 'field'}
        type="url"
        // biome-ignore lint/a11y/noAutofocus: it stands here because somebody asked for it
        autoFocus
        aria-label={text.linkTo}
        aria-invalid={wrong || undefined}
        value={address}
        onChange={(event) => {
          setAddress(event.target.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          set();
        }}
      />
      <button type="button" className="btn sm" onClick={set}>
        {text.linkSet}
      </button>
      {editor.isActive('link') ? (
        <button
          type="button"
          className="btn q sm"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run();
            onClose();
          }}
        >
          {text.linkOff}
        </button>
      ) : null}
      {wrong ? (
        <span className="hint harm" role="alert">
          {text.linkWrong}
        </span>
      ) : null}
    </div>
  );
}
