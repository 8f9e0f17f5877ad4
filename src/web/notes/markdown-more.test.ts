import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Block, type Inline, mentionOf, parseInline, parseMarkdown, safeAddress, withNames, withoutTags } from './markdown.ts';

const ID = '0198c0de-0000-7000-8000-000000000001';
const plain = (text: string) =>
  parseInline(text)
    .map((node) => (node.kind === 'text' ? node.text : `<${node.kind}>`))
    .join('');
const kinds = (text: string) => parseMarkdown(text).map((block) => block.kind);

test('a letter written by its number is that letter, also beyond the first plane', () => {
  assert.equal(plain('&#8364; &#x20ac; &#128512; &#x1F600;'), '€ € 😀 😀');
  assert.equal(plain('&quot;a&quot; &AMP; &nbsp;'), '"a" & \u00a0');
});

test('a number that is no letter, and a name that is none of ours, stay as they were typed', () => {
  for (const typed of ['&#0;', '&#xD800;', '&#x110000;', '&#9999999;', '&constructor;', '&toString;', '&copy;', '&;', 'AT&T'])
    assert.equal(plain(typed), typed);
});

test('a mark is closed on its own side of a space, or it is a letter', () => {
  assert.equal(plain('* a *'), '* a *');
  assert.equal(plain('**a **'), '**a **');
  assert.equal(plain('~~a~~ ~b~'), '<strike> ~b~');
  assert.equal(plain('a_b_c __d__'), 'a_b_c <bold>');
});

test('code keeps what stands in it, whatever marks and back ticks that are', () => {
  const codes = (text: string) => parseInline(text).flatMap((node) => (node.kind === 'code' ? [node.text] : []));
  assert.deepEqual(codes('`**no** &lt;`'), ['**no** &lt;']);
  assert.deepEqual(codes('``a ` b``'), ['a ` b']);
  assert.deepEqual(codes('` a `'), ['a']);
  assert.deepEqual(codes('`open'), []);
});

test('a mark that stands in code closes nothing', () => {
  const [bold] = parseInline('**a `**` b**');
  assert.ok(bold?.kind === 'bold');
  assert.deepEqual(
    bold.of.map((node) => node.kind),
    ['text', 'code', 'text'],
  );
});

test('a fence is closed by one of its own sort, and a line of text does not end it', () => {
  assert.deepEqual(parseMarkdown('~~~\n```\nstill\n~~~\nafter')[0], { kind: 'code', text: '```\nstill' });
  assert.deepEqual(parseMarkdown('````\n```\nstill\n````')[0], { kind: 'code', text: '```\nstill' });
  assert.deepEqual(kinds('```\n```'), ['code']);
});

test('a list may begin right under a line, and a heading may not have seven signs', () => {
  assert.deepEqual(kinds('To do:\n- one\n- two'), ['paragraph', 'list']);
  assert.deepEqual(kinds('####### seven'), ['paragraph']);
  assert.deepEqual(kinds('###### six'), ['heading']);
});

test('a line of stars is a line and not a list, also between items', () => {
  assert.deepEqual(kinds('* one\n* * *\n* two'), ['list', 'line', 'list']);
});

test('lines from Windows and tabs are read as others are', () => {
  assert.deepEqual(kinds('# Head\r\n\r\none\r\ntwo'), ['heading', 'paragraph']);
  const [list] = parseMarkdown('- one\n\t- inner');
  assert.ok(list?.kind === 'list');
  assert.deepEqual(
    list.items[0]?.map((block) => block.kind),
    ['paragraph', 'list'],
  );
});

test('what lies deeper than anybody writes is text, and nothing breaks', () => {
  const depthOf = (blocks: Block[]): number =>
    Math.max(
      0,
      ...blocks.map((block) =>
        block.kind === 'quote' ? 1 + depthOf(block.of) : block.kind === 'list' ? 1 + Math.max(...block.items.map(depthOf)) : 0,
      ),
    );
  assert.equal(depthOf(parseMarkdown(`${'> '.repeat(40)}deep`)), 12);
  assert.ok(depthOf(parseMarkdown(`${'- '.repeat(40)}deep`)) <= 12);
});

test('an address of a link may hold brackets, and a title is not part of it', () => {
  const hrefs = (text: string) => parseInline(text).flatMap((node: Inline) => (node.kind === 'link' ? [node.href] : []));
  assert.deepEqual(hrefs('[a](https://x.example/b_(c))'), ['https://x.example/b_(c)']);
  assert.deepEqual(hrefs("[a](<https://x.example/> 'title')"), ['https://x.example/']);
  assert.deepEqual(hrefs('See https://x.example/a, and HTTPS://Y.EXAMPLE/B!'), ['https://x.example/a', 'https://y.example/B']);
  assert.deepEqual(hrefs('nothttps://x.example'), []);
});

test('an address that may not be followed leaves its words', () => {
  assert.equal(plain('[read **me**](javascript:alert)'), 'read **me**');
  assert.equal(plain('<javascript:alert(1)>'), '<javascript:alert(1)>');
});

test('only http, https and mailto may be followed, however they are dressed', () => {
  for (const trick of [
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'JAVASCRIPT:x',
    'blob:https://x.example/1',
    'heed:person/1',
    '',
    'x',
  ])
    assert.equal(safeAddress(trick), null, JSON.stringify(trick));
  assert.equal(safeAddress(' https://x.example '), 'https://x.example/');
  assert.equal(safeAddress('mailto:ana@x.example'), 'mailto:ana@x.example');
  fc.assert(fc.property(fc.webUrl(), (url) => safeAddress(url) !== null));
});

test('whoever is named is written and read back as they are called, whatever signs are in it', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 40 }).filter((name) => !/[\n\r\t]/.test(name)),
      fc.constantFrom('person' as const, 'member' as const),
      (name, kind) => {
        const [node] = parseInline(mentionOf({ kind, id: ID, name }));
        assert.deepEqual(node, { kind: 'mention', who: kind, id: ID, name });
      },
    ),
  );
});

test('each mention takes the name of its own person, and words between them stay', () => {
  const other = ID.replace(/1$/, '2');
  const body = `${mentionOf({ kind: 'person', id: ID, name: 'A' })} and ${mentionOf({ kind: 'person', id: other, name: 'B' })}, $1 $&`;
  const now = withNames(body, [{ kind: 'person', id: other, name: 'Bo $& [x]' }]);
  assert.deepEqual(
    parseInline(now).map((node) => (node.kind === 'mention' ? node.name : node.kind === 'text' ? node.text : node.kind)),
    ['A', ' and ', 'Bo $& [x]', ', $1 $&'],
  );
});

test('text that an editor reads keeps its code and has no tags', () => {
  assert.equal(withoutTags('<img src=x onerror=alert(1)>'), '&lt;img src=x onerror=alert(1)>');
  assert.equal(withoutTags('```\n<b>\n```\n<b>'), '```\n<b>\n```\n&lt;b>');
  assert.equal(withoutTags('<!-- x --> </b> <?php'), '&lt;!-- x --> &lt;/b> &lt;?php');
  assert.equal(withoutTags('never closed ```<b>'), 'never closed ```<b>');
  assert.equal(withoutTags('1 <2 a< b'), '1 <2 a< b');
});

test('without its tags a text is read as it was', () => {
  const flat = (nodes: Inline[]): string => nodes.map((node) => ('of' in node ? flat(node.of) : 'text' in node ? node.text : '')).join('');
  fc.assert(
    fc.property(fc.array(fc.constantFrom('<b>', 'word ', '</i>', '< 2', ' & '), { maxLength: 8 }), (parts) => {
      const text = parts.join('').trim();
      assert.equal(flat(parseInline(withoutTags(text))), flat(parseInline(text)));
    }),
  );
});
