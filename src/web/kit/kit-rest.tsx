import { Quote } from 'lucide-react';
import { Empty } from '../ui/empty.tsx';
import { Face } from '../ui/face.tsx';
import { toast } from '../ui/toasts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Part } from './part.tsx';
import { FAMILIES, type kitWords, NAMES, SAID_LETTER } from './words.ts';

export function KitRest({ words }: { words: (typeof kitWords)['en'] }) {
  return (
    <>
      <Part title={words.empty}>
        <Empty icon={<Quote className="i l" aria-hidden="true" />} title={words.emptyTitle} says={words.emptySays}>
          <button type="button" className="btn sm">
            {words.emptyDo}
          </button>
        </Empty>
      </Part>
      <Part title={words.progress}>
        <p className="t13">{words.progressSays}</p>
        <div className="prog" style={{ margin: '6px 0 4px' }}>
          <i style={{ width: '32%' }} />
        </div>
        <p className="t12 f">{words.progressLeft}</p>
        <p style={{ marginTop: 16 }}>
          <button type="button" className="btn sm" onClick={() => toast(words.toast, () => toast(words.notThis))}>
            {words.toast}
          </button>
        </p>
      </Part>
      <Part title={words.people}>
        <div className="row wrap">
          {NAMES.map((name) => (
            <Face key={name} id={name} name={name} size="m" />
          ))}
        </div>
        <div className="row" style={{ marginTop: 12 }}>
          {(['l', 'm', 's', 'x'] as const).map((size) => (
            <Face key={size} id="Ines Carvalho" name="Ines Carvalho" size={size} />
          ))}
        </div>
      </Part>
      <Part title={words.waiting} wide={3}>
        <Waiting rows={2} />
        <p className="t12 f">{words.waitingWhy}</p>
      </Part>
      <Part title={words.rows} wide={3}>
        <table className="list" style={{ display: 'table' }}>
          <tbody>
            {NAMES.slice(0, 2).map((name, i) => (
              <tr key={name} className={i === 1 ? 'on' : undefined}>
                <td style={{ paddingLeft: 10 }}>
                  <span className="who">
                    <Face id={name} name={name} />
                    <span className="nm">{name}</span>
                  </span>
                </td>
                <td className="m">{words.rowRole}</td>
                <td>
                  <q className="v">{SAID_LETTER}</q>
                </td>
                <td className="t13 wait b">{words.rowOwe}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part title={words.acts} wide={3}>
        <div className="legend" style={{ gap: '8px 24px' }}>
          {FAMILIES.map((family) => (
            <span key={family}>
              <i className="dot" style={{ '--c': `var(--act-${family})`, width: 12, height: 12 }} />
              {words.families[family]}
            </span>
          ))}
        </div>
      </Part>
    </>
  );
}
