/** Who and what the ids of an export stand for. */
export interface SlackNames {
  user(id: string): string;
  channel(id: string): string;
}

const ENTITIES: [string, string][] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
];

/** A message as people see it: mentions by name, links by their label, no entities. One pass, whatever is in it. */
export function slackText(raw: string, names: SlackNames): string {
  let text = '';
  let at = 0;
  for (;;) {
    const open = raw.indexOf('<', at);
    const close = open < 0 ? -1 : raw.indexOf('>', open);
    if (close < 0) return (text + withoutEntities(raw.slice(at))).trim();
    text += withoutEntities(raw.slice(at, open)) + meantBy(raw.slice(open + 1, close), names);
    at = close + 1;
  }
}

/** docs.slack.dev, "Formatting text": `@U…`, `#C…|name`, `!here`, `!subteam^S…|@team`, `!date^…|fallback`, `url|label`. */
function meantBy(inside: string, names: SlackNames): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : withoutEntities(inside.slice(bar + 1));
  if (target.startsWith('@')) return `@${names.user(target.slice(1)) || label}`;
  if (target.startsWith('#')) return `#${label || names.channel(target.slice(1))}`;
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`;
  return label || withoutEntities(target.startsWith('mailto:') ? target.slice('mailto:'.length) : target);
}

/** Ampersands last, so that `&amp;lt;` stays the `&lt;` that was typed. */
function withoutEntities(text: string): string {
  return text.includes('&') ? ENTITIES.reduce((plain, [entity, char]) => plain.replaceAll(entity, char), text) : text;
}
