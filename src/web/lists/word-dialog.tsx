import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnField } from '#model/own-field.ts';
import type { FieldTest, FieldWord } from '#model/people-sentence.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import type { PeopleSearch } from '../people/people-search.ts';
import { api } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { ChooseTag } from './choose-tag.tsx';
import { OwnValueForm } from './own-value.tsx';

/** Which word is being said: one of a field by its id, and by its place when it stands there already. */
export type Asking = { what: 'tags' | 'added' | 'of' } | { what: 'field'; id: string; at: number | null };

interface Given {
  asking: Asking;
  search: PeopleSearch;
  change: (next: object) => void;
  onClose: () => void;
}

/** One word of the sentence that needs more than a choice. */
export function WordDialog({ asking, search, change, onClose }: Given) {
  const text = useListsText();
  const say = (next: object) => {
    change(next);
    onClose();
  };
  if (asking.what === 'field') return <FieldDialog {...{ asking, search, say, onClose }} />;
  if (asking.what === 'tags')
    return (
      <Dialog title={text.dialog.tags} onClose={onClose}>
        <ChooseTag
          label={text.tagFind}
          but={search.tags ?? []}
          onTake={({ id }) => id && say({ tags: [...(search.tags ?? []), id] })}
          onLeave={onClose}
        />
      </Dialog>
    );
  return asking.what === 'added' ? (
    <OneField
      title={text.dialog.added}
      label={text.dialog.day}
      type="date"
      before={search.added ?? ''}
      say={(added) => say({ added })}
      onClose={onClose}
    />
  ) : (
    <OneField
      title={text.dialog.of}
      label={text.dialog.where}
      type="text"
      before={search.of ?? ''}
      say={(of) => say({ of })}
      onClose={onClose}
    />
  );
}

function OneField({
  title,
  label,
  type,
  before,
  say,
  onClose,
}: {
  title: string;
  label: string;
  type: 'date' | 'text';
  before: string;
  say: (value: string) => void;
  onClose: () => void;
}) {
  const text = useListsText();
  const { shell } = useText();
  const [value, setValue] = useState(before);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          say(value);
        }}
      >
        <Field label={label} type={type} required value={value} onChange={(event) => setValue(event.target.value)} />
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p">
            {text.dialog.use}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const TESTS: Record<OwnField['kind'], FieldTest[]> = {
  text: ['has', 'is', 'any', 'none'],
  number: ['from', 'until', 'is', 'any', 'none'],
  date: ['from', 'until', 'is', 'any', 'none'],
  choice: ['is', 'any', 'none'],
  person: ['is', 'any', 'none'],
};

function FieldDialog({
  asking: { id, at },
  search,
  say,
  onClose,
}: {
  asking: Extract<Asking, { what: 'field' }>;
  search: PeopleSearch;
  say: (next: object) => void;
  onClose: () => void;
}) {
  const text = useListsText();
  const { shell } = useText();
  const { data } = useQuery(api.ownFields.list.queryOptions({ input: { about: 'person', away: true } }));
  const field = data?.fields.find((one) => one.id === id);
  const words = search.fields ?? [];
  const before = at === null ? undefined : words[at];
  const tests = field ? TESTS[field.kind] : [];
  const [chosen, setChosen] = useState<FieldTest | null>(before?.test ?? null);
  const test = chosen ?? tests[0] ?? 'any';
  const others = words.filter((_, i) => i !== at);
  const keep = (word: FieldWord) => say({ fields: [...others, word] });
  const remove = () => say({ fields: others.length > 0 ? others : undefined });
  const says = (one: FieldTest) => (field?.kind === 'date' && (one === 'from' || one === 'until') ? text.dayTests[one] : text.tests[one]);
  const needsValue = test !== 'any' && test !== 'none';
  return (
    <Dialog title={text.dialog.field(field?.label ?? '')} onClose={onClose}>
      <div className="form">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere */}
        <div role="group" aria-label={text.dialog.test} className="row wrap">
          {tests.map((one) => (
            <button key={one} type="button" className="toggle" aria-pressed={one === test} onClick={() => setChosen(one)}>
              {says(one)}
            </button>
          ))}
        </div>
        {field && needsValue ? (
          <OwnValueForm
            // What was typed for one test may serve the next.
            field={{ ...field, label: text.dialog.value }}
            value={before?.value ?? ''}
            keep={text.dialog.use}
            cancel={shell.cancel}
            onKeep={(value) => value && keep({ id, test, value })}
            onLeave={onClose}
          />
        ) : (
          <div className="ends">
            <button type="button" className="btn q" onClick={onClose}>
              {shell.cancel}
            </button>
            <button type="button" className="btn p" onClick={() => keep({ id, test })}>
              {text.dialog.use}
            </button>
          </div>
        )}
        {before ? (
          <p>
            <button type="button" className="word t13" onClick={remove}>
              {text.dialog.remove}
            </button>
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
