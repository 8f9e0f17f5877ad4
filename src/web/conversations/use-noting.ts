import type { ConversationPage, FindingView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, queries, refresh } from '../query/api.ts';
import { isMissing } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { type FindingForm, toFields } from './finding-form.ts';
import type { Chosen } from './selected-words.ts';
import type { SpeakerNames } from './speaker-names.ts';
import { added, without } from './tray.ts';
import type { Tray } from './use-tray.ts';

/** Keeps what somebody noted by hand: it stands in the transcript at once, and one key takes it back. Throws what the server said. */
export function useNoting(page: ConversationPage, tray: Tray, names: SpeakerNames) {
  const text = useText();
  const key = api.conversations.open.queryKey({ input: { id: page.id } });
  const change = (how: (findings: FindingView[]) => FindingView[]) =>
    queries.setQueryData<ConversationPage>(key, (old) => (old ? { ...old, findings: how(old.findings) } : old));

  const takeBack = async (noted: FindingView) => {
    await queries.cancelQueries({ queryKey: key });
    change((findings) => without(findings, noted.id));
    try {
      await ask.findings.undo({ id: noted.id });
    } catch (error) {
      // Somebody else took it back before: it is gone, as was asked.
      if (!isMissing(error)) {
        change((findings) => added(findings, noted));
        toast(text.noting.couldNotUndo);
      }
    }
    void refresh();
  };

  return async ({ turn, from, to }: Chosen, form: FindingForm) => {
    const turnId = page.turns.find((one) => one.i === turn)?.id ?? '';
    const noted = await ask.findings.note({ conversationId: page.id, turnId, from, to, ...toFields(form) });
    await queries.cancelQueries({ queryKey: key });
    change((findings) => added(findings, noted));
    const who = names.of(noted.speaker)?.isYou ? text.conversations.you : names.short(noted.speaker);
    const what = text.findings.about(text.findings.kind[noted.kind], who);
    tray.remember(noted.id, text.noting.noted(lowered(what)), () => takeBack(noted));
    void refresh();
  };
}

function lowered(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
