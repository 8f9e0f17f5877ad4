import { BOUW } from './bouw.ts';
import { CATERING } from './catering.ts';
import { FIETSEN } from './fietsen.ts';
import { FUNDRAISING } from './fundraising.ts';
import { HEALTH } from './health.ts';
import { INSURANCE } from './insurance.ts';
import { LAW } from './law.ts';
import { LIBRARY } from './library.ts';
import { MENTOR } from './mentor.ts';
import { ONDERWIJS } from './onderwijs.ts';
import { RECRUITING } from './recruiting.ts';
import { SOFTWARE } from './software.ts';
import type { GoldenTalk } from './talk.ts';

/** Twelve talks of many trades, three of them in Dutch. */
export const GOLDEN: { name: string; turns: GoldenTalk }[] = [
  { name: 'software for a hauliers’ office', turns: SOFTWARE },
  { name: 'an insurance broker and a bakery after a fire', turns: INSURANCE },
  { name: 'een aannemer en een school', turns: BOUW },
  { name: 'a dialysis ward and a maker of scales', turns: HEALTH },
  { name: 'een schoolleider en een rekenmethode', turns: ONDERWIJS },
  { name: 'a hospice and a donor', turns: FUNDRAISING },
  { name: 'a recruiter and a workshop', turns: RECRUITING },
  { name: 'a canteen and a caterer', turns: CATERING },
  { name: 'a lawyer and a foundry', turns: LAW },
  { name: 'a mentor and a head of sales', turns: MENTOR },
  { name: 'an architect and a librarian', turns: LIBRARY },
  { name: 'een fietsenmaker en zijn boekhouder', turns: FIETSEN },
];
