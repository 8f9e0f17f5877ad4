/** E-mail addresses, phone numbers, web addresses: what is one, and the list that one cell may hold. */

const EMAIL = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,190}$/;

/** Whether this is an address that mail could go to: plainly, without asking the domain. */
export function isEmail(text: string): boolean {
  if (!EMAIL.test(text)) return false;
  const domain = text.slice(text.indexOf('@') + 1);
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(domain) && !text.startsWith('.') && !text.includes('..');
}

const MOST_ADDRESS = 500;

/** The address in `Tom <tom@x.example>`, `mailto:tom@x.example` and the like. */
export const emailIn = (text: string): string =>
  text.length > MOST_ADDRESS
    ? ''
    : (/<([^<>]+)>/.exec(text)?.[1] ?? text)
        .replace(/^(?:mailto|smtp):/i, '')
        .replace(/[?].*$/, '')
        .replace(/^['"]+|['".,]+$/g, '')
        .trim();

/** What a spreadsheet makes of a long number: most of its figures are lost. */
const POWER_OF_TEN = /^\s*\d+(?:[.,]\d+)?E\+?\d+\s*$/i;

/** Seven figures make a number; an inner line has fewer, but then nothing else. */
export const isPhone = (text: string): boolean => {
  if (text.length > 60 || text.includes('@') || POWER_OF_TEN.test(text)) return false;
  const figures = text.replace(/\D/g, '').length;
  return figures >= 3 && figures <= 24;
};

const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u;

/** The bare domain of a domain, a web address or an e-mail address, lower case; empty when there is none. */
export function domainOf(text: string): string {
  const host = text
    .slice(0, MOST_ADDRESS)
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\d?\./, '')
    .replace(/\.$/, '');
  return host.length <= 253 && DOMAIN.test(host) ? host : '';
}

/** Whether it is an address in the web; other schemes (`javascript:`, `file:`) are none. */
export function isLink(text: string): boolean {
  if (text.length > 2000 || /\s/.test(text)) return false;
  if (/^https?:\/\/[^/]+/i.test(text)) return URL.canParse(text);
  return !/^[a-z][a-z+.-]*:/i.test(text) && domainOf(text) !== '';
}

/** Several values in one cell: by `;`, ` ::: `, `|`, line ends, and JSON lists; with commas too where a value cannot hold one. */
export function listIn(cell: string, commas: boolean): string[] {
  if (cell.startsWith('[') && cell.endsWith(']')) {
    const list = jsonListIn(cell);
    if (list) return list;
  }
  if (!/[;|\n:,]/.test(cell)) return [cell];
  const parts = cell.split(commas ? /[;|\n,]|:::/ : /[;|\n]|:::/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function jsonListIn(cell: string): string[] | null {
  let list: unknown;
  try {
    list = JSON.parse(cell);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  return list.flatMap((one: unknown) => {
    if (typeof one === 'string' || typeof one === 'number') return [String(one)];
    const named = one && typeof one === 'object' ? Object.values(one).filter((value) => typeof value === 'string') : [];
    // A further number comes as `{ number, callingCode, countryCode }`.
    const { number, callingCode, url } = (one ?? {}) as Record<string, unknown>;
    if (typeof number === 'string') return [`${typeof callingCode === 'string' ? `${callingCode} ` : ''}${number}`.trim()];
    return typeof url === 'string' ? [url] : named.slice(0, 1);
  });
}
