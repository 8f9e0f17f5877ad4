import { useState } from 'react';
import { useDealsText } from '../messages/deals-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area, Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

export interface Named {
  id: string;
  name: string;
}

function Ends({ says, sending, onClose }: { says: string; sending: boolean; onClose: () => void }) {
  const { shell } = useText();
  return (
    <div className="ends">
      <button type="button" className="btn q" onClick={onClose}>
        {shell.cancel}
      </button>
      <button type="submit" className="btn p" disabled={sending}>
        {says}
      </button>
    </div>
  );
}

/** A new pipeline with its stages, one on a line. */
export function AddPipeline({ onClose }: { onClose: () => void }) {
  const text = useDealsText().pipelines;
  const [name, setName] = useState('');
  const [lines, setLines] = useState('');
  const stages = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const { sending, wrong, send } = useSending(async () => {
    if (stages.length === 0) return;
    const { pipelines } = await ask.pipelines.add({ name, stages });
    const added = pipelines.findLast((one) => one.name === name.trim());
    toast(text.added(name.trim()), added ? () => ask.pipelines.remove({ id: added.id }).then(refresh) : null);
    await refresh();
    onClose();
  });
  return (
    <Dialog title={text.add} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field
          label={text.name}
          hint={text.nameHint}
          required
          maxLength={200}
          wrong={wrong}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Area label={text.stages} hint={text.stagesHint} rows={5} value={lines} onChange={setLines} />
        <Ends says={text.addDo} sending={sending || stages.length === 0} onClose={onClose} />
      </form>
    </Dialog>
  );
}

/** Another name for a pipeline or a stage, or the name of a new stage. */
export function OneName({ what, of, onClose }: { what: 'pipeline' | 'stage' | 'new-stage'; of: Named; onClose: () => void }) {
  const text = useDealsText().pipelines;
  const { shell } = useText();
  const isNew = what === 'new-stage';
  const [name, setName] = useState(isNew ? '' : of.name);
  const call = (called: string) =>
    what === 'pipeline' ? ask.pipelines.rename({ id: of.id, name: called }) : ask.pipelines.changeStage({ id: of.id, name: called });
  const { sending, wrong, send } = useSending(async () => {
    if (isNew) {
      const { pipelines } = await ask.pipelines.addStage({ id: of.id, name });
      const added = pipelines.find(({ id }) => id === of.id)?.stages.at(-1);
      toast(text.stageAdded(name.trim()), added ? () => ask.pipelines.removeStage({ id: added.id }).then(refresh) : null);
    } else {
      await call(name);
      toast(text.renamed(name.trim()), () => call(of.name).then(refresh));
    }
    await refresh();
    onClose();
  });
  return (
    <Dialog title={isNew ? text.addStage : text.renameTitle(of.name)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field
          label={what === 'pipeline' ? text.name : text.stageName}
          required
          maxLength={200}
          wrong={wrong}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Ends says={isNew ? text.addDo : shell.save} sending={sending} onClose={onClose} />
      </form>
    </Dialog>
  );
}
