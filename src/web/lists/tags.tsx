import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { About, TagRef } from '#model/tag.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { ChooseTag } from './choose-tag.tsx';
import './lists-sheet.ts';

/** A quiet line of the tags on a person, an organisation or a deal, each leading to everybody who has it. */
export function Tags({ about, id }: { about: About; id: string }) {
  const text = useListsText();
  const all = useText();
  const may = useMay('member');
  const { data } = useQuery(api.tags.of.queryOptions({ input: { about, id } }));
  const [adding, setAdding] = useState(false);
  const tags = data?.tags ?? [];
  const put = (name: string) => ask.tags.put({ about, id, name });
  const take = (tag: TagRef) => ask.tags.take({ about, id, tagId: tag.id });
  const tell = (work: Promise<unknown>, says: string, undo: () => Promise<unknown>) =>
    void work
      .then(() => toast(says, () => undo().then(refresh)))
      .catch((error: unknown) => toast(sayTrouble(error, all)))
      .then(refresh);
  if (!data || (tags.length === 0 && !may)) return null;
  return (
    <div className="tags">
      <ul aria-label={text.tags} hidden={tags.length === 0}>
        {tags.map((tag) => (
          <li key={tag.id} className="chip">
            {about === 'person' ? (
              <Link to="/people" search={{ tags: [tag.id] }} title={text.withTag(tag.name)}>
                {tag.name}
              </Link>
            ) : (
              tag.name
            )}
            {may ? (
              <button
                type="button"
                aria-label={text.takeTag(tag.name)}
                title={text.takeTag(tag.name)}
                onClick={() => tell(take(tag), text.tagTaken(tag.name), () => put(tag.name))}
              >
                <X className="i s" aria-hidden="true" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {may ? (
        adding ? (
          <ChooseTag
            label={text.addTag}
            fresh
            but={tags.map((tag) => tag.id)}
            onTake={({ name }) => {
              const work = put(name);
              tell(work, text.tagPut(name), () => work.then(take));
            }}
            onLeave={() => setAdding(false)}
          />
        ) : (
          <button type="button" className="word t13" onClick={() => setAdding(true)}>
            {text.addTag}
          </button>
        )
      ) : null}
    </div>
  );
}
