import type { promises as en } from '../en/promises.ts';

const NUMBER = ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'];
const word = (n: number) => NUMBER[n] ?? String(n);
// A capital bears no accent here: Eén.
const first = (text: string) => text.charAt(0).toUpperCase().replace('É', 'E') + text.slice(1);
const joined = (parts: string[]) => first(parts.join(', '));

export const promises: typeof en = {
  title: 'Beloften',
  open: 'Open',
  settled: 'Nagekomen',
  heading: (late, today, tomorrow) => {
    const parts = [
      late > 0 ? (late === 1 ? 'één belofte is te laat' : `${word(late)} beloften zijn te laat`) : '',
      today > 0 ? `${word(today)} ${today === 1 ? 'is' : 'zijn'} voor vandaag` : '',
      tomorrow > 0 ? `${word(tomorrow)} ${tomorrow === 1 ? 'is' : 'zijn'} voor morgen` : '',
    ].filter(Boolean);
    return parts.length > 0 ? `${joined(parts)}.` : 'Geen belofte is te laat.';
  },
  headingNone: 'Er staat geen belofte open.',
  headingKept: (n) => (n === 1 ? 'Eén belofte is nagekomen.' : `${first(word(n))} beloften zijn nagekomen.`),
  sub: (ours, theirs) =>
    `${first(word(ours))} deed jij, ${word(theirs)} ${theirs === 1 ? 'is' : 'zijn'} aan jou gedaan. Elke opent op het moment dat zij gezegd is.`,
  subNone: 'Als iemand zegt “ik stuur het vrijdag” en jij bevestigt dat, staat het hier tot het is nagekomen.',
  subKept: 'Elke opent op het moment dat zij gezegd is.',
  ours: 'Wij zeiden dat we het zouden doen',
  oursWhy: 'in onze woorden, de eerste bovenaan',
  theirs: 'Zij zeiden dat zij het zouden doen',
  theirsWhy: 'in hun woorden. Heed herinnert jou, nooit hen',
  none: 'Hier staat niets open.',
  to: (who) => `Aan ${who}`,
  byTo: (by, who) => `${by} aan ${who}`,
  keep: (what) => `Nagekomen: ${what}`,
  reopen: (what) => `Weer open: ${what}`,
  kept: 'Belofte nagekomen',
  reopened: 'Weer open',
  couldNot: 'Dat kon niet worden bewaard. Het is zoals het was.',
  late: (days) => (days === 1 ? '1 dag te laat' : `${days} dagen te laat`),
  today: 'vandaag',
  tomorrow: 'morgen',
  undated: 'geen dag genoemd',
  keptOn: (day) => `nagekomen ${day}`,
  keptLate: (days, day) => (days === 1 ? `nagekomen ${day}, 1 dag te laat` : `nagekomen ${day}, ${days} dagen te laat`),
  stKept: 'Nagekomen',
  stKeptLate: 'Te laat nagekomen',
  said: (day) => `Gezegd ${day}`,
  lateWhy: 'Lukt het nu niet, noem dan een dag waar je zeker van bent.',
  opened: 'Waar het gezegd is',
  loading: 'Kijken wat er beloofd is.',
  toListen: 'Bekijk wat er gezegd is',
};
