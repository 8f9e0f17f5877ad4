import { FEELINGS, Feeling } from '../ui/feeling.tsx';
import { Part } from './part.tsx';
import { type kitWords, SAID_PROOF } from './words.ts';

type Words = (typeof kitWords)['en'];

export function KitCharts({ words }: { words: Words }) {
  return (
    <>
      <Part title={words.evidence}>
        <div className="pop" style={{ padding: '14px 16px', maxWidth: 330 }}>
          <p className="t12 f">{words.evidenceOf}</p>
          <p style={{ marginTop: 6 }} className="v17">
            <mark>
              <q>{SAID_PROOF}</q>
            </mark>
          </p>
          <span className="src">{words.evidenceFrom}</span>
          <div className="row" style={{ marginTop: 10 }}>
            <button type="button" className="btn sm">
              {words.hearIt}
            </button>
            <button type="button" className="btn sm q">
              {words.noProof}
            </button>
          </div>
        </div>
      </Part>
      <Part title={words.felt}>
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(5, 1fr)', gap: 4 }}>
          {FEELINGS.map((felt) => (
            <span className="t12 m" style={{ display: 'grid', justifyItems: 'center', gap: 5, textAlign: 'center' }} key={felt}>
              <Feeling felt={felt} />
              {words.feelings[felt]}
            </span>
          ))}
        </div>
      </Part>
      <Part title={words.about}>
        <Parts words={words} />
      </Part>
      <Part title={words.overTime} wide={3}>
        <OverTime words={words} />
      </Part>
    </>
  );
}

const SHARES = [
  ['ask', 34],
  ['reflect', 15],
  ['tell', 14],
  ['features', 20],
  ['expertise', 9],
  ['mission', 4],
  ['promise', 4],
] as const;

/** Parts of a whole: name left, bar, value right. */
function Parts({ words }: { words: Words }) {
  return (
    <>
      <div style={{ display: 'grid', gap: 9 }}>
        {SHARES.map(([family, share]) => (
          <div
            className="t13"
            style={{ display: 'grid', gridTemplateColumns: '96px 1fr 34px', gap: 10, alignItems: 'center' }}
            key={family}
          >
            <span className="m">{words.aboutOf[family]}</span>
            <span style={{ height: 8, position: 'relative', background: 'var(--line-soft)', borderRadius: 2 }}>
              <i
                style={{
                  position: 'absolute',
                  inset: '0 auto 0 0',
                  width: `${share}%`,
                  background: `var(--act-${family})`,
                  borderRadius: 2,
                }}
              />
            </span>
            <span className="f" style={{ textAlign: 'right' }}>
              {share}%
            </span>
          </div>
        ))}
      </div>
      <p className="t12 f" style={{ marginTop: 9 }}>
        {words.aboutWhy}
      </p>
    </>
  );
}

// Percent of the talking, and half the width of its 95% band.
const TALK = [62, 58, 64, 55, 51, 53, 47, 49, 42, 44, 38, 31];
const BAND = [9, 8, 7, 9, 8, 6, 7, 6, 7, 5, 6, 5];
const x = (i: number) => 40 + i * 59;
const y = (percent: number) => 150 - percent * 1.6;

/** A line with its band, hollow points, one label at its end. */
function OverTime({ words }: { words: Words }) {
  const upper = TALK.map((share, i) => `${x(i)} ${y(share + (BAND[i] ?? 0))}`);
  const lower = TALK.map((share, i) => `${x(i)} ${y(share - (BAND[i] ?? 0))}`).reverse();
  const end = TALK.length - 1;
  return (
    <>
      <svg className="chart" viewBox="0 0 800 186" role="img" aria-label={words.overTimeSays}>
        {[0, 25, 50, 75].map((percent) => (
          <g key={percent}>
            <line x1="40" x2={x(end)} y1={y(percent)} y2={y(percent)} stroke={percent ? 'var(--line-soft)' : 'var(--line)'} />
            <text x="32" y={y(percent) + 4} textAnchor="end">
              {percent === 75 ? '75%' : percent}
            </text>
          </g>
        ))}
        <path d={`M${[...upper, ...lower].join('L')}Z`} fill="var(--accent-wash)" />
        <path
          d={`M${TALK.map((share, i) => `${x(i)} ${y(share)}`).join('L')}`}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2"
          strokeLinejoin="round"
        />
        {TALK.map((share, i) => (
          <circle cx={x(i)} cy={y(share)} r="3" fill="var(--paper)" stroke="var(--accent)" strokeWidth="2" key={x(i)} />
        ))}
        <text className="t" x={x(end) + 13} y={y(TALK[end] ?? 0) + 4} style={{ fontWeight: 600 }}>
          {words.overTimeYou}
        </text>
        <text x="335" y="34">
          {words.overTimeBand}
        </text>
      </svg>
      <p className="t12 f" style={{ marginTop: 4 }}>
        {words.overTimeWhy}
      </p>
    </>
  );
}
