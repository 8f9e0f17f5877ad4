import './sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { DealPage } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { useText } from '../messages/use-text.ts';
import { OrganisationField } from '../organisations/organisation-field.tsx';
import { api, ask, refresh } from '../query/api.ts';
import type { DealWords } from '../query/deals-contract.ts';
import { useSession } from '../query/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area, Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { readAmount } from './money.ts';
import { type Chosen, PeopleChoice } from './people-choice.tsx';

interface Given {
  page?: DealPage | null;
  /** Who and where it is with, when it is added from their page. */
  who?: Chosen[];
  organisation?: string;
  onClose: () => void;
}

function wordsOf(page: DealPage | null, { organisation, currency }: { organisation: string; currency: string }) {
  return {
    title: page?.title ?? '',
    organisation: page?.organisation?.name ?? organisation,
    stageId: page?.stage.id ?? '',
    ownerId: page?.owner?.id ?? '',
    amount: page?.amount?.replace(/\.00$/, '') ?? '',
    currency: page?.currency ?? currency,
    closeOn: page?.closeOn ?? '',
    nextStep: page?.nextStep ?? '',
    nextOn: page?.nextOn ?? '',
    about: page?.about ?? '',
  };
}

/** A new deal, or what is said of one; the toast takes all of it back. What was typed stays until it is kept. */
export function DealForm({ page = null, who: first = [], organisation = '', onClose }: Given) {
  const all = useText();
  const text = useDealsText();
  const navigate = useNavigate();
  const { workspace } = useSession();
  const [words, setWords] = useState(() => wordsOf(page, { organisation, currency: workspace?.currency ?? 'EUR' }));
  const [who, setWho] = useState(first);
  const [unfit, setUnfit] = useState<{ of: 'amount' | 'organisation'; says: string } | null>(null);
  const { sending, wrong, send } = useSending(async () => {
    setUnfit(null);
    const amount = words.amount.trim() ? readAmount(words.amount) : null;
    if (words.amount.trim() && !amount) return setUnfit({ of: 'amount', says: text.form.amountWrong });
    const named = words.organisation.trim();
    const place = named === page?.organisation?.name ? (page?.organisation ?? null) : await organisationCalled(named);
    if (named && !place) return setUnfit({ of: 'organisation', says: text.form.organisationNone(named) });
    const given: DealWords & { title: string } = {
      title: words.title,
      organisationId: place?.id ?? null,
      ...(words.stageId && { stageId: words.stageId }),
      amount,
      currency: amount ? words.currency.trim().toUpperCase() : null,
      closeOn: words.closeOn || null,
      nextStep: words.nextStep,
      nextOn: words.nextOn || null,
    };
    if (page) {
      await ask.deals.change({ id: page.id, ...given, about: words.about, ownerId: words.ownerId || null });
      toast(text.changed, () => ask.deals.change({ id: page.id, ...asItWas(page) }).then(refresh));
      onClose();
      return refresh();
    }
    const { id } = await ask.deals.add({ ...given, personIds: who.map((one) => one.id) });
    toast(text.added(words.title.trim()), () => ask.deals.remove({ id }).then(refresh));
    onClose();
    await refresh();
    await navigate({ to: '/deals/$id', params: { id } });
  });
  const field = (name: keyof typeof words) => ({
    value: words[name],
    onChange: (event: { target: { value: string } }) => setWords({ ...words, [name]: event.target.value }),
  });
  const says = (of: 'amount' | 'organisation') => (unfit?.of === of ? unfit.says : null);
  return (
    <Dialog title={page ? text.changeTitle : text.add} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field label={text.form.title} hint={text.form.titleHint} required maxLength={300} autoComplete="off" {...field('title')} />
        {page ? null : <PeopleChoice label={text.form.who} hint={text.form.whoHint} who={who} onWho={setWho} />}
        <OrganisationField
          label={text.form.organisation}
          hint={says('organisation') ? <span className="harm">{says('organisation')}</span> : text.form.organisationHint}
          value={words.organisation}
          onChange={(value) => setWords({ ...words, organisation: value })}
        />
        <StageChoice value={words.stageId} onChange={(stageId) => setWords({ ...words, stageId })} />
        <div className="w-pair">
          <Field label={text.form.nextStep} hint={text.form.nextStepHint} maxLength={500} {...field('nextStep')} />
          <Field label={text.form.nextOn} type="date" {...field('nextOn')} />
        </div>
        <Field label={text.form.closeOn} type="date" {...field('closeOn')} />
        <div className="w-pair">
          <Field
            label={text.form.amount}
            hint={text.form.amountHint}
            wrong={says('amount')}
            inputMode="decimal"
            autoComplete="off"
            {...field('amount')}
          />
          <Field label={text.form.currency} maxLength={3} pattern="[A-Za-z]{3}" autoComplete="off" {...field('currency')} />
        </div>
        {page ? (
          <>
            <OwnerChoice value={words.ownerId} onChange={(ownerId) => setWords({ ...words, ownerId })} />
            <Area
              label={text.form.about}
              hint={text.form.aboutHint}
              value={words.about}
              onChange={(about) => setWords({ ...words, about })}
            />
          </>
        ) : null}
        {wrong ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {all.shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending}>
            {page ? text.form.save : text.form.adding}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Everything the form can change, as the page had it. */
function asItWas(page: DealPage): DealWords {
  const { title, amount, currency, closeOn, nextStep, nextOn, about } = page;
  return {
    ...{ title, amount, currency, closeOn, nextStep, nextOn, about, stageId: page.stage.id },
    organisationId: page.organisation?.id ?? null,
    ownerId: page.owner?.id ?? null,
  };
}

async function organisationCalled(name: string): Promise<{ id: string } | null> {
  if (!name) return null;
  const { rows } = await ask.organisations.list({ find: name, limit: 50 });
  return rows.find((row) => row.name.toLowerCase() === name.toLowerCase()) ?? null;
}

function StageChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const text = useDealsText();
  const id = useId();
  const { data } = useQuery(api.pipelines.list.queryOptions());
  const pipelines = data?.pipelines ?? [];
  // The first deal of all makes the first pipeline.
  if (pipelines.length === 0) return null;
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {text.form.stage}
      </label>
      <select id={id} className="field" value={value || pipelines[0]?.stages[0]?.id} onChange={(event) => onChange(event.target.value)}>
        {pipelines.map((pipeline) => (
          <optgroup key={pipeline.id} label={pipeline.name}>
            {pipeline.stages.map((stage) => (
              <option key={stage.id} value={stage.id}>
                {stage.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function OwnerChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const text = useDealsText();
  const id = useId();
  const { data } = useQuery(api.members.list.queryOptions());
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {text.form.owner}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{text.form.ownerNone}</option>
        {data?.members.map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </select>
    </div>
  );
}
