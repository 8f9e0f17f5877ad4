import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { readDealsSearch } from './deals/search.ts';
import { readOrganisationsSearch } from './organisations/search.ts';
import { readPeopleSearch } from './people/people-search.ts';
import { Gate } from './session/gate.tsx';
import { Lost, Stumbled } from './shell/stumbled.tsx';
import { Toaster } from './ui/toaster.tsx';
import { Waiting } from './ui/waiting.tsx';

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Toaster />
    </>
  ),
  errorComponent: Stumbled,
  notFoundComponent: Lost,
});

/** Everything that needs somebody to be signed in; the gate shows the sidebar around it. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Gate,
  errorComponent: Stumbled,
  notFoundComponent: Lost,
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const yes = (value: unknown): true | undefined => (value === true ? true : undefined);

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./today/today.tsx'), 'Today'),
});

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('./people/people.tsx'), 'People'),
});

const duplicates = createRoute({
  getParentRoute: () => inside,
  path: '/people/duplicates',
  validateSearch: (search: Record<string, unknown>): { one?: string; other?: string; later?: true } => {
    const [one, other, later] = [text(search.one), text(search.other), yes(search.later)];
    return { ...(one && { one }), ...(other && { other }), ...(later && { later }) };
  },
  component: lazyRouteComponent(() => import('./duplicates/duplicates.tsx'), 'Duplicates'),
});

const moveIn = createRoute({
  getParentRoute: () => inside,
  path: '/people/import',
  component: lazyRouteComponent(() => import('./imports/imports.tsx'), 'Imports'),
});

const anImport = createRoute({
  getParentRoute: () => inside,
  path: '/people/import/$id',
  validateSearch: (search: Record<string, unknown>): { files?: true } => (search.files === true ? { files: true } : {}),
  component: lazyRouteComponent(() => import('./imports/import.tsx'), 'Import'),
});

const person = createRoute({
  getParentRoute: () => inside,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./people/person.tsx'), 'Person'),
});

const organisations = createRoute({
  getParentRoute: () => inside,
  path: '/organisations',
  validateSearch: readOrganisationsSearch,
  component: lazyRouteComponent(() => import('./organisations/organisations.tsx'), 'Organisations'),
});

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('./organisations/organisation.tsx'), 'Organisation'),
});

const brief = createRoute({
  getParentRoute: () => inside,
  path: '/people/$id/brief',
  component: lazyRouteComponent(() => import('./people/brief.tsx'), 'Brief'),
});

const conversations = createRoute({
  getParentRoute: () => inside,
  path: '/conversations',
  validateSearch: (search: Record<string, unknown>): { find?: string; waiting?: true; add?: 'paste' | 'log' } => {
    const [find, waiting] = [text(search.find), yes(search.waiting)];
    const add = search.add === 'paste' || search.add === 'log' ? search.add : undefined;
    return { ...(find && { find }), ...(waiting && { waiting }), ...(add && { add }) };
  },
  component: lazyRouteComponent(() => import('./conversations/conversations.tsx'), 'Conversations'),
});

const conversation = createRoute({
  getParentRoute: () => inside,
  path: '/conversations/$id',
  validateSearch: (search: Record<string, unknown>): { turn?: number; finding?: string } => {
    const [turn, finding] = [typeof search.turn === 'number' ? search.turn : undefined, text(search.finding)];
    return { ...(turn !== undefined && { turn }), ...(finding && { finding }) };
  },
  component: lazyRouteComponent(() => import('./conversations/conversation.tsx'), 'Conversation'),
});

const promises = createRoute({
  getParentRoute: () => inside,
  path: '/promises',
  validateSearch: (search: Record<string, unknown>): { whose?: 'ours' | 'theirs'; kept?: true } => {
    const whose = search.whose === 'ours' || search.whose === 'theirs' ? search.whose : undefined;
    const kept = yes(search.kept);
    return { ...(whose && { whose }), ...(kept && { kept }) };
  },
  component: lazyRouteComponent(() => import('./promises/promises.tsx'), 'Promises'),
});

const deals = createRoute({
  getParentRoute: () => inside,
  path: '/deals',
  validateSearch: readDealsSearch,
  component: lazyRouteComponent(() => import('./deals/deals.tsx'), 'Deals'),
});

const deal = createRoute({
  getParentRoute: () => inside,
  path: '/deals/$id',
  component: lazyRouteComponent(() => import('./deals/deal.tsx'), 'Deal'),
});

const tasks = createRoute({
  getParentRoute: () => inside,
  path: '/tasks',
  validateSearch: (search: Record<string, unknown>): { whose?: 'all'; done?: true } => ({
    ...(search.whose === 'all' && { whose: 'all' }),
    ...(search.done === true && { done: true }),
  }),
  component: lazyRouteComponent(() => import('./tasks/tasks.tsx'), 'Tasks'),
});

const speakers = createRoute({
  getParentRoute: () => inside,
  path: '/speakers',
  validateSearch: (search: Record<string, unknown>): { conversation?: string } => {
    const id = text(search.conversation);
    return id ? { conversation: id } : {};
  },
  component: lazyRouteComponent(() => import('./speakers/speakers.tsx'), 'Speakers'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/workspace', replace: true });
  },
});

const settingsWorkspaceWords = createRoute({
  getParentRoute: () => inside,
  path: '/settings/workspace',
  component: lazyRouteComponent(() => import('./settings/workspace.tsx'), 'WorkspaceWords'),
});

const settingsOfferings = createRoute({
  getParentRoute: () => inside,
  path: '/settings/offerings',
  component: lazyRouteComponent(() => import('./settings/offerings.tsx'), 'Offerings'),
});

const settingsTags = createRoute({
  getParentRoute: () => inside,
  path: '/settings/tags',
  component: lazyRouteComponent(() => import('./lists/tags-and-fields.tsx'), 'TagsAndFields'),
});

const settingsData = createRoute({
  getParentRoute: () => inside,
  path: '/settings/data',
  component: lazyRouteComponent(() => import('./settings/own-data.tsx'), 'OwnData'),
});

const settingsPipelines = createRoute({
  getParentRoute: () => inside,
  path: '/settings/pipelines',
  component: lazyRouteComponent(() => import('./settings/pipelines.tsx'), 'Pipelines'),
});

const settingsMembers = createRoute({
  getParentRoute: () => inside,
  path: '/settings/members',
  component: lazyRouteComponent(() => import('./settings/members.tsx'), 'Members'),
});

const settingsLearned = createRoute({
  getParentRoute: () => inside,
  path: '/settings/learned',
  component: lazyRouteComponent(() => import('./settings/learned.tsx'), 'Learned'),
});

const settingsLanguageModel = createRoute({
  getParentRoute: () => inside,
  path: '/settings/language-model',
  component: lazyRouteComponent(() => import('./settings/language-model.tsx'), 'LanguageModel'),
});

const settingsMe = createRoute({
  getParentRoute: () => inside,
  path: '/settings/me',
  component: lazyRouteComponent(() => import('./settings/me.tsx'), 'Me'),
});

const settingsAbout = createRoute({
  getParentRoute: () => inside,
  path: '/settings/about',
  component: lazyRouteComponent(() => import('./settings/about.tsx'), 'About'),
});

const more = createRoute({
  getParentRoute: () => inside,
  path: '/more',
  component: lazyRouteComponent(() => import('./settings/more.tsx'), 'More'),
});

const newWorkspace = createRoute({
  getParentRoute: () => inside,
  path: '/workspaces/new',
  component: lazyRouteComponent(() => import('./session/new-workspace.tsx'), 'NewWorkspace'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('./session/join.tsx'), 'Join'),
});

const said = createRoute({
  getParentRoute: () => root,
  path: '/said/$token',
  component: lazyRouteComponent(() => import('./needs/said.tsx'), 'Said'),
});

const kit = createRoute({
  getParentRoute: () => root,
  path: '/kit',
  component: lazyRouteComponent(() => import('./kit/kit.tsx'), 'Kit'),
});

const inner = inside.addChildren([
  today,
  people,
  duplicates,
  moveIn,
  anImport,
  person,
  organisations,
  organisation,
  brief,
  conversations,
  conversation,
  promises,
  deals,
  deal,
  tasks,
  speakers,
  settings,
  settingsWorkspaceWords,
  settingsOfferings,
  settingsTags,
  settingsData,
  settingsPipelines,
  settingsMembers,
  settingsLearned,
  settingsLanguageModel,
  settingsMe,
  settingsAbout,
  more,
  newWorkspace,
]);

export const router = createRouter({
  routeTree: root.addChildren([inner, join, said, kit]),
  // What a screen does not understand of its address is left out, also where it says less than its parents.
  search: { strict: true },
  defaultPreload: 'intent',
  // Each screen's own: what breaks leaves the sidebar standing.
  defaultErrorComponent: Stumbled,
  defaultPendingComponent: Waiting,
  defaultPendingMs: 0,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
