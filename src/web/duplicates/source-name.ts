const NAMES: Record<string, string> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  twenty: 'Twenty',
  monica: 'Monica',
  linkedin: 'LinkedIn',
  google: 'Google',
  outlook: 'Outlook',
  vcard: 'vCard',
  ics: 'ICS',
  csv: 'CSV',
  xlsx: 'Excel',
  heed: 'Heed',
};

/** What a source calls itself. */
export function sourceName(source: string): string {
  return (Object.hasOwn(NAMES, source) && NAMES[source]) || source;
}
