import { useQuery } from '@tanstack/react-query';
import type { LanguageModelView } from '#model/language-model.ts';
import { mayAct } from '#model/member.ts';
import { useSettingsText } from '../messages/settings-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Tick } from '../ui/tick.tsx';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { SettingsFrame } from './frame.tsx';
import { ModelFields } from './model-fields.tsx';

export function LanguageModel() {
  const text = useSettingsText();
  const { member, workspace } = useSession();
  const may = member !== null && mayAct(member.role, 'admin');
  const { data, error, refetch } = useQuery({ ...api.languageModel.read.queryOptions(), enabled: may });
  return (
    <SettingsFrame title={text.languageModel.title}>
      {!may ? (
        <>
          <h1>{text.languageModel.title}</h1>
          <p style={{ marginTop: 16 }}>{text.onlyAdmins}</p>
        </>
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : data ? (
        <Page view={data} key={workspace?.id} />
      ) : (
        <Waiting rows={2} />
      )}
    </SettingsFrame>
  );
}

function Page({ view }: { view: LanguageModelView }) {
  const text = useSettingsText().languageModel;
  const { askedAt, failure } = view.health;
  const silent = failure !== null && failure.at === askedAt;
  return (
    <div style={{ maxWidth: 'var(--measure)' }}>
      <h1>{!view.on ? text.isOff : silent ? text.isSilent(view.model) : text.isOn(view.model)}</h1>
      <p className="m" style={{ marginTop: 4 }}>
        {text.why}
      </p>
      {askedAt ? <Health {...view.health} /> : null}
      <section className="sec">
        <div className="hd">
          <h2>{text.leaves}</h2>
        </div>
        <ul style={{ display: 'grid', gap: 8, padding: '12px 0 0 18px', listStyle: 'disc' }}>
          {text.leavesLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section className="sec">
        <div className="hd">
          <h2>{text.where}</h2>
          <span className="why">{text.whereWhy}</span>
        </div>
        <ModelFields view={view} />
      </section>
      <Switch view={view} />
    </div>
  );
}

function Switch({ view }: { view: LanguageModelView }) {
  const all = useText();
  const text = useSettingsText().languageModel;
  const ready = view.endpoint !== '' && view.model !== '';
  const turn = async (on: boolean) => {
    try {
      await ask.languageModel.change({ on });
      toast(on ? text.turnedOn : text.turnedOff, () => ask.languageModel.change({ on: !on }).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.onOff}</h2>
      </div>
      <p className="row" style={{ paddingTop: 12 }}>
        <Tick on={view.on} label={text.ask} onChange={ready ? () => void turn(!view.on) : null} />
        <span aria-hidden="true">{text.ask}</span>
      </p>
      <p className="hint" style={{ marginTop: 6 }}>
        {ready ? text.offTakes : text.askFirst}
      </p>
    </section>
  );
}

function Health({ askedAt, answeredAt, failure, unanswered }: LanguageModelView['health']) {
  const text = useSettingsText().languageModel;
  const { moment } = useDates();
  const lines = [
    { is: text.askedAt, says: askedAt ? moment(askedAt) : text.never },
    { is: text.answeredAt, says: answeredAt ? moment(answeredAt) : text.never },
    { is: text.failure, says: failure ? `${moment(failure.at)}. ${text.failures[failure.why]}` : text.none },
  ];
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.health}</h2>
      </div>
      <dl className="kv" style={{ gridTemplateColumns: '132px 1fr', paddingTop: 12, rowGap: 9 }}>
        {lines.map(({ is, says }) => (
          <div key={is} style={{ display: 'contents' }}>
            <dt>{is}</dt>
            <dd style={{ textAlign: 'left' }}>{says}</dd>
          </div>
        ))}
      </dl>
      {unanswered > 0 ? (
        <p className="m t13" style={{ marginTop: 10 }}>
          {text.unanswered(unanswered)}
        </p>
      ) : null}
    </section>
  );
}
