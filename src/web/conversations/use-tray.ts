import { hashKey } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { ConversationPage, FindingView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, queries } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { dismiss, toast, undoLast } from '../ui/toasts.ts';
import type { toEdit } from './finding-form.ts';
import { oneByOne } from './one-by-one.ts';
import { afterDeciding, countOf, currentOf, type Decision, decided, lessSure, reopened, replaced, stepped, waiting } from './tray.ts';

/** The suggestions of one conversation, and what can be done with them. Every decision shows at once and is put back when it could not be kept. */
export function useTray(page: ConversationPage) {
  const text = useText();
  const session = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const done = useRef<string[]>([]);
  const takeBacks = useRef(new Map<string, () => Promise<void>>());
  const said = useRef(0);
  const takesFocus = useRef(false);
  const inTurn = useRef(oneByOne()).current;
  const asked = useRef(new Map<string, number>());
  const less = useMemo(() => lessSure(page.findings), [page.findings]);
  const folded = useMemo(() => new Set(unfolded ? [] : [...less].filter((id) => id !== chosen)), [less, unfolded, chosen]);
  const shown = useMemo(() => page.findings.filter(({ id }) => !folded.has(id)), [page.findings, folded]);
  const current = currentOf(shown, chosen);
  const open = useMemo(() => waiting(shown), [shown]);
  const key = api.conversations.open.queryKey({ input: { id: page.id } });
  const me = { id: session.member?.id ?? '', name: session.member?.name ?? '' };

  const change = (how: (findings: FindingView[]) => FindingView[]) =>
    queries.setQueryData<ConversationPage>(key, (old) => (old ? { ...old, findings: how(old.findings) } : old));

  /** Shows the change, asks for it, and takes the answer for the truth; a no puts back what was there. */
  const attempt = async (
    id: string,
    show: (findings: FindingView[]) => FindingView[],
    request: () => Promise<FindingView>,
  ): Promise<boolean> => {
    const before = page.findings.find((finding) => finding.id === id);
    const n = (asked.current.get(id) ?? 0) + 1;
    asked.current.set(id, n);
    // An answer to what was taken back meanwhile must not show for a moment what is no longer meant.
    const isLatest = () => asked.current.get(id) === n;
    await queries.cancelQueries({ queryKey: key });
    change(show);
    try {
      const answer = await inTurn(request);
      if (isLatest()) change((findings) => replaced(findings, answer));
      // Everything but this page, by its whole key: fetched between a no and its undo, it would show for a moment what is no longer meant.
      void queries.invalidateQueries({ predicate: (query) => hashKey(query.queryKey) !== hashKey(key) });
      return true;
    } catch {
      if (before && isLatest()) change((findings) => replaced(findings, before));
      setChosen(id);
      dismiss(said.current);
      toast(text.conversations.couldNot);
      return false;
    }
  };

  /** The one in hand goes away with its buttons: whoever had the focus there gets it back in the next one. */
  const holdFocus = () => {
    takesFocus.current = document.activeElement?.closest('[data-finding], .peek') != null;
  };

  const undo = async (id: string) => {
    done.current = done.current.filter((one) => one !== id);
    const own = takeBacks.current.get(id);
    if (own) return own();
    setChosen(id);
    await attempt(
      id,
      (findings) => reopened(findings, id),
      () => ask.findings.undo({ id }),
    );
  };

  const decide = async (id: string, decision: Decision) => {
    holdFocus();
    setChosen(afterDeciding(shown, id));
    setEditing(null);
    done.current.push(id);
    // One message at a time: the key z goes back further than the messages do.
    dismiss(said.current);
    said.current = toast(decision === 'confirm' ? text.conversations.confirmed : text.conversations.rejected, () => undo(id));
    const kept = await attempt(
      id,
      (findings) => decided(findings, id, decision, me),
      () => (decision === 'confirm' ? ask.findings.confirm({ id }) : ask.findings.reject({ id })),
    );
    if (!kept) done.current = done.current.filter((one) => one !== id);
  };

  /** Throws what the server said, so that the form can say it and stays open with what was typed. */
  const saveEdit = async (edit: ReturnType<typeof toEdit>) => {
    const answer = await ask.findings.edit(edit);
    change((findings) => replaced(findings, answer));
    setEditing(null);
    await decide(edit.id, 'confirm');
  };

  return {
    open,
    current,
    editing,
    count: countOf(shown),
    /** How many Heed is less sure of, those that are folded away, and the fold. */
    less: less.size,
    folded,
    unfolded,
    /** What is in hand stays in hand. */
    unfold: (all: boolean) => {
      setChosen(current?.id ?? null);
      setUnfolded(all);
    },
    at: open.findIndex((finding) => finding.id === current?.id) + 1,
    choose: setChosen,
    /** Asked once by what is drawn next: whether the focus was in the tray when it changed. */
    takeFocus: () => {
      const takes = takesFocus.current;
      takesFocus.current = false;
      return takes;
    },
    step: (by: 1 | -1) => {
      holdFocus();
      const next = stepped(shown, chosen, by);
      setChosen(next);
      return page.findings.find((finding) => finding.id === next) ?? null;
    },
    decide,
    saveEdit,
    edit: setEditing,
    /** Something else was done here that z takes back in its turn. */
    remember: (id: string, says: string, takeBack: () => Promise<void>) => {
      takeBacks.current.set(id, takeBack);
      done.current.push(id);
      dismiss(said.current);
      said.current = toast(says, () => undo(id));
    },
    /** z: the newest thing that can be taken back, also when its message has gone. */
    undoNewest: () => {
      const newest = done.current.at(-1);
      if (!undoLast() && newest) void undo(newest);
    },
  };
}

export type Tray = ReturnType<typeof useTray>;
