import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import type { DealPage } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Menu } from '../ui/menu.tsx';
import { useMove } from './use-move.ts';

/** The stage a deal stands in; a member moves it from here to any other of its pipeline. */
export function StageMenu({ page }: { page: DealPage }) {
  const text = useDealsText();
  const may = useMay('member');
  const move = useMove();
  const { data } = useQuery(api.pipelines.list.queryOptions());
  const stages = data?.pipelines.find(({ id }) => id === page.pipeline.id)?.stages ?? [];
  if (!may) return <span>{page.stage.name}</span>;
  return (
    <Menu
      className="btn sm"
      label={text.stageIs(page.stage.name)}
      choices={stages.map((stage) => ({
        id: stage.id,
        label: stage.name,
        chosen: stage.id === page.stage.id,
        run: () => void move(page, stage),
      }))}
    >
      {page.stage.name}
      <ChevronDown className="i s" aria-hidden="true" />
    </Menu>
  );
}
