import { useId } from 'react';
import { LOCALES } from '../messages/locale.ts';
import { useText } from '../messages/use-text.ts';
import type { WorkspaceWords } from '../query/contract.ts';
import { Area, Field } from '../ui/field.tsx';
import { KindToggles } from '../ui/kind-toggles.tsx';

/** How a workspace speaks of itself: used when it is made and in its settings. */
export function WorkspaceFields({ words, onChange }: { words: WorkspaceWords; onChange: (words: WorkspaceWords) => void }) {
  const text = useText().session;
  const id = useId();
  return (
    <>
      <Field
        label={text.workspaceName}
        placeholder={text.workspaceNameHint}
        required
        value={words.name}
        onChange={(event) => onChange({ ...words, name: event.target.value })}
      />
      <Area
        label={text.whatWeDo}
        hint={text.whatWeDoHint}
        rows={2}
        value={words.whatWeDo}
        onChange={(whatWeDo) => onChange({ ...words, whatWeDo })}
      />
      <Area
        label={text.mission}
        hint={text.missionHint}
        rows={2}
        value={words.mission}
        onChange={(mission) => onChange({ ...words, mission })}
      />
      <KindToggles
        label={text.kinds}
        hint={text.kindsHint}
        chosen={words.personKinds}
        onChange={(personKinds) => onChange({ ...words, personKinds })}
      />
      <div>
        <label className="lab" htmlFor={id}>
          {text.language}
        </label>
        <select id={id} className="field" value={words.locale} onChange={(event) => onChange({ ...words, locale: event.target.value })}>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {text.languages[locale]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
