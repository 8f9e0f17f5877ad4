import { CUSTOMERS } from './story-customers.ts';
import { FRIENDS, HOSPITAL } from './story-friends.ts';
import { HARBOUR } from './story-harbour.ts';
import type { Told } from './told.ts';

/** The conversations that are still fresh: what the story does not speak of waits there to be confirmed; elsewhere it was settled long ago. */
export const FRESH: readonly string[] = ['second', 'amina-mail', 'hana-mail', 'sam'];

export const STORY: readonly Told[] = [...HARBOUR, ...HOSPITAL, ...FRIENDS, ...CUSTOMERS];
