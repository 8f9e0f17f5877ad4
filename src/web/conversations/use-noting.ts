import type { ConversationPage, FindingView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, queries, refresh } from '../query/api.ts';
import { isMissing, sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import type { Stretch } from './chosen-words.ts';
import { type FindingForm, formOf, toFields } from './finding-form.ts';
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

  const noteAt = ({ turn, from, to }: Stretch & { turn: number }, form: FindingForm) => {
    const turnId = page.turns.find((one) => one.i === turn)?.id ?? '';
    return ask.findings.note({ conversationId: page.id, turnId, from, to, ...toFields(form) });
  };

  const note = async (words: Stretch & { turn: number }, form: FindingForm) => {
    const noted = await noteAt(words, form);
    await queries.cancelQueries({ queryKey: key });
    change((findings) => added(findings, noted));
    const who = names.of(noted.speaker)?.isYou ? text.conversations.you : names.short(noted.speaker);
    const what = text.findings.about(text.findings.kind[noted.kind], who);
    tray.remember(noted.id, text.noting.noted(lowered(what)), () => takeBack(noted));
    void refresh();
  };

  /** What was confirmed, perhaps long ago, is so no more: a suggestion waits again, what was noted by hand goes. */
  const setBack = async (finding: FindingView) => {
    try {
      const { gone, ...answer } = await ask.findings.undo({ id: finding.id });
      change((findings) => (gone ? without(findings, finding.id) : added(findings, answer)));
      const again = () => (gone ? noteAt(finding, formOf(finding)) : ask.findings.confirm({ id: finding.id }));
      toast(text.noting.takenBack, async () => {
        try {
          const stands = await again();
          change((findings) => added(findings, stands));
        } catch (error) {
          toast(sayTrouble(error, text));
        }
        void refresh();
      });
    } catch (error) {
      toast(isMissing(error) ? text.noting.takenBack : text.noting.couldNotUndo);
    }
    void refresh();
  };
  return { note, setBack };
}

function lowered(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
