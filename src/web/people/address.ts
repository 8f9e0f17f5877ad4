import type { PostalAddress } from '#model/person-card.ts';

/** An address on one line, without what is not known of it. */
export function wholeOf({ street, postcode, place, region, country }: Omit<PostalAddress, 'label'>): string {
  return [street, [postcode, place].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ');
}
