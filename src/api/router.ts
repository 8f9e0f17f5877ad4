import { conversations } from './conversations.ts';
import { findings } from './findings.ts';
import { languageModel } from './language-model.ts';
import { learning } from './learning.ts';
import { invitations, members } from './members.ts';
import { offerings } from './offerings.ts';
import { people } from './people.ts';
import { promises } from './promises.ts';
import { session } from './session.ts';
import { speakers } from './speakers.ts';
import { find, today } from './today.ts';
import { deeds, traits } from './traits.ts';
import { workspaces } from './workspaces.ts';

/** Everything that may be asked for. docs/procedures.md lists it; the two routes that carry raw bytes are in server/files.ts. */
export const router = {
  session,
  workspaces,
  members,
  invitations,
  conversations,
  speakers,
  findings,
  learning,
  people,
  promises,
  traits,
  deeds,
  today,
  find,
  languageModel,
  offerings,
};

/** What the web's client is typed by. */
export type Router = typeof router;
