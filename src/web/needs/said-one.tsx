import { useId, useRef, useState } from 'react';
import { SAY_BACK_ANSWERS, type SayBackAnswer } from '#model/need.ts';
import type { SaidPage } from '#model/say-back.ts';
import type { said as en } from '../messages/en/said.ts';
import { ask } from '../query/api.ts';
import { refusalOf } from '../query/trouble.ts';

interface Given {
  need: SaidPage['needs'][number];
  token: string;
  text: typeof en;
  onAnswered: () => void;
}

/** Our words for one need, and theirs. An answer counts at once; words are sent when they are done with them. Both can be changed. */
export function AskedOne({ need, token, text, onAnswered }: Given) {
  const id = useId();
  const { answer, words, setWords, saved, wrong, send, changed } = useAnswer(need, token, onAnswered);
  return (
    <section className="asked">
      <p className="ours" id={`${id}-ours`}>
        {need.statement}
      </p>
      <fieldset aria-describedby={`${id}-ours`}>
        <legend className="sr">{text.isIt}</legend>
        <div className="ans">
          {SAY_BACK_ANSWERS.map((one) => (
            <label key={one}>
              <input type="radio" name={id} value={one} checked={answer === one} onChange={() => void send(one)} />
              <span>{text[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <form
        style={{ marginTop: 14 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (answer) void send(answer);
        }}
      >
        {answer || words ? (
          <>
            <label className="lab" htmlFor={`${id}-words`}>
              {text.words} <span className="f">{text.optional}</span>
            </label>
            <textarea
              id={`${id}-words`}
              className="field v17"
              rows={3}
              maxLength={2000}
              placeholder={text.wordsHint}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            {changed ? (
              <p style={{ marginTop: 8 }}>
                <button type="submit" className="btn p">
                  {text.save}
                </button>
              </p>
            ) : null}
          </>
        ) : null}
        <p className={wrong ? 'hint harm' : 'hint'} role={wrong ? 'alert' : 'status'}>
          {wrong === 'often' ? text.tooOften : wrong === 'gone' ? text.goneWhy : wrong ? text.trouble : saved ? text.saved : null}
        </p>
      </form>
    </section>
  );
}

type Wrong = 'often' | 'gone' | 'away';

function useAnswer(need: Given['need'], token: string, onAnswered: () => void) {
  const [answer, setAnswer] = useState<SayBackAnswer | null>(need.answer);
  const [words, setWords] = useState(need.words);
  const [sent, setSent] = useState(need.words);
  const [saved, setSaved] = useState(false);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  // One after the other: what is tapped last must arrive last.
  const line = useRef<Promise<void>>(Promise.resolve());
  const send = (next: SayBackAnswer) => {
    const before = answer;
    setAnswer(next);
    setWrong(null);
    const given = words;
    line.current = line.current.then(async () => {
      try {
        await ask.sayBacks.answer({ token, need: need.id, answer: next, words: given });
        setSent(given);
        setSaved(true);
        onAnswered();
      } catch (error) {
        setAnswer(before);
        setSaved(false);
        const code = refusalOf(error)?.code;
        setWrong(code === 'input.too-often' ? 'often' : code === 'missing.say-back' ? 'gone' : 'away');
      }
    });
    return line.current;
  };
  return { answer, words, setWords, saved: saved && words === sent, wrong, send, changed: words !== sent };
}
