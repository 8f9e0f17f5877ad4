import { affiliations } from './affiliations.ts';
import { attachments } from './attachments.ts';
import { beliefs } from './beliefs.ts';
import { bulk } from './bulk.ts';
import { conversations } from './conversations.ts';
import { deals, pipelines } from './deals.ts';
import { duplicates } from './duplicates.ts';
import { erasures } from './erasures.ts';
import { findings } from './findings.ts';
import { imports } from './imports.ts';
import { languageModel } from './language-model.ts';
import { learning } from './learning.ts';
import { invitations, members } from './members.ts';
import { needs } from './needs.ts';
import { notes } from './notes.ts';
import { offerings } from './offerings.ts';
import { organisations } from './organisations.ts';
import { ownFields } from './own-fields.ts';
import { people } from './people.ts';
import { promises } from './promises.ts';
import { sayBacks } from './say-backs.ts';
import { session } from './session.ts';
import { speakers } from './speakers.ts';
import { tags } from './tags.ts';
import { tasks } from './tasks.ts';
import { ties } from './ties.ts';
import { timeline } from './timeline.ts';
import { find, today } from './today.ts';
import { deeds, traits } from './traits.ts';
import { views } from './views.ts';
import { workspaces } from './workspaces.ts';

/** Everything that may be asked for. docs/procedures.md lists it; the routes that carry raw bytes are in server/files.ts and server/attachments.ts. */
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
  duplicates,
  organisations,
  affiliations,
  ties,
  promises,
  traits,
  deeds,
  today,
  find,
  languageModel,
  offerings,
  erasures,
  deals,
  pipelines,
  tasks,
  imports,
  tags,
  ownFields,
  views,
  bulk,
  notes,
  attachments,
  timeline,
  needs,
  beliefs,
  sayBacks,
};

/** What the web's client is typed by. */
export type Router = typeof router;
