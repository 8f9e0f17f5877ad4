import '../deals/sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { PipelineView, StageView } from '#model/deal.ts';
import { useDeed } from '../deals/use-deed.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { api, ask } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Menu } from '../ui/menu.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { SettingsFrame } from './frame.tsx';
import { AddPipeline, type Named, OneName } from './pipeline-forms.tsx';

type Asking = { what: 'add' } | { what: 'stage' | 'pipeline'; of: Named } | { what: 'new-stage'; of: Named };

/** Settings: the stages that decisions go through, in the words of the team. */
export function Pipelines() {
  const text = useDealsText().pipelines;
  const may = useMay('admin');
  const { data, error, refetch } = useQuery(api.pipelines.list.queryOptions());
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <SettingsFrame title={text.title}>
      <h1>{text.title}</h1>
      <p className="m" style={{ marginTop: 4, maxWidth: 'var(--measure)' }}>
        {text.why} {may ? null : text.onlyAdmins}
      </p>
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : !data ? (
        <Waiting rows={4} />
      ) : data.pipelines.length === 0 ? (
        <p className="f" style={{ marginTop: 16 }}>
          {text.none}
        </p>
      ) : (
        data.pipelines.map((pipeline) => <Pipeline key={pipeline.id} pipeline={pipeline} may={may} onAsk={setAsking} />)
      )}
      {may ? (
        <p style={{ marginTop: 24 }}>
          <button type="button" className="btn" onClick={() => setAsking({ what: 'add' })}>
            {text.add}
          </button>
        </p>
      ) : null}
      {asking?.what === 'add' ? <AddPipeline onClose={close} /> : null}
      {asking && asking.what !== 'add' ? <OneName what={asking.what} of={asking.of} onClose={close} /> : null}
    </SettingsFrame>
  );
}

interface Given {
  pipeline: PipelineView;
  may: boolean;
  onAsk: (asking: Asking) => void;
}

function Pipeline({ pipeline, may, onAsk }: Given) {
  const text = useDealsText().pipelines;
  const deed = useDeed();
  const { id, name, stages } = pipeline;
  const remove = () =>
    void deed({ does: () => ask.pipelines.remove({ id }), says: text.removed(name), undo: () => ask.pipelines.bringBack({ id }) });
  return (
    <section className="sec" aria-label={name}>
      <div className="hd">
        <h2>{name}</h2>
        {may ? (
          <span className="sp">
            <Menu
              className="btn ic sm q"
              side="right"
              label={text.of(name)}
              choices={[
                { id: 'stage', label: text.addStage, run: () => onAsk({ what: 'new-stage', of: pipeline }) },
                { id: 'rename', label: text.rename, run: () => onAsk({ what: 'pipeline', of: pipeline }) },
                { id: 'remove', label: text.remove, cut: true, run: remove },
              ]}
            >
              <Ellipsis className="i" aria-hidden="true" />
            </Menu>
          </span>
        ) : null}
      </div>
      <ol className="w-stages">
        {stages.map((stage, i) => (
          <Stage key={stage.id} stage={stage} i={i} last={i === stages.length - 1} may={may} onAsk={onAsk} />
        ))}
      </ol>
    </section>
  );
}

interface StageGiven extends Omit<Given, 'pipeline'> {
  stage: StageView;
  i: number;
  last: boolean;
}

function Stage({ stage, i, last, may, onAsk }: StageGiven) {
  const text = useDealsText().pipelines;
  const deed = useDeed();
  const { id, name } = stage;
  const put = (place: number) =>
    void deed({
      does: () => ask.pipelines.changeStage({ id, place }),
      says: text.moved(name),
      undo: () => ask.pipelines.changeStage({ id, place: i }),
    });
  const remove = () =>
    void deed({
      does: () => ask.pipelines.removeStage({ id }),
      says: text.removed(name),
      undo: () => ask.pipelines.bringBackStage({ id }),
    });
  return (
    <li>
      <span>{name}</span>
      <span className="f t13">{text.deals(stage.deals)}</span>
      {may ? (
        <span className="sp">
          <button
            type="button"
            className="btn ic sm q"
            aria-label={text.up(name)}
            title={text.up(name)}
            disabled={i === 0}
            onClick={() => put(i - 1)}
          >
            <ChevronUp className="i" aria-hidden="true" />
          </button>
          <button
            type="button"
            className="btn ic sm q"
            aria-label={text.down(name)}
            title={text.down(name)}
            disabled={last}
            onClick={() => put(i + 1)}
          >
            <ChevronDown className="i" aria-hidden="true" />
          </button>
          <Menu
            className="btn ic sm q"
            side="right"
            label={text.of(name)}
            choices={[
              { id: 'rename', label: text.rename, run: () => onAsk({ what: 'stage', of: stage }) },
              { id: 'remove', label: text.remove, cut: true, run: remove },
            ]}
          >
            <Ellipsis className="i" aria-hidden="true" />
          </Menu>
        </span>
      ) : null}
    </li>
  );
}
