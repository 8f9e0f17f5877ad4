import { useEffect } from 'react';
import { language } from '../messages/language.ts';
import { Brand } from '../ui/brand.tsx';
import { KitCharts } from './kit-charts.tsx';
import { KitControls } from './kit-controls.tsx';
import { KitRest } from './kit-rest.tsx';
import { Part } from './part.tsx';
import { kitWords, SAID, TOKENS } from './words.ts';

/** Every part of the kit on one page, to be looked at beside the reference. */
export function Kit() {
  const words = kitWords[language().locale];
  useEffect(() => {
    document.title = `${words.title} · Heed`;
  }, [words]);
  return (
    <main className="page" style={{ maxWidth: 1280, margin: '0 auto' }}>
      <div className="row wrap" style={{ gap: 20, marginBottom: 36 }}>
        <Brand height={34} />
        <h1 className="f" style={{ font: '400 var(--t-14) var(--ours)' }}>
          {words.title}
        </h1>
      </div>
      <div className="sheet-grid">
        <Part title={words.voices} wide={2}>
          <Voices />
        </Part>
        <Part title={words.colours}>
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(92px, 1fr))', gap: '8px 10px' }}>
            {TOKENS.map((token) => (
              <span className="row t12" style={{ gap: 7 }} key={token}>
                <i
                  style={{
                    width: 22,
                    height: 22,
                    borderRadius: 5,
                    background: `var(--${token})`,
                    boxShadow: 'inset 0 0 0 1px color-mix(in oklch, var(--ink) 10%, transparent)',
                  }}
                />
                {token}
              </span>
            ))}
          </div>
        </Part>
        <KitControls words={words} />
        <KitCharts words={words} />
        <KitRest words={words} />
      </div>
    </main>
  );
}

function Voices() {
  const words = kitWords[language().locale];
  const sizes = ['v28', 'v21', 'v17', 'v'];
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: 24 }}>
      <div>
        {SAID.map((said, i) => (
          <p className={sizes[i]} key={said}>
            <q>{said}</q>
          </p>
        ))}
        <span className="src">{words.voicesTheirs}</span>
      </div>
      <div>
        <p style={{ font: '600 var(--t-26) var(--ours)', letterSpacing: '-0.018em' }}>{words.ours[0]}</p>
        <p style={{ font: '600 var(--t-20) var(--ours)', letterSpacing: '-.012em' }}>{words.ours[1]}</p>
        <p style={{ font: '400 var(--t-16) var(--ours)' }}>{words.ours[2]}</p>
        <p>{words.ours[3]}</p>
        <p className="t13 m">{words.ours[4]}</p>
        <p className="t12 f">{words.voicesOurs}</p>
      </div>
    </div>
  );
}
