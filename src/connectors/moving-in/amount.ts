/** Amounts of money as files write them, as a decimal number with a point and the currency where one is said. */

const SIGNS: Record<string, string> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₽': 'RUB',
  '₪': 'ILS',
  '₴': 'UAH',
  '₫': 'VND',
  '₱': 'PHP',
  '₦': 'NGN',
  zł: 'PLN',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  r$: 'BRL',
  hk$: 'HKD',
  fr: 'CHF',
  'fr.': 'CHF',
  kč: 'CZK',
};

const CODES = new Set(
  'AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR'.split(
    ' ',
  ),
);

export interface Amount {
  amount: string;
  currency: string | null;
}

/** The currency of a code or a sign; null when it is none that is known. "kr" is one of four, so none. */
export function currencyOf(cell: string): string | null {
  const word = cell.trim();
  const code = word.toUpperCase();
  if (CODES.has(code)) return code;
  const inBrackets = /\(([A-Za-z]{3})\)|^([A-Za-z]{3})\s*[-–]/.exec(word);
  const named = (inBrackets?.[1] ?? inBrackets?.[2] ?? '').toUpperCase();
  return CODES.has(named) ? named : (SIGNS[word.toLowerCase()] ?? null);
}

const SHAPE =
  /^([^\d\s.,'’()-]{0,4})\s*(\(?[-–]?|[-–]\s*)\s*([^\d\s.,'’()-]{0,4})\s*(\d[\d.,'’\s\u00a0\u202f]*?|[.,]\d+)\s*([^\d.,'’()]{0,5}?)\.?\s*(\)?)$/;

/** Which mark stands before the fraction in this cell, where the cell alone can tell. */
export function decimalMarkIn(cell: string): ',' | '.' | null {
  const digits = cell.length > 60 ? undefined : /\d[\d.,'’\s\u00a0\u202f]*/.exec(cell)?.[0].trim();
  if (digits === undefined) return null;
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const mark = comma >= 0 ? ',' : point >= 0 ? '.' : null;
  if (mark === null) return null;
  const parts = digits.split(mark);
  if (parts.length > 2) return mark === ',' ? '.' : ',';
  return parts[1]?.length === 3 && parts[0] !== '0' && (parts[0]?.length ?? 0) <= 3 ? null : mark;
}

/** An amount as it is written; `mark` is what stands before the fraction in the rest of the file, for those that could be read two ways. Null when it is none. */
export function amountOf(cell: string, mark: ',' | '.' = '.'): Amount | null {
  const found = cell.length > 60 ? null : SHAPE.exec(cell.trim());
  if (!found) return null;
  const [, before = '', minus = '', after = '', digits = '', behind = ''] = found;
  const signs = [before, after, behind].filter((sign) => sign !== '');
  const currency = signs.map(currencyOf).find((code) => code !== null) ?? null;
  if (signs.some((sign) => currencyOf(sign) === null && !/^(?:kr|[,.]?[-–]+)$/i.test(sign.trim()))) return null;
  const decimal = decimalMarkIn(cell) ?? mark;
  const [grouped = '', fraction = '', more] = digits.replace(/['’\s\u00a0\u202f]/g, '').split(decimal);
  const groups = grouped.split(decimal === ',' ? '.' : ',');
  if (more !== undefined || !/^\d*$/.test(fraction) || !isGrouped(groups)) return null;
  const whole = groups.join('');
  const plain = whole.replace(/^0+(?=\d)/, '') || '0';
  const rest = fraction.replace(/0+$/, '');
  return { amount: `${minus.trim() !== '' && plain + rest !== '0' ? '-' : ''}${plain}${rest ? `.${rest}` : ''}`, currency };
}

/** Threes, or twos before the last three as in India: what is cut otherwise (a date, an address) is no number. */
const isGrouped = ([, ...rest]: string[]): boolean =>
  rest.every((group, i) => (i === rest.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group));
