/** Lists of words as they are read, a bar between two. */
const listed = (words: string) => words.replaceAll('\n', '').split('|');

/** Lines an app adds by itself, from their first words on. */
const SENT_FROM = listed(`
sent from my |sent from mail for |sent from outlook|sent via |get outlook for |sent with proton|sent from yahoo|
verstuurd vanaf mijn |verzonden vanaf mijn |verstuurd met |verzonden vanuit mail|download outlook voor |outlook voor |
von meinem |gesendet von |holen sie sich outlook|outlook für |envoyé de mon |envoyé depuis |télécharger outlook|
enviado desde mi |inviato da `);
/** How people end a letter. What only thanks is said, so it stays; the rest is form. */
const THANKS = listed(`
thanks|thank you|many thanks|thanks again|bedankt|dank|alvast bedankt|dank je|dank u|danke|merci`);
const CLOSINGS = listed(`
best|best regards|kind regards|regards|warm regards|warmly|cheers|sincerely|yours sincerely|best wishes|many regards|
kindest regards|all the best|yours|br|rgds|with kind regards|met vriendelijke groet|vriendelijke groet|
met vriendelijke groeten|vriendelijke groeten|groet|groeten|hartelijke groet|hartelijke groeten|mvg|gr|groetjes|
mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|viele grüße|beste grüße|liebe grüße|mfg|lg|vg|herzliche grüße|
schöne grüße|cordialement|bien cordialement|bien à vous|sincères salutations|salutations|saludos|un saludo`);
/** Two of these in one paragraph make it a lawyer's. */
const LEGAL = listed(`
confidential|intended recipient|intended only|intended solely|notify the sender|unauthori|disclaimer|privileged|
any attachment|received this e|in error|disclosure|viruses|registered office|vertrouwelijk|geadresseerde|bestemd voor|
ten onrechte|afzender|openbaarmaking|vertraulich|empfänger|absender|irrtümlich|unbefugt|confidentiel|destinataire|
pièces jointes|par erreur|consider the environment|think before you print|before printing|denk aan het milieu`);
/** A name, a title, a company, two phones, an address, a link: more is a letter that goes on. */
const LONGEST_BLOCK = 12;
const LONGEST_LINE = 90;

/** What was written, without signature, app footers and disclaimers. Never takes the last words away: "Thanks, Tom" stays. */
export function withoutSignature(lines: readonly string[], sender: string): string[] {
  let kept = trimmed(lines);
  const names = namesOf(sender);
  for (let pass = 0; pass < 4; pass++) {
    const before = kept.length;
    for (const cut of [disclaimerAt, footerAt, dashesAt, closingAt, nameAt]) {
      const shorter = trimmed(kept.slice(0, cut(kept, names)));
      if (shorter.length > 0) kept = shorter;
    }
    if (kept.length === before) break;
  }
  return kept;
}

function trimmed(lines: readonly string[]): string[] {
  let from = 0;
  let to = lines.length;
  while (from < to && lines[from]?.trim() === '') from++;
  while (to > from && lines[to - 1]?.trim() === '') to--;
  return lines.slice(from, to);
}

/** RFC 3676, 4.3: two dashes and a space; many programs lose the space, so without it what follows must be short. */
function dashesAt(lines: readonly string[]): number {
  const at = lines.findIndex((line, i) => line === '-- ' || (/^(--|—|__)\s*$/.test(line) && lines.length - i <= LONGEST_BLOCK + 1));
  const list = lines.findLastIndex((line, i) => /^_{20,}$/.test(line.trim()) && lines.length - i <= LONGEST_BLOCK);
  return Math.min(at < 0 ? lines.length : at, list < 0 ? lines.length : list);
}

function footerAt(lines: readonly string[]): number {
  const last = (lines.at(-1) ?? '').trim().toLowerCase();
  return last.length < 120 && SENT_FROM.some((start) => last.startsWith(start)) ? lines.length - 1 : lines.length;
}

function closingAt(lines: readonly string[], names: readonly string[]): number {
  const from = Math.max(0, lines.length - LONGEST_BLOCK - 1);
  for (let i = from; i < lines.length; i++) {
    const words = withoutName(closingWords(lines[i] as string), names);
    const thanks = THANKS.includes(words);
    // Firms of two countries close in two languages: `Met vriendelijke groet / Kind regards`.
    if (!thanks && !words.split('/').every((part) => CLOSINGS.includes(part.trim()))) continue;
    if (looksLikeBlock(lines.slice(i + 1))) return thanks ? i + 1 : i;
  }
  return lines.length;
}

const closingWords = (line: string) => (line.length > 60 ? '' : withoutMarks(line.trim().toLowerCase()));
const withoutMarks = (words: string) => words.replace(/[\s,.!–-]{1,9}$/, '');

/** `Groetjes Tom` and `Best, Tom` are closings with the name on the same line. */
function withoutName(words: string, names: readonly string[]): string {
  const name = names.find((one) => words.endsWith(` ${one}`));
  return name ? withoutMarks(words.slice(0, -name.length)) : words;
}

function namesOf(sender: string): string[] {
  const name = sender.toLowerCase();
  return [name, name.split(' ')[0] ?? ''].filter((part) => part.length > 1);
}

/** A last block that begins with the sender's own name, with or without a closing before it. */
function nameAt(lines: readonly string[], names: readonly string[]): number {
  const from = Math.max(1, lines.length - LONGEST_BLOCK);
  for (let i = from; i < lines.length; i++) {
    if (names.includes(closingWords(lines[i] as string)) && looksLikeBlock(lines.slice(i + 1))) return i;
  }
  return lines.length;
}

/** Short lines, none of them a question or a sentence that goes on. */
function looksLikeBlock(lines: readonly string[]): boolean {
  if (lines.length > LONGEST_BLOCK) return false;
  return lines.every((line) => {
    const text = line.trim();
    return text.length <= LONGEST_LINE && !text.endsWith('?') && !(/[a-zà-ÿ]{2}[.!]$/.test(text) && text.split(' ').length > 4);
  });
}

/** Where the paragraphs of law at the end begin. */
function disclaimerAt(lines: readonly string[]): number {
  let end = lines.length;
  for (let from = paragraphBefore(lines, end); from < end; from = paragraphBefore(lines, end)) {
    const text = lines.slice(from, end).join(' ').slice(0, 6000).toLowerCase();
    if (LEGAL.filter((word) => text.includes(word)).length < 2) break;
    end = from;
  }
  return end;
}

function paragraphBefore(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && lines[at - 1]?.trim() === '') at--;
  if (at === 0) return end;
  while (at > 0 && lines[at - 1]?.trim() !== '') at--;
  return at;
}
