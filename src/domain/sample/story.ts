import story from './story.json' with { type: 'json' };
import type { Told } from './told.ts';

/** The conversations that are still fresh: what the story does not speak of waits there to be confirmed; elsewhere it was settled long ago. */
export const FRESH: readonly string[] = ['second', 'amina-mail', 'hana-mail', 'sam'];

/**
 * In the order it is told: of all that weighs the same, what is told last stands at the head of a person's page. The tests hold the file to its type.
 */
export const STORY = story as readonly Told[];
