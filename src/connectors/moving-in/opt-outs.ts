import type { ImportObject } from '#model/import.ts';
import { headingKeyOf } from './headings.ts';

const OPT_OUT =
  /^(?:.*(?:unsubscri|optout|optedout|hasoptedout|donotcontact|donotcall|donotemail|donotmail|dontcontact|dontcall|nocontact|nocalls|noemail$|blockcontact|doublockcontact|nietbellen|nietmailen|nietbenaderen|nietcontacteren|afgemeld|uitgeschreven|abgemeldet|nichtanrufen|nichtkontaktieren|kontaktsperre|werbesperre|desinscrit|desabonne|nepascontacter|nepasappeler|nocontactar|nollamar|dadodebaja).*)$/;
const OPT_OUT_OF_FAX = /fax/;
const CONSENT =
  /consent|gdpr|dsgvo|avg(?:toestemming|akkoord)|legalbasis|lawfulbasis|doubleoptin|optin|toestemming|einwilligung|consentement|consentimiento|permission/;
const SAID =
  /newsletter|nieuwsbrief|mailinglist|emailstatus|mailstatus|marketingstatus|subscriptionstatus|communicationpreference|contactpreference/;

/** An opt-out is always heeded and a consent never read, whoever wrote the file; of a newsletter's state only the no counts. */
export function ruleOf(heading: string, object: ImportObject): string | null {
  const key = headingKeyOf(heading);
  if (OPT_OUT.test(key) && !OPT_OUT_OF_FAX.test(key)) return object === 'person' ? 'doNotContact' : null;
  if (CONSENT.test(key)) return 'nothing';
  return SAID.test(key) && object === 'person' ? 'doNotContact.said' : null;
}
