import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isTidy, plainWords, voiceName, voicesIn } from './cue-text.ts';

test('the voice changes where a tag says so, and ends with it', () => {
  assert.deepEqual(voicesIn('before <v Ana Ruiz>hers</v> between <v.loud.fast Tom>his'), [
    { voice: null, text: 'before' },
    { voice: 'Ana Ruiz', text: 'hers' },
    { voice: null, text: 'between' },
    { voice: 'Tom', text: 'his' },
  ]);
});

test('other tags go, and their words stay', () => {
  const raw = '<c.yellow.bg_blue>yellow</c> <00:00:12.000>then <lang en>said</lang> <ruby>a<rt>b</rt></ruby> <u>so</u>';
  assert.deepEqual(voicesIn(raw), [{ voice: null, text: 'yellow then said ab so' }]);
});

test('a tag may span lines, and one that never ends is words', () => {
  assert.deepEqual(voicesIn('<v Ana\nRuiz>over\ntwo lines</v>'), [{ voice: 'Ana Ruiz', text: 'over two lines' }]);
  assert.deepEqual(voicesIn('<v Ana Ruiz and no end'), [{ voice: null, text: '<v Ana Ruiz and no end' }]);
});

test('names have entities, commas and brackets; a tag without a name has none', () => {
  assert.equal(voiceName('v.loud Tom &amp; Co'), 'Tom & Co');
  assert.equal(voiceName('v Baker, Tom (External)'), 'Baker, Tom (External)');
  assert.equal(voiceName('v.loud'), null);
  assert.equal(voiceName('v  '), null);
});

test('entities by name and by number; a wrong one stays or goes, and never breaks the text', () => {
  const cases: [string, string][] = [
    ['a &amp; b', 'a & b'],
    ['&lt;i&gt;', '<i>'],
    ['a&nbsp;b', 'a b'],
    ['it&#39;s &#x27;so&#X27;', "it's 'so'"],
    ['&lrm;x&rlm;', 'x'],
    ['&amp;amp;', '&amp;'],
    ['AT&T; &foo;', 'AT&T; &foo;'],
    ['a&#0;b&#xD800;c&#x110000;', 'abc'],
    ['&#128075;', '👋'],
  ];
  for (const [raw, text] of cases) assert.equal(plainWords(raw), text, raw);
});

test('white space of any kind is one space', () => {
  assert.equal(plainWords('  a\n\tb\u00a0\u200b c  '), 'a b c');
});

test('a tidy file has nothing to resolve', () => {
  assert.equal(isTidy('Ana: plain words, really.\n'), true);
  for (const text of ['a & b', '<v Ana>', 'a\tb', 'a\u00a0b', 'a\u200bb']) assert.equal(isTidy(text), false, text);
});

test('whatever the words, writing them with entities and reading them gives them back', () => {
  const write = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const text = fc
    .array(fc.constantFrom('&', '<', '>', 'v', ' ', 'amp;', '/v', 'Ana', '#39;', 'é'), { minLength: 1 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (words) => {
      const plain = words.replace(/\s+/g, ' ').trim();
      assert.deepEqual(voicesIn(`<v Ana>${write(words)}</v>`), plain ? [{ voice: 'Ana', text: plain }] : []);
    }),
  );
});
