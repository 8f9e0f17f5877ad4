import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { SaidPage } from '#model/say-back.ts';
import { datesFor } from '../messages/dates.ts';
import { isLocale, LOCALES, type Locale } from '../messages/locale.ts';
import { saidText } from '../messages/said-text.ts';
import { firstName } from '../people/called.ts';
import { api } from '../query/api.ts';
import { isFinal } from '../query/trouble.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AskedOne } from './said-one.tsx';
import './said-sheet.ts';

/** "Did I get this right?": the page behind a link, for somebody who has no account and needs none. Opening it is recorded nowhere. */
export function Said() {
  const { token } = useParams({ from: '/said/$token' });
  const { locale, change } = useTheirLanguage();
  const text = saidText(locale);
  const { data, error, refetch } = useQuery({
    ...api.sayBacks.look.queryOptions({ input: { token } }),
    // What they are typing must not be drawn anew because they came back to the window.
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    document.title = text.document;
  }, [text]);
  return (
    <main className="cust">
      <div className="row f t13">
        <span className="b" style={{ color: 'var(--ink)' }}>
          {data ? text.at(data.workspace) : null}
        </span>
        <fieldset className="langs" aria-label={text.language}>
          {LOCALES.map((one) => (
            <button type="button" key={one} lang={one} aria-pressed={one === locale} onClick={() => change(one)}>
              {NAME[one]}
            </button>
          ))}
        </fieldset>
      </div>
      {data ? (
        <Asked page={data} token={token} locale={locale} />
      ) : error ? (
        <>
          <h1>{isFinal(error) ? text.gone : text.trouble}</h1>
          {isFinal(error) ? (
            <p className="lead-in m">{text.goneWhy}</p>
          ) : (
            <p style={{ marginTop: 16 }}>
              <button type="button" className="btn p" onClick={() => void refetch()}>
                {text.again}
              </button>
            </p>
          )}
        </>
      ) : (
        <Waiting rows={2} />
      )}
    </main>
  );
}

const NAME: Record<Locale, string> = { en: 'English', nl: 'Nederlands' };

const CHOSEN = 'heed.said.locale';

/** What their browser asks for, until they choose; their choice is kept for this tab alone. */
function useTheirLanguage() {
  const [locale, setLocale] = useState<Locale>(
    () =>
      [sessionStorage.getItem(CHOSEN) ?? '', ...navigator.languages]
        .map((word) => word.slice(0, 2).toLowerCase())
        .find((word) => isLocale(word)) ?? 'en',
  );
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const change = (next: Locale) => {
    sessionStorage.setItem(CHOSEN, next);
    setLocale(next);
  };
  return { locale, change };
}

function Asked({ page, token, locale }: { page: SaidPage; token: string; locale: Locale }) {
  const text = saidText(locale);
  const dates = datesFor(locale, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [answered, setAnswered] = useState(() => new Set(page.needs.filter((need) => need.answer).map((need) => need.id)));
  const done = page.needs.every((need) => answered.has(need.id));
  const from = firstName(page.from);
  return (
    <>
      <h1>{text.title(from)}</h1>
      <p className="lead-in m">{page.greeting || text.hello(firstName(page.to))}</p>
      {page.needs.map((need) => (
        <AskedOne
          key={need.id}
          need={need}
          token={token}
          text={text}
          onAnswered={() => setAnswered((before) => new Set(before).add(need.id))}
        />
      ))}
      <div role="status" style={{ marginTop: 22 }}>
        {done ? (
          <>
            <p className="b">{text.thanks}</p>
            <p className="m" style={{ marginTop: 4 }}>
              {text.thanksWhy(from)}
            </p>
          </>
        ) : null}
      </div>
      <p className="f t12" style={{ marginTop: 24, maxWidth: 'var(--measure)' }}>
        {text.small(from, dates.day(page.expiresAt))}
      </p>
    </>
  );
}
