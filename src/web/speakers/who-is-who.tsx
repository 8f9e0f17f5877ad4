import './speakers.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { UnknownSpeaker } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type Answer, answered, answerOfKey, moved, type Sheet, sendable, toName } from './answers.ts';
import { SpeakerCard } from './speaker-card.tsx';

/** One card for each unknown speaker: who it is, in one keystroke. `inline` is the form above a conversation: nothing when all are known. */
export function WhoIsWho({ conversationId, inline = false }: { conversationId?: string | undefined; inline?: boolean }) {
  const { data, error, refetch } = useQuery(api.speakers.unknown.queryOptions({ input: conversationId ? { conversationId } : {} }));
  if (inline && !data?.speakers.length) return null;
  if (error && !data) return <Trouble error={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} />;
  return data.speakers.length > 0 ? <Asked speakers={data.speakers} inline={inline} /> : <NobodyLeft />;
}

function Asked({ speakers, inline }: { speakers: UnknownSpeaker[]; inline: boolean }) {
  const words = useText();
  const text = words.speakers;
  const kinds = useSession().workspace?.personKinds.slice(0, 1) ?? [];
  const [sheet, setSheet] = useState<Sheet>({ at: 0, answers: {} });
  const [open, setOpen] = useState(!inline || speakers.length <= 3);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const at = Math.min(sheet.at, speakers.length - 1);
  const ready = sendable(speakers, sheet.answers);
  const answer = (alias: string, given: Answer | 'none') => setSheet((now) => answered(now, speakers, alias, given));
  useSpeakerKeys(open && !inline ? speakers[at] : undefined, kinds, answer, (by) => setSheet((now) => moved({ ...now, at }, speakers, by)));

  const save = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { undo } = await ask.speakers.name({ answers: ready.map((one) => toName(one.alias, one.answer)) });
      toast(text.saved(ready.length), async () => {
        await ask.speakers.unname({ undo });
        toast(text.undone);
        await refresh();
      });
      setSheet({ at: 0, answers: {} });
      await refresh();
    } catch (error) {
      setWrong(sayTrouble(error, words));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={inline ? 'speakers inline' : 'speakers'} aria-label={text.title}>
      {inline ? (
        <div className="row wrap">
          <h2>{text.here(speakers.length)}</h2>
          <span className="m t13">{text.hereWhy}</span>
          {open ? null : (
            <button type="button" className="btn sm" onClick={() => setOpen(true)}>
              {text.title}
            </button>
          )}
        </div>
      ) : (
        <>
          <h1>{text.heading(speakers.length)}</h1>
          <p className="m" style={{ marginTop: 4 }}>
            {text.sub}
          </p>
          <p className="f t12 only-lg" style={{ marginTop: 8 }}>
            <kbd>m</kbd> <kbd>1</kbd>–<kbd>9</kbd> <kbd>n</kbd> <kbd>x</kbd> {text.keys}
          </p>
        </>
      )}
      {open ? (
        <>
          <ul>
            {speakers.map((speaker, n) => (
              <SpeakerCard
                key={speaker.alias}
                speaker={speaker}
                on={!inline && n === at}
                keyed={!inline}
                open={inline || n === at}
                answer={sheet.answers[speaker.alias] ?? null}
                kinds={kinds}
                onAnswer={(given) => answer(speaker.alias, given)}
                onChange={(given) => setSheet((now) => ({ ...now, answers: { ...now.answers, [speaker.alias]: given } }))}
                onTake={() => setSheet((now) => ({ ...now, at: n }))}
                onDone={() => setSheet((now) => moved({ ...now, at: n }, speakers, 1))}
              />
            ))}
          </ul>
          {wrong ? (
            <p className="hint harm" role="alert">
              {wrong}
            </p>
          ) : null}
          <p className="row save-all">
            <button type="button" className="btn p" disabled={ready.length === 0 || busy} onClick={() => void save()}>
              {text.saveAll(Math.max(1, ready.length))}
            </button>
          </p>
        </>
      ) : null}
    </section>
  );
}

function useSpeakerKeys(
  speaker: UnknownSpeaker | undefined,
  kinds: Parameters<typeof answerOfKey>[2],
  answer: (alias: string, given: Answer | 'none') => void,
  move: (by: 1 | -1) => void,
): void {
  const text = useText();
  const press = (key: string) => {
    const given = speaker ? answerOfKey(key, speaker, kinds) : null;
    if (speaker && given) answer(speaker.alias, given);
  };
  const says: Record<string, string> = {
    m: text.speakers.isMe,
    n: text.speakers.isNew,
    x: text.speakers.isNobody,
    u: text.speakers.takeBack,
  };
  const numbers = speaker ? speaker.candidates.slice(0, 9).map((_, n) => String(n + 1)) : [];
  useKeys(
    speaker
      ? [
          ...['m', 'n', 'x', 'u', ...numbers].map((key) => ({ key, says: says[key] ?? null, run: () => press(key) })),
          { key: 'j', says: text.conversations.toMove, run: () => move(1) },
          { key: 'k', says: null, run: () => move(-1) },
        ]
      : [],
  );
  const alias = speaker?.alias;
  useEffect(() => {
    if (alias) document.querySelector(`[data-speaker="${CSS.escape(alias)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [alias]);
}

function NobodyLeft() {
  const text = useText().speakers;
  return (
    <>
      <h1>{text.none}</h1>
      <p className="m" style={{ marginTop: 6 }}>
        {text.noneWhy}
      </p>
      <p style={{ marginTop: 14 }}>
        <Link className="link" to="/conversations">
          {text.toConversations}
        </Link>
      </p>
    </>
  );
}
