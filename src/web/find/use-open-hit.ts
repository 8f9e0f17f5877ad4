import { useNavigate } from '@tanstack/react-router';
import type { Hit } from '#model/pages.ts';

/** Where each kind of hit leads: words to their turn, an organisation to its page, a need or promise to where it was said. */
export function useOpenHit(): (hit: Hit) => void {
  const navigate = useNavigate();
  return (hit) => {
    if (hit.kind === 'person') return void navigate({ to: '/people/$id', params: { id: hit.id } });
    if (hit.personId && ['need', 'promise', 'task', 'note'].includes(hit.kind))
      return void navigate({ to: '/people/$id', params: { id: hit.personId } });
    if (hit.kind === 'deal') return void navigate({ to: '/deals/$id', params: { id: hit.id } });
    if (hit.kind === 'task' && !hit.personId) return void navigate({ to: '/tasks', search: { whose: 'all' } });
    if (hit.kind === 'organisation') return void navigate({ to: '/organisations/$id', params: { id: hit.id } });
    const id = hit.kind === 'conversation' ? hit.id : hit.conversationId;
    if (!id) return void navigate({ to: hit.kind === 'promise' ? '/promises' : '/people' });
    return void navigate({ to: '/conversations/$id', params: { id }, search: hit.turn === undefined ? {} : { turn: hit.turn } });
  };
}
