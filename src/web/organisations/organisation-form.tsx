import './sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { OrganisationPage } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { OrganisationField } from './organisation-field.tsx';

const PLAIN = ['about', 'website', 'phone', 'place', 'country', 'industry'] as const;

function wordsOf(page: OrganisationPage | null, name: string) {
  const plain = Object.fromEntries(PLAIN.map((field) => [field, page?.[field] ?? ''])) as Record<(typeof PLAIN)[number], string>;
  return {
    ...plain,
    name: page?.name ?? name,
    domains: page?.domains.join(', ') ?? '',
    parent: page?.parent?.name ?? '',
    ownerId: page?.owner?.id ?? '',
  };
}

/** A new organisation, or what we know of one; the toast takes all of it back. What was typed stays until it is kept. */
export function OrganisationForm({
  page = null,
  name = '',
  onClose,
}: {
  page?: OrganisationPage | null;
  name?: string;
  onClose: () => void;
}) {
  const text = useOrganisationsText();
  const { shell } = useText();
  const navigate = useNavigate();
  const [words, setWords] = useState(() => wordsOf(page, name));
  const [unknown, setUnknown] = useState<string | null>(null);
  const { sending, wrong, send } = useSending(async () => {
    setUnknown(null);
    const parent =
      words.parent.trim() === (page?.parent?.name ?? '') ? (page?.parent ?? null) : await organisationCalled(words.parent.trim());
    if (words.parent.trim() && !parent) return setUnknown(text.parentUnknown(words.parent.trim()));
    const { parent: _, ownerId, ...plain } = words;
    const given = {
      ...plain,
      domains: words.domains.split(/[\s,;]+/).filter(Boolean),
      parentId: parent?.id ?? null,
      ownerId: ownerId || null,
    };
    if (page) {
      const { id } = page;
      await ask.organisations.change({ id, ...given });
      const { parent: __, ...before } = wordsOf(page, '');
      const back = { ...before, domains: page.domains, parentId: page.parent?.id ?? null, ownerId: page.owner?.id ?? null };
      toast(text.changed, () => ask.organisations.change({ id, ...back }).then(refresh));
      await refresh();
      onClose();
    } else {
      const { id } = await ask.organisations.add(given);
      const undone = () => ask.organisations.remove({ id }).then(() => navigate({ to: '/organisations' }).then(refresh));
      toast(text.added(words.name.trim()), undone);
      await refresh();
      await navigate({ to: '/organisations/$id', params: { id } });
    }
  });
  const set = (change: Partial<typeof words>) => setWords({ ...words, ...change });
  const field = (name: (typeof PLAIN)[number] | 'name' | 'domains') => ({
    value: words[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  return (
    <Dialog title={page ? text.changeTitle(page.name) : text.add} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field label={text.name} required maxLength={200} autoComplete="off" {...field('name')} />
        <Field label={text.about} hint={text.aboutHint} maxLength={1000} {...field('about')} />
        <Field label={text.domains} hint={text.domainsHint} autoComplete="off" {...field('domains')} />
        <div className="w-days">
          <Field label={text.website} inputMode="url" {...field('website')} />
          <Field label={text.phone} type="tel" autoComplete="off" {...field('phone')} />
          <Field label={text.town} {...field('place')} />
          <Field label={text.country} {...field('country')} />
        </div>
        <Field label={text.industry} {...field('industry')} />
        <OrganisationField label={text.parent} hint={text.parentHint} value={words.parent} onChange={(parent) => set({ parent })} />
        <Owner value={words.ownerId} onChange={(ownerId) => set({ ownerId })} />
        {(unknown ?? wrong) ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {unknown ?? wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending}>
            {page ? text.save : text.adding}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

async function organisationCalled(name: string): Promise<{ id: string } | null> {
  if (!name) return null;
  const { rows } = await ask.organisations.list({ find: name, limit: 50 });
  return rows.find((row) => row.name.toLowerCase() === name.toLowerCase()) ?? null;
}

function Owner({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const text = useOrganisationsText();
  const id = useId();
  const { data } = useQuery(api.members.list.queryOptions());
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {text.owner}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{text.ownerNone}</option>
        {data?.members.map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </select>
    </div>
  );
}
