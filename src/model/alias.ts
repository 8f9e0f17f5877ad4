// What meeting tools write when they do not know who speaks: the same words mean another person in the next file.
const NOBODY_YET =
  /^(unknown( speaker)?|unidentified( speaker)?|speaker|spreker|participant|deelnemer|guest|gast|user|caller|beller|customer|klant|agent|host|someone|me|you|ik|onbekend(e spreker)?)?\s*[#-]?\s*(\d+|[a-z])?$/;

/** A name as names are compared: lower case, no accents, single spaces. */
export function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Does the source itself not know who this is ("Speaker 2", "Unknown Speaker")? */
export function isPlaceholder(name: string): boolean {
  return NOBODY_YET.test(plainName(name));
}

/**
 * How a speaker is remembered in the workspace: by e-mail address when there is one, else by plain name.
 * A placeholder is remembered within its own conversation alone.
 */
export function aliasOf(speaker: { name: string; email?: string | null }, conversationId: string): string {
  if (speaker.email) return speaker.email.trim().toLowerCase();
  const plain = plainName(speaker.name);
  return isPlaceholder(speaker.name) ? `${plain} @${conversationId}` : plain;
}

/** The same name in this one conversation alone: there it was said to be somebody else than elsewhere. Twice is once. */
export function aliasHere(alias: string, conversationId: string): string {
  return alias.endsWith(` @${conversationId}`) ? alias : `${alias} @${conversationId}`;
}

/** The ways one name is written: as it stands, without what is in brackets, and "Baker, Tom" as "tom baker". */
export function nameVariants(name: string): string[] {
  const plain = plainName(name);
  const bare = plain.replace(/\s*[([].*?[)\]]/g, '').trim();
  const [last, first, more] = bare.split(/\s*,\s*/);
  const turned = last && first && more === undefined ? `${first} ${last}` : bare;
  return [...new Set([plain, bare, turned])].filter(Boolean);
}

/** The domain of an address, unless it is one that anybody can have: then it says nothing about where they work. */
export function workDomain(email: string): string | null {
  const domain = email.toLowerCase().split('@')[1] ?? '';
  return !domain || ANYBODYS_DOMAINS.includes(domain) ? null : domain;
}

/** Domains of providers at which anybody can have an address. */
export const ANYBODYS_DOMAINS =
  'gmail.com googlemail.com outlook.com hotmail.com live.com live.nl msn.com yahoo.com icloud.com me.com mac.com proton.me protonmail.com gmx.de gmx.net web.de t-online.de aol.com orange.fr free.fr wanadoo.fr hotmail.nl ziggo.nl kpnmail.nl planet.nl xs4all.nl'.split(
    ' ',
  );
