import { type ReactNode, useState } from 'react';
import { chooseLocale, keepLocale, keptLocale, speak } from '../messages/language.ts';
import { LOCALES } from '../messages/locale.ts';
import { useSettingsText } from '../messages/settings-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { signOut, useSession } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { keptTheme, THEMES, wearTheme } from '../shell/theme.ts';
import { Tick } from '../ui/tick.tsx';
import { toast } from '../ui/toasts.ts';
import { SettingsFrame } from './frame.tsx';

export function Me() {
  const text = useSettingsText();
  const { shell } = useText();
  const { account, member, workspace } = useSession();
  const [theme, setTheme] = useState(keptTheme);
  const [own, setOwn] = useState(keptLocale);
  return (
    <SettingsFrame title={text.me}>
      <h1>{text.meTitle}</h1>
      <p className="m" style={{ marginTop: 4 }}>
        {account?.name} · {account?.email}
      </p>
      <Part title={text.language} why={text.languageWhy}>
        {(['workspace', ...LOCALES] as const).map((choice) => (
          <Choice
            key={choice}
            says={text.languageOf[choice]}
            on={(own ?? 'workspace') === choice}
            onChoose={() => {
              const next = choice === 'workspace' ? null : choice;
              keepLocale(next);
              setOwn(next);
              void speak(chooseLocale(workspace?.locale));
            }}
          />
        ))}
      </Part>
      <Part title={text.theme} why={text.themeWhy}>
        {THEMES.map((choice) => (
          <Choice
            key={choice}
            says={shell.themes[choice]}
            on={theme === choice}
            onChoose={() => {
              wearTheme(choice);
              setTheme(choice);
            }}
          />
        ))}
      </Part>
      {member ? <Listening shared={member.sharesListening} /> : null}
      <p style={{ marginTop: 32 }}>
        <button type="button" className="btn" onClick={() => void signOut()}>
          {text.signOut}
        </button>
      </p>
    </SettingsFrame>
  );
}

function Part({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  return (
    <section className="sec">
      <div className="hd">
        <h2>{title}</h2>
        <span className="why">{why}</span>
      </div>
      <div className="row wrap" style={{ paddingTop: 12 }}>
        {children}
      </div>
    </section>
  );
}

function Choice({ says, on, onChoose }: { says: string; on: boolean; onChoose: () => void }) {
  return (
    <button type="button" className="toggle" aria-pressed={on} onClick={onChoose}>
      {says}
    </button>
  );
}

function Listening({ shared }: { shared: boolean }) {
  const all = useText();
  const text = useSettingsText();
  const set = async (next: boolean) => {
    try {
      await ask.members.shareListening({ shared: next });
      toast(next ? text.shared : text.unshared, () => ask.members.shareListening({ shared: !next }).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.listening}</h2>
      </div>
      <p className="m" style={{ padding: '8px 0 10px', maxWidth: 'var(--measure)' }}>
        {text.listeningWhy}
      </p>
      <p className="row">
        <Tick on={shared} label={text.share} onChange={() => void set(!shared)} />
        <span aria-hidden="true">{text.share}</span>
      </p>
    </section>
  );
}
