import { Mention, type MentionNodeAttrs } from '@tiptap/extension-mention';
import { mentionOf } from './markdown.ts';

/** Somebody who can be named: as the list offers them, and as the node in the text keeps them. */
export interface Namable {
  kind: 'person' | 'member';
  id: string;
  name: string;
  detail: string;
}

const MENTION = /^\[@((?:\\.|[^\]\\])*)\]\(heed:(person|member)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/i;

/** A name in the text that is one thing: `[@Ines Carvalho](heed:person/<id>)` in Markdown, there and back. */
export const MentionNode = Mention.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      kind: { default: 'person', parseHTML: (element: HTMLElement) => element.getAttribute('data-kind') ?? 'person' },
    };
  },
  markdownTokenizer: {
    name: 'mention',
    level: 'inline',
    start: (text: string) => text.indexOf('[@'),
    tokenize: (text: string) => {
      const found = MENTION.exec(text);
      if (!found) return undefined;
      const label = (found[1] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
      return { type: 'mention', raw: found[0], attributes: { label, kind: found[2]?.toLowerCase(), id: found[3]?.toLowerCase() } };
    },
  },
  parseMarkdown: (token) => ({ type: 'mention', attrs: { ...(token as { attributes?: MentionNodeAttrs }).attributes } }),
  renderMarkdown: (node: { attrs?: { kind?: string; id?: string; label?: string } }) =>
    mentionOf({ kind: node.attrs?.kind === 'member' ? 'member' : 'person', id: node.attrs?.id ?? '', name: node.attrs?.label ?? '' }),
});
