import { useState } from 'react';
import type { SpeakerLook } from '#model/pages.ts';
import { useMendText } from '../messages/mend-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { type Answer, newPerson, toName } from './answers.ts';
import { NewPerson, PickMember, PickPerson } from './speaker-card.tsx';

/** Who it is instead, and whether here alone or wherever the name stands. */
export function MendSpeaker({ look, onClose }: { look: SpeakerLook; onClose: () => void }) {
  const words = useText();
  const text = useMendText();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [everywhere, setEverywhere] = useState(!look.hereAlone);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ready = answer !== null && (answer.is !== 'new' || answer.name.trim() !== '');
  const save = async () => {
    if (!answer || !ready) return;
    setBusy(true);
    setWrong(null);
    try {
      const { alias: _, ...who } = toName(look.name, answer);
      const done = await ask.speakers.mend({ speakerId: look.id, everywhere, ...who });
      const more = [done.moved > 0 ? text.moved(done.moved) : '', done.takenBack > 0 ? text.takenBack(done.takenBack) : ''];
      toast([text.done(done.conversations), ...more].filter(Boolean).join('. '), async () => {
        try {
          await ask.speakers.unmend({ undo: done.undo });
          toast(text.undone);
        } catch (error) {
          toast(sayTrouble(error, words));
        }
        await refresh();
      });
      onClose();
      await refresh();
    } catch (error) {
      setWrong(sayTrouble(error, words));
      setBusy(false);
    }
  };
  return (
    <form
      className="mend"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <WhoInstead look={look} answer={answer} onAnswer={setAnswer} onDone={() => void save()} />
      {look.hereAlone ? null : <Where n={look.conversations} everywhere={everywhere} onChoose={setEverywhere} />}
      <p className="f t12">{text.along}</p>
      {wrong ? (
        <p className="hint harm" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className="ends">
        <button type="button" className="btn q" onClick={onClose}>
          {text.cancel}
        </button>
        <button type="submit" className="btn p" disabled={!ready || busy}>
          {text.save}
        </button>
      </div>
    </form>
  );
}

interface Choosing {
  look: SpeakerLook;
  answer: Answer | null;
  onAnswer: (answer: Answer | null) => void;
  onDone: () => void;
}

type Is = Answer['is'];

function WhoInstead({ look, answer, onAnswer, onDone }: Choosing) {
  const text = useText().speakers;
  const kinds = useSession().workspace?.personKinds.slice(0, 1) ?? [];
  const [picking, setPicking] = useState<Is | null>(null);
  const ways: [Is, string, Answer | null][] = [
    ['person', text.isPerson, null],
    ['new', text.isNew, newPerson(look, kinds)],
    ['member', text.isMember, null],
    ...(look.isYou ? [] : [['me', text.isMe, { is: 'me' }] satisfies [Is, string, Answer]]),
    ...(look.is || look.why !== 'answer' ? [['nobody', text.isNobody, { is: 'nobody' }] satisfies [Is, string, Answer]] : []),
  ];
  return (
    <div>
      <div className="row wrap" style={{ gap: 6 }}>
        {ways.map(([is, label, whole]) => (
          <button
            type="button"
            className="toggle"
            key={is}
            aria-pressed={picking === is}
            onClick={() => {
              setPicking(is);
              onAnswer(whole);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      {answer && (answer.is === 'member' || answer.is === 'person') ? (
        <p style={{ marginTop: 8 }}>
          <span className="chip acc">{answer.name}</span>
        </p>
      ) : null}
      {picking === 'member' ? <PickMember onAnswer={onAnswer} /> : null}
      {picking === 'person' ? <PickPerson onAnswer={onAnswer} /> : null}
      {picking === 'new' && answer?.is === 'new' ? <NewPerson answer={answer} onChange={onAnswer} onDone={onDone} /> : null}
    </div>
  );
}

function Where({ n, everywhere, onChoose }: { n: number; everywhere: boolean; onChoose: (everywhere: boolean) => void }) {
  const text = useMendText();
  return (
    <fieldset className="where">
      <legend className="lab">{text.where}</legend>
      <label>
        <input type="radio" name="where" checked={everywhere} onChange={() => onChoose(true)} />
        {text.everywhere(n)}
      </label>
      <label>
        <input type="radio" name="where" checked={!everywhere} onChange={() => onChoose(false)} />
        {text.here}
      </label>
    </fieldset>
  );
}
