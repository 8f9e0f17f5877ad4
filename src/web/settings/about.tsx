import { useQuery } from '@tanstack/react-query';
import { useSettingsText } from '../messages/settings-text.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { SettingsFrame } from './frame.tsx';

interface Health {
  version: string;
  database: 'up' | 'down';
  queue: 'up' | 'down';
  migrations: 'done' | 'pending' | 'unknown';
}

async function readHealth(): Promise<Health> {
  // 503 carries the same answer: something is down, and it says what.
  const answer = await fetch('/api/v1/health');
  return (await answer.json()) as Health;
}

export function About() {
  const text = useSettingsText();
  const { data, error, refetch } = useQuery({ queryKey: ['health'], queryFn: readHealth });
  return (
    <SettingsFrame title={text.about}>
      <h1>{text.aboutTitle}</h1>
      <p className="m" style={{ marginTop: 4 }}>
        {text.healthWhy}
      </p>
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : data ? (
        <dl className="kv" style={{ gridTemplateColumns: '160px 1fr', paddingTop: 16, rowGap: 9 }}>
          {(['version', 'database', 'queue', 'migrations'] as const).map((part) => (
            <div key={part} style={{ display: 'contents' }}>
              <dt>{text[part]}</dt>
              <dd style={{ textAlign: 'left' }}>{part === 'version' ? data.version : text.health[data[part]]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Waiting rows={1} />
      )}
    </SettingsFrame>
  );
}
