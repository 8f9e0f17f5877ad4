import { Markdown } from '@tiptap/markdown';
import { EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useId, useRef } from 'react';
import type { Mention } from '#model/note.ts';
import { useNotesText } from '../messages/notes-text.ts';
import { safeAddress, withNames, withoutTags } from './markdown.ts';
import { MentionNode } from './mention-node.ts';
import { NoteTools } from './note-tools.tsx';
import { type Offer, useNaming } from './use-naming.ts';

interface Given {
  /** Markdown to begin with; what is typed afterwards comes out by `onChange`. */
  body: string;
  mentions: Mention[];
  describedBy: string;
  onChange: (body: string) => void;
  onSave: () => void;
  /** Escape was pressed, and nothing in here was open to be closed by it. */
  onEscape: () => void;
}

/** Words with their form, Markdown in and out. It comes when somebody first writes: nothing else needs it. */
export function NoteEditor({ body, mentions, describedBy, onChange, onSave, onEscape }: Given) {
  const text = useNotesText();
  const { offer, suggestion } = useNaming();
  const given = { onChange, onSave, onEscape, offer };
  const latest = useRef(given);
  latest.current = given;
  const list = useId();
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        underline: false,
        link: { openOnClick: false, defaultProtocol: 'https', isAllowedUri: (address) => safeAddress(address) !== null },
      }),
      Markdown,
      MentionNode.configure({ HTMLAttributes: { class: 'b' }, suggestion }),
    ],
    content: withoutTags(withNames(body, mentions)),
    contentType: 'markdown',
    // Our own policy forbids style sheets in the page; what it needs is in notes.css.
    injectCSS: false,
    autofocus: 'end',
    editorProps: {
      attributes: { class: 'md', role: 'textbox', 'aria-multiline': 'true', 'aria-label': text.body, 'aria-describedby': describedBy },
      handleKeyDown: (_view, event) => {
        // The text takes every Escape for its own and would keep it from the page.
        const isLeaving = event.key === 'Escape' && !latest.current.offer;
        const isSaving = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
        if (isLeaving) latest.current.onEscape();
        if (isSaving) latest.current.onSave();
        return isLeaving || isSaving;
      },
    },
    onUpdate: ({ editor: changed }) => latest.current.onChange(changed.getMarkdown()),
  });
  useEffect(() => {
    if (!offer) return;
    const box = editor.view.dom;
    box.setAttribute('aria-controls', list);
    box.setAttribute('aria-activedescendant', `${list}-${offer.chosen}`);
    return () => {
      box.removeAttribute('aria-controls');
      box.removeAttribute('aria-activedescendant');
    };
  }, [editor, offer, list]);
  return (
    <>
      <NoteTools editor={editor} />
      <EditorContent editor={editor} className="field note-text" />
      {offer ? <Offers offer={offer} id={list} label={text.mention} /> : null}
    </>
  );
}

function Offers({ offer, id, label }: { offer: Offer; id: string; label: string }) {
  return (
    <div className="pop note-names" id={id} role="listbox" aria-label={label} style={{ left: offer.at.left, top: offer.at.top }}>
      {offer.items.map((one, i) => (
        <div
          key={`${one.kind} ${one.id}`}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === offer.chosen}
          tabIndex={-1}
          onPointerDown={(event) => {
            // The text keeps the focus: it takes the keys and names the active offer.
            event.preventDefault();
            offer.take(one);
          }}
        >
          <b className="b">{one.name}</b> <span className="f">{one.detail}</span>
        </div>
      ))}
    </div>
  );
}
