import type { NeedView, PersonPage } from '#model/pages.ts';

/** What is opened for one need. */
export type OpenNeed = 'edit' | 'confirm' | 'merge' | 'split' | 'quote' | 'heal';

/** What stands open over the ladder. */
export type NeedDialog = { kind: OpenNeed; need: NeedView } | { kind: 'add' } | { kind: 'back' };

/** As much of a person as the dialogs ask for. */
export type DialogPerson = Pick<PersonPage, 'id' | 'name' | 'needs' | 'said' | 'traits'>;
