/** How records are compared, so that the same person and the same organisation are recognised however they are written. Pure. */
import { nameVariants } from './alias.ts';
import { fullNameOf } from './nicknames.ts';
import { inLatin } from './transliterate.ts';

/**
 * A name as people are compared: in Latin letters, without marks, titles, particles ("van der") and what stands in brackets, each given name as the name it
 * is short for, the words in the order of the alphabet ("Baker, Tom" and "Thomas Baker" are one). Empty when no letter is in it.
 */
export function matchKeyOf(name: string): string {
  const words = wordsOf(name);
  const bare = words.filter((word) => !PARTICLES.has(word));
  return (bare.length > 1 ? bare : words).map(wordKeyOf).sort().join(' ');
}

/** The given name as it is compared: the first word, as the name it is short for. Empty when no letter is in it. */
export function givenKeyOf(name: string): string {
  return wordKeyOf(wordsOf(name)[0] ?? '');
}

/** The given name as it is written, in lower-case Latin letters: what a nickname is told by. */
export function givenOf(name: string): string {
  return wordsOf(name)[0] ?? '';
}

/** In the order of speech. */
function wordsOf(name: string): string[] {
  const turned = nameVariants(inLatin(name)).at(-1) ?? '';
  const spelt = turned.replace(/['’ʼ`]/g, '').replace(/(^| )v\.? ?d\.? /g, ' van der ');
  return spelt.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !TITLES.has(word));
}

// Until it changes no more: a folded word may be a short form itself ("Moe", "Mo", "Mohammed").
function wordKeyOf(word: string): string {
  const key = fullNameOf(word).replace(/([aou])e+/g, '$1');
  return key === word ? key : wordKeyOf(key);
}

/** An organisation's name as they are compared: in Latin letters, without marks, legal forms and "the". Empty when no letter is in it. */
export function organisationKeyOf(name: string): string {
  const words = (nameVariants(inLatin(name))[0] ?? '')
    .replace(/\b(?:[a-z]\.)+[a-z]\b\.?/g, (initials) => initials.replaceAll('.', ''))
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
// Left out of a name beside two words that are none: they are written apart, together, short or not at all.
const PARTICLES = new Set('van der den de het von vom zu zur vander vanden ter ten te da di del della dos du la le el al'.split(' '));
const LEGAL = new Set(
  'the inc incorporated llc llp ltd limited plc corp corporation co company gmbh ag kg ug ohg bv nv vof cv sa sas sarl srl spa ab as aps oy oyj pty pte kk sl slu lda kft doo zoo'.split(
    ' ',
  ),
);
