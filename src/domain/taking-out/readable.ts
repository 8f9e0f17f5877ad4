import type { AboutPerson } from './person.ts';
import { WORDS } from './words.ts';

type Words = (typeof WORDS)['en'];

/** What is kept about somebody as one HTML file that needs nothing else: to be read, printed, or sent to whom it is about. `at` is ISO 8601. */
export function readableOf(about: AboutPerson, at: string): string {
  const locale = about.workspace.locale === 'nl' ? 'nl' : 'en';
  const words = WORDS[locale];
  const title = words.title(about.workspace.name, about.name);
  const { notes, talks, files } = about.hidden;
  const body = [
    about.doNotContact ? paragraph(words.noContact) : '',
    section(words.who, who(about, words)),
    section(words.matters, list(about.traits.map((one) => told(words.traits[one.kind], one.statement, one.quotes)))),
    section(
      words.needs,
      list(about.needs.map((one) => told('', one.statement + (one.understoodAt ? ` (${words.understood})` : ''), one.quotes))),
    ),
    section(words.beliefs, list(about.beliefs.map((one) => told(words.belief[one.kind], one.statement, one.quotes)))),
    section(
      words.promises,
      list(
        about.promises.map((one) =>
          text(`${one.by.name}: ${one.what}${one.dueOn ? `, ${one.dueOn}` : ''}${one.keptAt ? ` (${words.kept})` : ''}`),
        ),
      ),
    ),
    section(words.deeds, list(about.deeds.map((one) => text(`${one.doneOn}: ${one.what}`)))),
    section(
      words.notes,
      about.notes
        .map((one) => `<h3>${text([day(one.happenedAt), one.title, one.by].filter(Boolean).join(', '))}</h3>${paragraph(one.body)}`)
        .join(''),
    ),
    section(words.deals, list(about.deals.map((one) => text(`${one.title}: ${one.stage}`)))),
    section(words.tasks, list(about.tasks.map((one) => text([one.what, one.dueOn].filter(Boolean).join(', '))))),
    section(words.fields, list(about.fields.map((one) => text(`${one.label}: ${one.value}`)))),
    section(
      words.said,
      about.talks
        .map((talk) => `<h3>${text(`${day(talk.happenedAt)}, ${talk.title}`)}</h3>${talk.said.map((turn) => quote(turn.text)).join('')}`)
        .join(''),
    ),
    section(words.waiting, list(about.suggestions.map((one) => quote(one.quote.text)))),
    section(words.files, list(about.files.map((one) => text(one.name)))),
    section(words.sources, list(about.sources.map((one) => text(`${one.source}, ${one.object} ${one.id}`)))),
    notes + talks + files > 0 ? paragraph(words.hidden(notes, talks, files)) : '',
  ];
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title><style>${STYLE}</style></head>
<body><h1>${text(title)}</h1>${paragraph(words.made(day(at)))}${body.join('\n')}</body></html>
`;
}

const STYLE =
  ':root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}h2{margin-top:2.5rem;border-bottom:1px solid}h3{font-size:1rem;margin-bottom:.25rem}blockquote{margin:.25rem 0;font-family:Georgia,serif}p,li{white-space:pre-wrap;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .5rem}';

function who(about: AboutPerson, { labels }: Words): string {
  const rows: [string, string | null | undefined][] = [
    [labels.name, about.name],
    [labels.nickname, about.nickname],
    [labels.pronouns, about.pronouns],
    [labels.role, about.roleTitle],
    [labels.at, about.work.map((one) => one.organisation.name).join(', ')],
    [labels.lives, about.livesIn],
    ...about.emails.map(({ email }): [string, string] => [labels.email, email]),
    ...about.phones.map(({ phone }): [string, string] => [labels.phone, phone]),
    ...about.links.map(({ url }): [string, string] => [labels.link, url]),
    ...about.dates.map((one): [string, string] => [one.label || labels.date, [one.day, one.month, one.year].filter(Boolean).join('-')]),
    [labels.owner, about.owner?.name],
    [labels.kinds, about.kinds.join(', ')],
    [labels.tags, about.tags.join(', ')],
  ];
  return `<dl>${rows.flatMap(([name, value]) => (value ? [`<dt>${text(name)}</dt><dd>${text(value)}</dd>`] : [])).join('')}</dl>`;
}

function told(lead: string, statement: string, quotes: { text: string; conversationTitle: string; happenedAt: string }[]): string {
  const says = [lead, statement].filter(Boolean).join(': ');
  return `${text(says)}${quotes.map((one) => `${quote(one.text)}<small>${text(`${one.conversationTitle}, ${day(one.happenedAt)}`)}</small>`).join('')}`;
}

const section = (title: string, inner: string): string => (inner ? `<h2>${text(title)}</h2>${inner}` : '');
const list = (items: string[]): string => (items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '');
const paragraph = (words: string): string => `<p>${text(words)}</p>`;
const quote = (words: string): string => `<blockquote>${text(words)}</blockquote>`;
const day = (at: string): string => at.slice(0, 10);

/** Nothing that was said or typed is markup. */
function text(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
