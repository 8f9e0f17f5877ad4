import { BARE } from './bare.ts';
import { BEZOEK } from './bezoek.ts';
import { BOSS } from './boss.ts';
import { BOUW } from './bouw.ts';
import { CATERING } from './catering.ts';
import { COMPLAINT } from './complaint.ts';
import { FIETSEN } from './fietsen.ts';
import { FUNDRAISING } from './fundraising.ts';
import { HEALTH } from './health.ts';
import { INSURANCE } from './insurance.ts';
import { INVESTOR } from './investor.ts';
import { LAW } from './law.ts';
import { LIBRARY } from './library.ts';
import { MENTOR } from './mentor.ts';
import { ONDERWIJS } from './onderwijs.ts';
import { PITCH } from './pitch.ts';
import { RECRUITING } from './recruiting.ts';
import { SOFTWARE } from './software.ts';
import type { GoldenTalk } from './talk.ts';

/** A talk, and whether it is in Dutch. The Dutch ones go by rules, the English ones by the trained heads. */
interface GoldenCase {
  name: string;
  dutch?: true;
  turns: GoldenTalk;
}

/** Eighteen talks of many trades, four of them in Dutch. The heads never learned from any of them. */
export const GOLDEN: GoldenCase[] = [
  { name: 'software for a hauliers’ office', turns: SOFTWARE },
  { name: 'an insurance broker and a bakery after a fire', turns: INSURANCE },
  { name: 'een aannemer en een school', dutch: true, turns: BOUW },
  { name: 'a dialysis ward and a maker of scales', turns: HEALTH },
  { name: 'een schoolleider en een rekenmethode', dutch: true, turns: ONDERWIJS },
  { name: 'a hospice and a donor', turns: FUNDRAISING },
  { name: 'a recruiter and a workshop', turns: RECRUITING },
  { name: 'a canteen and a caterer', turns: CATERING },
  { name: 'a lawyer and a foundry', turns: LAW },
  { name: 'a mentor and a head of sales', turns: MENTOR },
  { name: 'an architect and a librarian', turns: LIBRARY },
  { name: 'een fietsenmaker en zijn boekhouder', dutch: true, turns: FIETSEN },
  { name: 'a complaint, taken seriously', turns: COMPLAINT },
  { name: 'a pitch that runs away with itself', turns: PITCH },
  { name: 'speech recognition without any marks', turns: BARE },
  { name: 'een bezoek in het Nederlands', dutch: true, turns: BEZOEK },
  { name: 'an investor who asks well', turns: INVESTOR },
  { name: 'asking the boss for a day a week', turns: BOSS },
];
