import { useText } from '../messages/use-text.ts';

/** The shape of a page that is on its way: after 200 ms, still; after 2 s a sentence says so. */
export function Waiting({ rows = 3 }: { rows?: number }) {
  const text = useText();
  return (
    <div className="page" aria-busy="true">
      <div className="fade-in" style={{ display: 'grid', gap: 22, maxWidth: 720 }}>
        {Array.from({ length: rows }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
          <div className="row top" style={{ gap: 14 }} key={i}>
            <span className="sk" style={{ width: 36, height: 36, borderRadius: '50%' }} />
            <div style={{ flex: 1, display: 'grid', gap: 8, paddingTop: 3 }}>
              <span className="sk" style={{ width: '42%' }} />
              <span className="sk" style={{ width: '68%', height: 9 }} />
            </div>
          </div>
        ))}
      </div>
      <p className="f t13 fade-late" style={{ marginTop: 22 }}>
        {text.shell.stillComing}
      </p>
    </div>
  );
}
