import { Link } from '@tanstack/react-router';
import type { Quote } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { When } from './when.tsx';

/** Where words were said and who confirmed them: stands under every quote. Opens the conversation at the turn. */
export function SourceLine({ quote, lead, as = 'day' }: { quote: Quote; lead?: string; as?: 'day' | 'ago' }) {
  const text = useText();
  return (
    <span className="src">
      {lead ? `${lead} · ` : null}
      <Link to="/conversations/$id" params={{ id: quote.conversationId }} search={{ turn: quote.turn }}>
        {quote.conversationTitle}, <When at={quote.happenedAt} as={as} />
      </Link>
      {' · '}
      {quote.confirmedBy ? text.quote.confirmedBy(quote.confirmedBy.name) : text.quote.stillSuggestion}
    </span>
  );
}
