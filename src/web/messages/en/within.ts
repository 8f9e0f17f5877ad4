export const within = {
  find: 'Find in this conversation',
  count: (at: number, all: number) => (all === 0 ? 'none' : `${at} of ${all}`),
  on: 'Next one',
  back: 'The one before',
  close: 'Close',
  ofTurn: (when: string) => `Copy from the turn at ${when}`,
  copyQuote: 'Copy the words with their source',
  copyLink: 'Copy a link to this turn',
  quoteCopied: 'Copied, with who said it and when',
  linkCopied: 'Link copied',
  notCopied: 'The browser does not let Heed copy. Select the words and copy them yourself.',
  cited: (words: string, source: string) => `“${words}” ${source}`,
};
