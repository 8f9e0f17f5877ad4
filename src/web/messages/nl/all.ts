import type { en } from '../en/all.ts';
import { later } from '../later.ts';
import { conversations } from './conversations.ts';
import { find } from './find.ts';
import { findings } from './findings.ts';
import { kinds } from './kinds.ts';
import { listening } from './listening.ts';
import { noting } from './noting.ts';
import { people } from './people.ts';
import { promises } from './promises.ts';
import { quote } from './quote.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { speakers } from './speakers.ts';
import { today } from './today.ts';
import { trouble } from './trouble.ts';
import { within } from './within.ts';
export const nl: typeof en = {
  conversations,
  find,
  findings,
  kinds,
  listening,
  noting,
  people,
  promises,
  quote,
  refusal: later(() => import('./refusal.ts').then((it) => it.refusal)),
  session,
  shell,
  speakers,
  today,
  trouble,
  within,
};
