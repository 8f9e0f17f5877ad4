/** How records are compared, so that the same person and the same organisation are recognised however they are written. Pure. */
import { nameVariants } from './alias.ts';
import { fullNameOf } from './nicknames.ts';
import { inLatin } from './transliterate.ts';

/**
 * A name as people are compared: in Latin letters, without marks, titles and what stands in brackets, each given name as the name it is short for, the words in
 * the order of the alphabet ("Baker, Tom" and "Thomas Baker" are one). Empty when no letter is in it.
 */
export function matchKeyOf(name: string): string {
  const turned = nameVariants(inLatin(name)).at(-1) ?? '';
  const words = turned.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !TITLES.has(word));
  return words.map(fullNameOf).sort().join(' ');
}

/** An organisation's name as they are compared: in Latin letters, without marks, legal forms and "the". Empty when no letter is in it. */
export function organisationKeyOf(name: string): string {
  const words = (nameVariants(inLatin(name))[0] ?? '')
    .replace(/\b(?:[a-z]\.){2,}/g, (initials) => initials.replaceAll('.', ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const bare = words.filter((word) => !LEGAL.has(word));
  return (bare.length > 0 ? bare : words).join(' ');
}

/** An address as mailboxes tell them apart: lower case, without a +tag; at the provider that ignores them, without dots. */
export function matchEmailOf(email: string): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@');
  const untagged = local.split('+')[0] || local;
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${untagged}@${domain}`;
  return `${untagged.replaceAll('.', '')}@gmail.com`;
}

/** A profile's address as they are told apart: lower case, without scheme, www, country of the site, query and trailing slash. */
export function matchUrlOf(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/^www\./, '')
    .replace(/^[a-z]{2}\.linkedin\.com/, 'linkedin.com');
}

const TITLES = new Set('dr prof mr mrs ms miss drs ir ing mr dhr mevr mw hr frau herr sir jr sr phd md msc bsc mba'.split(' '));
const LEGAL = new Set(
  'the inc incorporated llc llp ltd limited plc corp corporation co company gmbh ag kg ug ohg bv nv vof cv sa sas sarl srl spa ab as aps oy oyj pty pte kk sl slu lda kft doo zoo'.split(
    ' ',
  ),
);
