import type { FindingView } from '#model/pages.ts';
import { piecesOf } from './marked.ts';
import type { Hit } from './within.ts';

interface Given {
  text: string;
  findings: FindingView[];
  /** Marked faintly: Heed is less sure of these. */
  folded: ReadonlySet<string>;
  /** What one of ours said is no evidence of theirs. */
  ours: boolean;
  hits: Hit[];
  now: Hit | null;
}

const HIT = 'hit ';
const NOW = 'now ';

/** The words of a turn, with the marker behind evidence, and a line under what is being looked for. */
export function SaidWords({ text, findings, folded, ours, hits, now }: Given) {
  const sought = hits.map((hit) => ({ id: hit === now ? NOW : HIT, from: hit.from, to: hit.to }));
  return piecesOf(text, sought.length > 0 ? [...findings, ...sought] : findings).map((piece, n) => {
    const isNow = piece.findings.includes(NOW);
    const isHit = isNow || piece.findings.includes(HIT);
    const evidence = ours ? [] : piece.findings.filter((id) => id !== HIT && id !== NOW);
    const isEvidence = evidence.length > 0;
    const isFaint = isEvidence && evidence.every((id) => folded.has(id));
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
    if (!isHit && !isEvidence) return <span key={n}>{piece.text}</span>;
    const kind = [isHit && 'hit', isNow && 'now', isFaint ? 'faint' : isHit && isEvidence && 'evidence'].filter(Boolean).join(' ');
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <mark key={n} className={kind || undefined}>
        {piece.text}
      </mark>
    );
  });
}
