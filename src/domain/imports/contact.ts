import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { COUNTRY_OF_ZONE, COUNTRY_WORDS } from './country.ts';

/** A number in E.164, or empty where it cannot be read. `country`: ISO 3166 or a country's name, for numbers that say none. */
export function e164Of(phone: string, country: string | undefined): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 5 || digits.length > 20) return '';
  const home = countryOf(country);
  const read = parsePhoneNumberFromString(phone, home ? { defaultCountry: home, extract: false } : { extract: false });
  return read?.isPossible() ? read.number : '';
}

function countryOf(written: string | undefined): CountryCode | undefined {
  if (!written) return undefined;
  const upper = written.trim().toUpperCase();
  if (isSupportedCountry(upper)) return upper;
  const word = COUNTRY_WORDS[written.trim().toLowerCase()];
  return word && isSupportedCountry(word) ? word : undefined;
}

/** The country of a time zone, for numbers of a workspace that say none. */
export function countryOfZone(zone: string): string | undefined {
  return COUNTRY_OF_ZONE[zone];
}

/** `https://www.acme.example/about` → `acme.example`; empty when it is none. */
export function domainOf(written: string): string {
  const host = written
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u.test(host) && host.length <= 253
    ? host
    : '';
}
