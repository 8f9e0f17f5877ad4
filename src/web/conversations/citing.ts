import type { ConversationPage } from '#model/pages.ts';
import type { Dates } from '../messages/dates.ts';
import type { Text } from '../messages/language.ts';
import { toast } from '../ui/toasts.ts';
import { linkTo, sourceOf } from './cited.ts';
import { copy } from './copy.ts';
import { selectedWords } from './selected-words.ts';

interface Where {
  page: ConversationPage;
  text: Text['within'];
  dates: Dates;
}

/** The words of a turn, or a stretch of them, with who said them and when. */
export async function copyQuote({ page, text, dates }: Where, turn: number, stretch?: { from: number; to: number }): Promise<void> {
  const said = page.turns.find((one) => one.i === turn);
  if (!said) return;
  const words = stretch ? said.text.slice(stretch.from, stretch.to) : said.text;
  const done = await copy(text.cited(words.replace(/\s+/g, ' ').trim(), sourceOf(page, said, dates)));
  toast(done ? text.quoteCopied : text.notCopied);
}

/** What is chosen in the transcript, else the whole turn in hand. */
export async function copyChosen(where: Where, inHand: number): Promise<void> {
  const transcript = document.querySelector('.tr');
  const chosen = transcript ? selectedWords(transcript, (turn) => where.page.turns.find((one) => one.i === turn)?.text) : null;
  await (chosen ? copyQuote(where, chosen.turn, chosen) : copyQuote(where, inHand));
}

export async function copyLink({ page, text }: Where, turn: number): Promise<void> {
  toast((await copy(linkTo(window.location.origin, page, turn))) ? text.linkCopied : text.notCopied);
}
