import { compile } from 'html-to-text';

/** Characters: a page longer than this is a newsletter's, and its head says enough. */
const LONGEST = 2_000_000;
/** Deeper than any layout of tables in tables; what nests deeper was made to break a reader. */
const DEEPEST = 120;
/** A longer address is a tracker's, and says nothing to a reader. */
const LONGEST_LINK = 100;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: LONGEST, maxDepth: DEEPEST, ellipsis: '' },
  formatters: {
    // The label is what was written; where it leads is told when it is short enough to mean something.
    link: (elem, walk, builder) => {
      const href: string = elem.attribs?.href ?? '';
      let label = '';
      builder.pushWordTransform((word: string) => {
        label += word;
        return word;
      });
      walk(elem.children, builder);
      builder.popWordTransform();
      const isTold = !/^https?:\/\//i.test(href) || href.length > LONGEST_LINK || label === '' || href.includes(label.replace(/\/$/, ''));
      if (!isTold) builder.addInline(` (${href})`, { noWordTransform: true });
    },
  },
  selectors: [
    { selector: 'a', format: 'link' },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'title', format: 'skip' },
    // Mail programs say themselves what is a signature.
    ...['.gmail_signature', '.moz-signature', '#Signature', '#ms-outlook-mobile-signature'].map((selector) => ({
      selector,
      format: 'skip',
    })),
    { selector: 'hr', format: 'blockString', options: { string: '' } },
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** HTML of a mail as plain text: quoted blocks get `> `, pictures (trackers too) are left out, links keep their words. */
export function textOfHtml(html: string): string {
  return convert(shallow(html.slice(0, LONGEST)));
}

/**
 * The parser behind the converter walks by recursion, so tags nested thousands deep would end the process: such a page loses its
 * tags instead. Closing tags are often missing in mail, so only what nests far beyond a layout counts.
 */
function shallow(html: string): string {
  let depth = 0;
  let deepest = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', open + 1)) {
    if (html[open + 1] === '/') depth = Math.max(0, depth - 1);
    else if (/^(?:div|span|table|tbody|tr|td|blockquote|font|b|i|u|p|a|ul|ol|li|center|section)\b/i.test(html.slice(open + 1, open + 12)))
      depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest > 2000 ? withoutTags(html) : html;
}

function withoutTags(html: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) return text + html.slice(at, open < 0 ? undefined : open);
    text += `${html.slice(at, open)} `;
    at = close + 1;
  }
}
