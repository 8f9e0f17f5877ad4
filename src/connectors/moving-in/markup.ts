/** What other programs wrap words in. */

const TAG = /<\/?(?:p|br|div|span|strong|b|em|i|u|ul|ol|li|a|h[1-6]|table|tr|td|img|blockquote|html|body|head)\b[^<>]{0,2000}>/i;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Notes of other programs come as HTML: its words, with their lines and lists, as Markdown. What has no tags stays as it is. */
export function withoutMarkup(text: string): string {
  if (!TAG.test(text)) return text;
  return withoutHidden(text)
    .replace(/<a\b[^<>]{0,300}?href="(https?:[^"<>]{1,2000})"[^<>]{0,300}>([^<>]{0,2000})<\/a>/gi, (_, url: string, words: string) =>
      words.trim() === '' || words === url ? url : `[${words}](${url})`,
    )
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<h[1-6]\b[^<>]*>/gi, '\n\n## ')
    .replace(/<\/?(?:strong|b)\b[^<>]*>/gi, '**')
    .replace(/<br\b[^<>]*>|<\/(?:div|tr|ul|ol|h[1-6])>/gi, '\n')
    .replace(/<\/p>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&#(\d{1,7});/g, (whole, code: string) => letterOf(Number(code)) ?? whole)
    .replace(/&#x([\da-f]{1,6});/gi, (whole, code: string) => letterOf(Number.parseInt(code, 16)) ?? whole)
    .replace(/&(\w+);/g, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole)
    .replaceAll('****', '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** By hand, as a pattern would look to the end again for every tag that nothing closes. */
function withoutHidden(text: string): string {
  let kept = text;
  for (const tag of ['script', 'style', 'head']) {
    const lower = kept.toLowerCase();
    let out = '';
    let from = 0;
    for (let open = lower.indexOf(`<${tag}`); open >= 0; open = lower.indexOf(`<${tag}`, from)) {
      const close = lower.indexOf(`</${tag}>`, open);
      if (close < 0) break;
      out += kept.slice(from, open);
      from = close + tag.length + 3;
    }
    kept = out + kept.slice(from);
  }
  return kept;
}

const letterOf = (code: number): string | null =>
  code > 8 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;

/** The words of a document that is kept as blocks in JSON; what is none stays as it is. */
export function textOfBlocks(text: string): string {
  if (!text.startsWith('[') && !text.startsWith('{')) return withoutMarkup(text);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return text;
  }
  return linesOfBlocks(document, 0).join('\n').trim();
}

function linesOfBlocks(block: unknown, depth: number): string[] {
  if (Array.isArray(block)) return block.flatMap((one: unknown) => linesOfBlocks(one, depth));
  if (!block || typeof block !== 'object' || depth > 20) return [];
  const { content, children } = block as { content?: unknown; children?: unknown };
  const words = Array.isArray(content) ? content.map(wordsOf).join('') : typeof content === 'string' ? content : '';
  return [...(words === '' ? [] : [words]), ...linesOfBlocks(children, depth + 1)];
}

function wordsOf(inline: unknown): string {
  if (!inline || typeof inline !== 'object') return '';
  const { text, content } = inline as { text?: unknown; content?: unknown };
  return typeof text === 'string' ? text : Array.isArray(content) ? content.map(wordsOf).join('') : '';
}
