import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Block, type Inline, mentionOf, parseInline, parseMarkdown, safeAddress, withNames, withoutTags } from './markdown.ts';

const ID = '0198c0de-0000-7000-8000-000000000001';

/** The tree as brackets: short enough to be read in a test. */
const inline = (nodes: Inline[]): string =>
  nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'break') return '⏎';
      if (node.kind === 'code') return `code(${node.text})`;
      if (node.kind === 'mention') return `${node.who}(${node.name})`;
      return node.kind === 'link' ? `link(${node.href} ${inline(node.of)})` : `${node.kind}(${inline(node.of)})`;
    })
    .join('');
const tree = (blocks: Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'line') return 'line';
      if (block.kind === 'code') return `code(${block.text})`;
      if (block.kind === 'quote') return `quote(${tree(block.of)})`;
      if (block.kind === 'list') return `${block.from === null ? 'ul' : `ol${block.from}`}(${block.items.map(tree).join(' | ')})`;
      return `${block.kind === 'heading' ? `h${block.level}` : 'p'}(${inline(block.of)})`;
    })
    .join(' ');
const told = (text: string) => tree(parseMarkdown(text));

test('paragraphs, headings, quotes, lines and code', () => {
  assert.equal(told('One\ntwo\n\nthree'), 'p(One two) p(three)');
  assert.equal(told('# Head #\n## Two\n#no head'), 'h1(Head) h2(Two) p(#no head)');
  assert.equal(told('> she said\n> twice\n\nafter'), 'quote(p(she said twice)) p(after)');
  assert.equal(told('a\n\n---\n\n* * *'), 'p(a) line line');
  assert.equal(told('```js\nconst a = "<b>";\n```\nafter'), 'code(const a = "<b>";) p(after)');
  assert.equal(told('```\nnever closed'), 'code(never closed)');
});

test('lists hold what is indented under an item, and number from where they begin', () => {
  assert.equal(told('- one\n- two\n  still two\n- three'), 'ul(p(one) | p(two still two) | p(three))');
  assert.equal(told('- one\n  - inner\n  - more\n- two'), 'ul(p(one) ul(p(inner) | p(more)) | p(two))');
  assert.equal(told('3. three\n4. four'), 'ol3(p(three) | p(four))');
  assert.equal(told('- one\n\n  second part\n\nafter'), 'ul(p(one) p(second part)) p(after)');
  assert.equal(told('1. one\n\n- other'), 'ol1(p(one)) ul(p(other))');
});

test('bold, italic, strike and code nest; marks in words and left open are letters', () => {
  assert.equal(told('**bold** *it* _too_ ~~gone~~ `a*b*`'), 'p(bold(bold) italic(it) italic(too) strike(gone) code(a*b*))');
  assert.equal(told('**bold *and it* on**'), 'p(bold(bold italic(and it) on))');
  assert.equal(told('*it **and bold** on*'), 'p(italic(it bold(and bold) on))');
  assert.equal(told('snake_case_name 2 * 3 * 4 **open'), 'p(snake_case_name 2 * 3 * 4 **open)');
  assert.equal(told('\\*no\\* &lt;b&gt; &amp; &#8364; &unknown;'), 'p(*no* <b> & € &unknown;)');
  assert.equal(told('one  \ntwo\\\nthree'), 'p(one⏎two⏎three)');
});

test('links lead only where they may; tags are letters', () => {
  assert.equal(told('[site](https://example.org "t")'), 'p(link(https://example.org/ site))');
  assert.equal(
    told('see https://example.org/a(b). And <mailto:a@b.example>'),
    'p(see link(https://example.org/a https://example.org/a)(b). And link(mailto:a@b.example a@b.example))',
  );
  for (const trick of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/people',
    'file:///etc',
  ])
    assert.doesNotMatch(told(`[click](${trick})`), /link\(/, trick);
  assert.equal(told('<script>alert(1)</script> <b>x</b>'), 'p(<script>alert(1)</script> <b>x</b>)');
});

test('a mention keeps its id, and says the name that person has now', () => {
  const written = `Ask ${mentionOf({ kind: 'person', id: ID, name: 'Ines [the first]' })} today`;
  assert.equal(told(written), 'p(Ask person(Ines [the first]) today)');
  const now = withNames(written, [{ kind: 'person', id: ID, name: 'Ines Wolf' }]);
  assert.equal(told(now), 'p(Ask person(Ines Wolf) today)');
  assert.equal(withNames(written, [{ kind: 'member', id: ID, name: 'Somebody else' }]), written);
  assert.equal(told(`[@x](heed:workspace/${ID})`), 'p(@x)');
});

test('tags go to an editor as letters, code and addresses as they are', () => {
  assert.equal(withoutTags('a <b>c</b> `<i>` <https://x.example> 1 < 2'), 'a &lt;b>c&lt;/b> `<i>` <https://x.example> 1 < 2');
});

const words = (nodes: Inline[]): string =>
  nodes.map((node) => ('of' in node ? words(node.of) : 'text' in node ? node.text : 'name' in node ? node.name : ' ')).join('');
const hrefs = (nodes: Inline[]): string[] =>
  nodes.flatMap((node) => [...(node.kind === 'link' ? [node.href] : []), ...('of' in node ? hrefs(node.of) : [])]);

test('any text at all can be read, quickly, and never leads anywhere else', () => {
  const pieces = fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '\\',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '> ',
    '# ',
    '~~',
    '&lt;',
    'javascript:',
    'https://x.example',
    ' ',
    'word',
    `[@a](heed:person/${ID})`,
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const walk = (blocks: Block[]): void => {
        for (const block of blocks) {
          if (block.kind === 'list') block.items.forEach(walk);
          else if (block.kind === 'quote') walk(block.of);
          else if ('of' in block) for (const href of hrefs(block.of)) assert.equal(safeAddress(href), href);
        }
      };
      walk(parseMarkdown(text));
    }),
    { numRuns: 500 },
  );
});

test('words without marks come out as they went in', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9 ,.]{1,80}$/), (text) => {
      assert.equal(words(parseInline(text)), text);
    }),
  );
});

test('a note made to be slow is not', () => {
  // Of the processor, not of the clock: other work on the machine does not count.
  const began = process.cpuUsage();
  for (const piece of ['*a ', '[', '`', '**', '> ', '- ', '_a_', '![](', '<a', '&', '[a](']) {
    parseMarkdown(piece.repeat(3_000));
    parseMarkdown(`${piece}\n`.repeat(1_500));
  }
  const { user } = process.cpuUsage(began);
  assert.ok(user < 5_000_000, `${user / 1000} ms`);
});
