import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode, useMemo } from 'react';
import type { Mention } from '#model/note.ts';
import { type Block, type Inline, parseMarkdown } from './markdown.ts';

/** A note as it reads. Built of elements, never of HTML: what somebody wrote in tags is shown as the letters it is. */
export function MarkdownView({ body, mentions }: { body: string; mentions: Mention[] }) {
  const blocks = useMemo(() => parseMarkdown(body), [body]);
  return (
    <div className="md">
      <Blocks blocks={blocks} mentions={mentions} />
    </div>
  );
}

function Blocks({ blocks, mentions }: { blocks: Block[]; mentions: Mention[] }) {
  return blocks.map((block, i) => <Fragment key={keyOf(i)}>{blockView(block, mentions)}</Fragment>);
}

function blockView(block: Block, mentions: Mention[]): ReactNode {
  if (block.kind === 'paragraph') return <p>{words(block.of, mentions)}</p>;
  // The page has its own headings: a note's stand under them, whatever their depth.
  if (block.kind === 'heading') return <p className="md-h">{words(block.of, mentions)}</p>;
  if (block.kind === 'code')
    return (
      <pre>
        <code>{block.text}</code>
      </pre>
    );
  if (block.kind === 'line') return <hr />;
  if (block.kind === 'quote')
    return (
      <blockquote>
        <Blocks blocks={block.of} mentions={mentions} />
      </blockquote>
    );
  const items = block.items.map((item, i) => <li key={keyOf(i)}>{itemView(item, mentions)}</li>);
  return block.from === null ? <ul>{items}</ul> : <ol start={block.from}>{items}</ol>;
}

/** A line of a list is a line, not a paragraph. */
function itemView(item: Block[], mentions: Mention[]): ReactNode {
  const [first, ...rest] = item;
  if (first?.kind !== 'paragraph') return <Blocks blocks={item} mentions={mentions} />;
  return (
    <>
      {words(first.of, mentions)}
      <Blocks blocks={rest} mentions={mentions} />
    </>
  );
}

function words(nodes: Inline[], mentions: Mention[]): ReactNode {
  return nodes.map((node, i) => <Fragment key={keyOf(i)}>{wordView(node, mentions)}</Fragment>);
}

function wordView(node: Inline, mentions: Mention[]): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'code':
      return <code>{node.text}</code>;
    case 'bold':
      return <strong>{words(node.of, mentions)}</strong>;
    case 'italic':
      return <em>{words(node.of, mentions)}</em>;
    case 'strike':
      return <s>{words(node.of, mentions)}</s>;
    case 'link':
      return (
        <a className="link" href={node.href} rel="noopener noreferrer" target="_blank">
          {words(node.of, mentions)}
        </a>
      );
    case 'mention':
      return <Named node={node} mentions={mentions} />;
  }
}

/** By the name they have now; who is not here any more keeps the name that was written. */
function Named({ node, mentions }: { node: Extract<Inline, { kind: 'mention' }>; mentions: Mention[] }) {
  const now = mentions.find((one) => one.kind === node.who && one.id === node.id);
  const name = `@${now?.name ?? node.name}`;
  if (node.who === 'member' || !now) return <span className="b">{name}</span>;
  return (
    <Link className="link" to="/people/$id" params={{ id: node.id }}>
      {name}
    </Link>
  );
}

// A text is read as a whole and never re-ordered: a place in it is as good a key as any.
function keyOf(i: number): string {
  return String(i);
}
