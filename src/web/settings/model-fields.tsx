import { Check, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { endpointOf, isSameHouse, type LanguageModelView, type ModelTried } from '#model/language-model.ts';
import { useSettingsText } from '../messages/settings-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { isOpenWay, keyHint } from './model-way.ts';

/** Where the model is, tried before it is kept or after. */
export function ModelFields({ view }: { view: LanguageModelView }) {
  const text = useSettingsText().languageModel;
  const saved = useSettingsText().saved;
  const { shell } = useText();
  const [endpoint, setEndpoint] = useState(view.endpoint);
  const [model, setModel] = useState(view.model);
  const [key, setKey] = useState('');
  const [looked, setLooked] = useState(false);
  const [tried, setTried] = useState<ModelTried | null>(null);
  const whole = endpointOf(endpoint);
  const typed = { endpoint: whole ?? '', model: model.trim(), ...(key && { key }) };
  const saving = useSending(async () => {
    await ask.languageModel.change(typed);
    setEndpoint(typed.endpoint);
    setKey('');
    // A key that was written over, or stayed behind, is told to nobody: there is no way back to it.
    const before = { endpoint: view.endpoint, model: view.model };
    const isBackable = !key && (view.key === 'none' || isSameHouse(view.endpoint, typed.endpoint));
    toast(
      saved,
      isBackable
        ? async () => {
            await ask.languageModel.change(before);
            setEndpoint(before.endpoint);
            setModel(before.model);
            await refresh();
          }
        : null,
    );
    await refresh();
  });
  const trying = useSending(async () => {
    setTried(null);
    setTried(await ask.languageModel.try(typed));
  });
  const ready = whole !== null && typed.model !== '' && !saving.sending && !trying.sending;
  const wrong = saving.wrong ?? trying.wrong;
  return (
    <form className="form" style={{ marginTop: 14, maxWidth: 520 }} onSubmit={saving.send}>
      <Field
        label={text.endpoint}
        hint={isOpenWay(whole) ? text.endpointOpen : text.endpointHint}
        wrong={looked && endpoint.trim() && whole === null ? text.endpointWrong : null}
        type="url"
        inputMode="url"
        spellCheck={false}
        autoComplete="off"
        value={endpoint}
        onBlur={() => setLooked(true)}
        onChange={(event) => {
          setEndpoint(event.target.value);
          setTried(null);
        }}
      />
      <Field
        label={text.model}
        hint={text.modelHint}
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        value={model}
        onChange={(event) => {
          setModel(event.target.value);
          setTried(null);
        }}
      />
      <Field
        label={text.key}
        hint={keyHint(view, whole, text)}
        wrong={view.key === 'lost' && !key ? text.failures['key-lost'] : null}
        type="password"
        autoComplete="new-password"
        spellCheck={false}
        value={key}
        onChange={(event) => {
          setKey(event.target.value);
          setTried(null);
        }}
      />
      {wrong ? (
        <p className="hint harm" role="alert" style={{ margin: 0 }}>
          {wrong}
        </p>
      ) : null}
      <p className="row wrap">
        <button type="submit" className="btn p" disabled={!ready}>
          {shell.save}
        </button>
        <button type="button" className="btn" disabled={!ready} onClick={() => trying.send()}>
          {trying.sending ? text.trying : text.tryIt}
        </button>
        {view.key === 'none' ? null : <TakeKey />}
      </p>
      <Tried tried={tried} />
    </form>
  );
}

function Tried({ tried }: { tried: ModelTried | null }) {
  const text = useSettingsText().languageModel;
  const well = tried !== null && tried.failure === null && tried.found > 0;
  const Icon = well ? Check : CircleAlert;
  return (
    <p className={`row top t13 ${tried === null ? 'f' : well ? 'acc' : 'wait'}`} role="status" style={{ margin: 0, minHeight: 40 }}>
      {tried === null ? (
        text.tryWhy
      ) : (
        <>
          <Icon className="i s" aria-hidden="true" style={{ flex: 'none', marginTop: 3 }} />
          <span>{tried.failure ? text.failures[tried.failure] : text.tried(tried.found, (tried.ms / 1000).toFixed(1))}</span>
        </>
      )}
    </p>
  );
}

function TakeKey() {
  const text = useSettingsText().languageModel;
  const { sending, send } = useSending(async () => {
    await ask.languageModel.change({ key: null });
    toast(text.keyTaken);
    await refresh();
  });
  return (
    <button type="button" className="btn q" disabled={sending} onClick={() => send()}>
      {text.takeKey}
    </button>
  );
}
