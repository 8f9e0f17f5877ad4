import { Link, useSearch } from '@tanstack/react-router';
import { useText } from '../messages/use-text.ts';
import { Bar } from '../ui/bar.tsx';
import { WhoIsWho } from './who-is-who.tsx';

/** Everyone who spoke and is not known, asked once. */
export function Speakers() {
  const text = useText();
  const { conversation } = useSearch({ from: '/inside/speakers' });
  return (
    <>
      <Bar title={text.speakers.title} parent={{ title: text.conversations.title, to: '/conversations' }} />
      <div className="page" style={{ maxWidth: 860 }}>
        <WhoIsWho conversationId={conversation} />
        {conversation ? (
          <p style={{ marginTop: 24 }}>
            <Link className="link" to="/conversations/$id" params={{ id: conversation }}>
              {text.speakers.toConversation}
            </Link>
          </p>
        ) : null}
      </div>
    </>
  );
}
