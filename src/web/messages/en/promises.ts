const NUMBER = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const word = (n: number) => NUMBER[n] ?? String(n);
const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const joined = (parts: string[]) => first(parts.join(', '));

export const promises = {
  title: 'Promises',
  open: 'Open',
  settled: 'Kept',
  tasks: 'Tasks',
  heading: (late: number, today: number, tomorrow: number) => {
    const parts = [
      late > 0 ? (late === 1 ? 'one promise is late' : `${word(late)} promises are late`) : '',
      today > 0 ? `${word(today)} ${today === 1 ? 'is' : 'are'} due today` : '',
      tomorrow > 0 ? `${word(tomorrow)} ${tomorrow === 1 ? 'is' : 'are'} due tomorrow` : '',
    ].filter(Boolean);
    return parts.length > 0 ? `${joined(parts)}.` : 'No promise is late.';
  },
  headingNone: 'No promise is open.',
  headingKept: (n: number) => (n === 1 ? 'One promise was kept.' : `${first(word(n))} promises were kept.`),
  sub: (ours: number, theirs: number) =>
    `${first(word(ours))} you made, ${word(theirs)} ${theirs === 1 ? 'was' : 'were'} made to you. Each opens at the moment it was said.`,
  subNone: 'When somebody says “I will send it on Friday”, and you confirm it, it stands here until it is kept.',
  subKept: 'Each opens at the moment it was said.',
  ours: 'We said we would',
  oursWhy: 'in our words, the nearest first',
  theirs: 'They said they would',
  theirsWhy: 'in their words. Heed reminds you, never them',
  none: 'Nothing is owed here.',
  to: (who: string) => `To ${who}`,
  byTo: (by: string, who: string) => `${by} to ${who}`,
  keep: (what: string) => `Mark as kept: ${what}`,
  reopen: (what: string) => `Open again: ${what}`,
  kept: 'Promise kept',
  reopened: 'Open again',
  couldNot: 'That could not be kept. It is as it was.',
  late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  today: 'today',
  tomorrow: 'tomorrow',
  undated: 'no day given',
  keptOn: (day: string) => `kept ${day}`,
  keptLate: (days: number, day: string) => (days === 1 ? `kept ${day}, 1 day late` : `kept ${day}, ${days} days late`),
  stKept: 'Kept',
  stKeptLate: 'Kept late',
  said: (day: string) => `Said ${day}`,
  lateWhy: 'If it cannot be done now, tell them a day you are sure of.',
  opened: 'Where it was said',
  loading: 'Looking at what was promised.',
  toListen: 'Look at what was said',
};
