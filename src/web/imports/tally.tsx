import { IMPORT_OUTCOMES, type ImportObject, type ImportOutcome } from '#model/import.ts';
import type { ImportPage } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { OutcomeIcon } from './drawn.tsx';

const SHADE: Record<ImportOutcome, string> = {
  create: 'var(--fill)',
  update: 'var(--act-ask)',
  same: 'var(--act-tell)',
  skip: 'var(--act-small)',
  fail: 'var(--harm)',
};

/** Five counts that are filters, and one bar of the same parts. */
export function Tally({
  page,
  object,
  outcome,
  onChoose,
}: {
  page: ImportPage;
  object: ImportObject;
  outcome: ImportOutcome | undefined;
  onChoose: (outcome: ImportOutcome | undefined) => void;
}) {
  const { tried: text, several, number } = useImportsText();
  const count = (one: ImportOutcome) => page.plan[object]?.[one] ?? 0;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a form */}
      <div className="w-tally" role="group" aria-label={text.show}>
        {IMPORT_OUTCOMES.map((one) => (
          <button key={one} type="button" aria-pressed={one === outcome} onClick={() => onChoose(one === outcome ? undefined : one)}>
            <span className={one === 'fail' && count(one) > 0 ? 'n harm' : 'n'}>{number(count(one))}</span>
            <span className="m t13">
              <OutcomeIcon outcome={one} /> {one === 'create' ? text.tally.create(several[object]) : text.tally[one]}
            </span>
          </button>
        ))}
      </div>
      <div
        className="w-bar5"
        role="img"
        aria-label={text.bar(count('create'), count('update'), count('same'), count('skip'), count('fail'))}
      >
        {IMPORT_OUTCOMES.filter((one) => count(one) > 0).map((one) => (
          <i key={one} style={{ flex: count(one), '--c': SHADE[one] } as React.CSSProperties} />
        ))}
      </div>
    </>
  );
}
