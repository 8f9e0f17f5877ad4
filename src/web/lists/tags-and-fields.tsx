import { useListsText } from '../messages/lists-text.ts';
import { useMay } from '../query/session.ts';
import { SettingsFrame } from '../settings/frame.tsx';
import { FieldList } from './field-list.tsx';
import { ManyList } from './many-list.tsx';
import { TagList } from './tag-list.tsx';
import './lists-sheet.ts';

/** Settings: the words a team has of its own for whom it knows, and what was changed of many at once. */
export function TagsAndFields() {
  const text = useListsText();
  const may = useMay('member');
  return (
    <SettingsFrame title={text.settingsTitle}>
      <h1>{text.settingsTitle}</h1>
      <p className="m" style={{ marginTop: 4, maxWidth: 'var(--measure)' }}>
        {text.settingsWhy} {may ? null : text.guests}
      </p>
      <TagList />
      <FieldList />
      {may ? <ManyList /> : null}
    </SettingsFrame>
  );
}
