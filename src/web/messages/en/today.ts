const NUMBER = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

export const today = {
  title: 'Today',
  heading: (n: number) => (n === 1 ? 'One person waits to be heard.' : `${NUMBER[n] ?? n} people wait to be heard.`),
  headingNone: 'Nobody waits today.',
  sub: (suggestions: number) =>
    suggestions === 1
      ? 'What they said, for you to confirm. One suggestion in all.'
      : `What they said, for you to confirm. ${suggestions} suggestions in all.`,
  subNone: 'Everything that was heard has been looked at.',
  bringIn: 'Bring in a conversation',
  waits: (n: number) => (n === 1 ? '1 thing' : `${n} things`),
  waitsOf: (who: string) => `${who} said`,
  waitsWhy: 'that waits for you',
  waitsWhyMany: 'that wait for you',
  first: (kind: string) => `The first: ${kind}.`,
  notConfirmed: 'still a suggestion',
  look: 'Look at it',
  later: 'Later',
  laterUntil: (who: string) => `${who} comes back tomorrow`,
  unknown: (n: number) => (n === 1 ? 'One speaker is not known yet.' : `${NUMBER[n] ?? n} speakers are not known yet.`),
  unknownDo: 'Say who is who',
  end: 'That is everyone.',
  endOthers: (n: number) => (n === 1 ? 'The one other person is well, as far as we know.' : `The other ${n} are well, as far as we know.`),
  endDone: (n: number) =>
    n === 1 ? 'When this is done, so are you.' : `When these ${(NUMBER[n] ?? String(n)).toLowerCase()} are done, so are you.`,
  endTime: 'If there is time left,',
  endQuiet: 'listen to someone you have not heard for a while',
  put: (n: number) => (n === 1 ? 'One person is put off until tomorrow.' : `${n} people are put off until tomorrow.`),
  putBack: 'Show them after all',
  fresh: 'New conversations',
  promises: 'Promises',
  dueSoon: 'late or due this week',
  youTo: (who: string) => `You to ${who}`,
  whoTo: (by: string, who: string) => `${by} to ${who}`,
  toYou: (who: string) => `${who} to you`,
  why: 'Why we do this',
  whyEmpty: 'Your mission in a sentence would stand here.',
  whyDo: 'Write it',
  emptyTitle: 'Start with one real conversation.',
  emptyWhy: 'When you have brought one in, this page says each morning who waits to be heard, and it ends.',
  loading: 'Looking at who needs you.',
};
