import type { ImportedDeal, ImportedNote, ImportedOrganisation, ImportedTask, ImportRef } from '#model/import.ts';
import { domainOf, isLink, listIn } from './address.ts';
import { amountOf, currencyOf } from './amount.ts';
import { complain, type Draft, type Maker, type Manner, partOf, type Setter } from './draft.ts';
import { dayInto, mergeRef, refsInto, sharedSetter, textInto, timeInto } from './shared-fields.ts';
import { activityKindOf, endedBy, isNoName, meansCalledOff, meansDone, meansYes, saysNothing } from './words.ts';

const recorded = (externalObject: string) => ({ externalObject, externalId: null, owner: '', createdAt: null, tags: [], custom: [] });

export const organisationMaker: Maker<ImportedOrganisation> = {
  blank: (externalObject) => ({
    ...recorded(externalObject),
    object: 'organisation',
    name: '',
    domains: [],
    website: '',
    phone: '',
    place: '',
    country: '',
    industry: '',
    about: '',
    parent: null,
  }),
  setter: (field, header, manner) => organisationSetter(field, header, manner) ?? sharedSetter(field, header, manner),
  finish: ({ record }) => {
    if (record.name !== '' || record.domains.length > 0) {
      record.name ||= record.domains[0] ?? '';
      return null;
    }
    const hasMore = record.website || record.phone || record.place || record.industry || record.about || record.custom.length > 0;
    return record.externalId !== null && !hasMore ? 'row.id-only' : 'row.nameless';
  },
};

function organisationSetter(field: string, header: string, manner: Manner): Setter<ImportedOrganisation> | null {
  const [base, kind = ''] = field.split('.');
  switch (base) {
    case 'name':
      return (cell, draft) => {
        if (isNoName(cell)) complain(draft, 'name.not-one', cell, header);
        else draft.record.name ||= cell.replace(/\s+/g, ' ');
      };
    case 'phone':
    case 'place':
    case 'country':
    case 'industry':
      return textInto((text, { record }) => {
        record[base] ||= text;
      });
    case 'about':
      return textInto((text, { record }) => {
        record.about = record.about === '' ? text : `${record.about}\n\n${text}`;
      });
    case 'domains':
      return (cell, draft) => {
        for (const part of listIn(cell, true)) addDomain(draft, part, header);
      };
    case 'website':
      return (cell, draft) => {
        if (saysNothing(cell)) return;
        if (!isLink(cell)) return complain(draft, 'link.not-one', cell, header);
        draft.record.website ||= cell;
        addDomain(draft, cell, header);
      };
    case 'parent':
      return refsInto(kind, manner, (ref, at, { record }) => {
        if (at === 0) record.parent = { ...record.parent, ...ref };
      });
    default:
      return null;
  }
}

function addDomain(draft: Draft<ImportedOrganisation>, cell: string, header: string): void {
  if (saysNothing(cell)) return;
  const domain = domainOf(cell);
  if (domain === '') complain(draft, 'link.not-one', cell, header);
  else if (!draft.record.domains.includes(domain) && !OF_EVERYBODY.test(domain)) draft.record.domains.push(domain);
}

/** Pages at which many organisations have theirs. */
const OF_EVERYBODY = /(?:^|\.)(?:linkedin|facebook|instagram|twitter|x|youtube|google)\.com$/;

export const dealMaker: Maker<ImportedDeal> = {
  blank: (externalObject) => ({
    ...recorded(externalObject),
    object: 'deal',
    title: '',
    pipeline: '',
    stage: '',
    amount: null,
    currency: null,
    closeOn: null,
    ended: null,
    endedAt: null,
    endedWhy: '',
    nextStep: '',
    about: '',
    organisation: null,
    people: [],
  }),
  setter: (field, header, manner) => dealSetter(field, header, manner) ?? sharedSetter(field, header, manner),
  finish: finishDeal,
};

function dealSetter(field: string, header: string, manner: Manner): Setter<ImportedDeal> | null {
  const [base, kind = ''] = field.split('.');
  switch (base) {
    case 'title':
      return (cell, draft) => {
        if (isNoName(cell)) complain(draft, 'name.not-one', cell, header);
        else draft.record.title ||= cell;
      };
    case 'pipeline':
    case 'nextStep':
      return textInto((text, { record }) => {
        record[base] ||= text;
      });
    case 'endedWhy':
    case 'wonWhy':
      return textInto((text, { record }) => {
        record.endedWhy ||= text;
      });
    case 'about':
      return textInto((text, { record }) => {
        record.about = record.about === '' ? text : `${record.about}\n\n${text}`;
      });
    case 'stage':
      return textInto((text, { record }) => {
        record.stage ||= text;
        record.ended ??= endedBy(text);
      });
    case 'amount':
      return (cell, draft) => {
        if (saysNothing(cell)) return;
        const amount = amountOf(cell, manner.decimal);
        if (!amount) return complain(draft, 'amount.not-one', cell, header);
        draft.record.amount ??= amount.amount;
        draft.record.currency ??= amount.currency ?? currencyOf(header);
      };
    case 'currency':
      return (cell, { record }) => {
        record.currency = currencyOf(cell) ?? record.currency;
      };
    case 'closeOn':
      return dayInto(manner, header, (day, { record }) => {
        record.closeOn ??= day;
      });
    case 'ended':
      return (cell, { record }) => {
        record.ended ??= endedBy(cell);
      };
    case 'won':
    case 'lost':
      return (cell, draft) => {
        if (meansYes(cell)) partOf(draft, base, 'yes');
      };
    case 'endedAt':
    case 'wonAt':
    case 'lostAt':
      return timeInto(manner, header, (at, draft) => partOf(draft, base, at));
    case 'organisation':
      return refsInto(kind, manner, (ref, at, draft) => {
        if (at === 0) draft.record.organisation = { ...draft.record.organisation, ...ref };
        else complain(draft, 'tie.several', ref.name ?? ref.externalId ?? '', header);
      });
    case 'people':
      return refsInto(kind, manner, (ref, at, { record }) => mergeRef(record.people, ref, at));
    default:
      return null;
  }
}

/** How and when it ended, from whichever columns say it. "Closed" alone (Salesforce) is lost unless it is won too. */
function finishDeal({ record, parts }: Draft<ImportedDeal>): string | null {
  if (parts?.won) record.ended = 'won';
  else if (parts?.lost) record.ended ??= 'lost';
  if (record.ended === 'won') record.endedAt = parts?.wonAt ?? parts?.endedAt ?? null;
  if (record.ended === 'lost') record.endedAt = parts?.lostAt ?? parts?.endedAt ?? null;
  if (record.ended && !record.endedAt && record.closeOn) record.endedAt = `${record.closeOn}T00:00:00.000Z`;
  if (record.ended === null) record.endedWhy = '';
  if (record.title !== '') return null;
  const isBare = record.externalId !== null && record.stage === '' && record.amount === null && record.people.length === 0;
  return isBare && record.organisation === null && record.custom.length === 0 ? 'row.id-only' : 'row.untitled';
}

interface Tied {
  people: ImportRef[];
  organisations: ImportRef[];
  deals: ImportRef[];
}

const tied = (): Tied => ({ people: [], organisations: [], deals: [] });

function tieSetter(field: string, manner: Manner): Setter<ImportedNote | ImportedTask> | null {
  const [base, kind = ''] = field.split('.');
  if (base === 'people' || base === 'organisations' || base === 'deals')
    return refsInto(kind, manner, (ref, at, { record }) => mergeRef(record[base], ref, at));
  if (base !== 'ties') return null;
  return refsInto('externalId', manner, (ref, _, { record }) => {
    const of = manner.objectOfId?.(ref.externalId ?? '');
    if (of === 'person') record.people.push(ref);
    else if (of === 'organisation') record.organisations.push(ref);
    else if (of === 'deal') record.deals.push(ref);
  });
}

export const noteMaker: Maker<ImportedNote> = {
  blank: (externalObject) => ({
    ...recorded(externalObject),
    ...tied(),
    object: 'note',
    kind: kindOfObject(externalObject),
    title: '',
    body: '',
    happenedAt: null,
  }),
  setter: (field, header, manner) => noteSetter(field, header, manner) ?? tieSetter(field, manner) ?? sharedSetter(field, header, manner),
  finish: ({ record }) => {
    if (record.title !== '' || record.body !== '') return null;
    const isTied = record.people.length + record.organisations.length + record.deals.length > 0;
    return record.externalId !== null && !isTied && record.custom.length === 0 ? 'row.id-only' : 'row.says-nothing';
  },
};

const kindOfObject = (externalObject: string): ImportedNote['kind'] => activityKindOf(externalObject) ?? 'note';

function noteSetter(field: string, header: string, manner: Manner): Setter<ImportedNote> | null {
  switch (field) {
    case 'kind':
      return (cell, { record }) => {
        record.kind = activityKindOf(cell) ?? record.kind;
      };
    case 'title':
      return textInto((text, { record }) => {
        record.title ||= text;
      });
    case 'body':
      return textInto((text, { record }) => {
        const plain = withoutMarkup(text);
        record.body = record.body === '' ? plain : `${record.body}\n\n${plain}`;
      });
    case 'happenedAt':
      return timeInto(manner, header, (at, { record }) => {
        record.happenedAt ??= at;
      });
    default:
      return null;
  }
}

export const taskMaker: Maker<ImportedTask> = {
  blank: (externalObject) => ({ ...recorded(externalObject), ...tied(), object: 'task', what: '', about: '', dueOn: null, doneAt: null }),
  setter: (field, header, manner) => taskSetter(field, header, manner) ?? tieSetter(field, manner) ?? sharedSetter(field, header, manner),
  finish: ({ record, parts }) => {
    if (parts?.done && record.doneAt === null) record.done = true;
    if (!parts?.done && parts?.open) record.doneAt = null;
    if (record.what !== '') return null;
    if (record.about === '') return record.externalId !== null && record.dueOn === null ? 'row.id-only' : 'row.untitled';
    // What has no heading is called by its first line.
    record.what = (record.about.split('\n')[0] ?? '').slice(0, 120).trim();
    return null;
  },
};

function taskSetter(field: string, header: string, manner: Manner): Setter<ImportedTask> | null {
  switch (field) {
    case 'what':
      return textInto((text, { record }) => {
        record.what ||= text;
      });
    case 'about':
      return textInto((text, { record }) => {
        const plain = withoutMarkup(text);
        record.about = record.about === '' ? plain : `${record.about}\n\n${plain}`;
      });
    case 'dueOn':
      return dayInto(manner, header, (day, { record }) => {
        record.dueOn ??= day;
      });
    case 'done':
      return (cell, draft) => {
        if (meansCalledOff(cell)) draft.gone ||= 'row.cancelled';
        partOf(draft, meansDone(cell) ? 'done' : 'open', 'yes');
      };
    case 'doneAt':
      return timeInto(manner, header, (at, { record }) => {
        record.doneAt ??= at;
      });
    default:
      return null;
  }
}

const TAG = /<\/?(?:p|br|div|span|strong|b|em|i|u|ul|ol|li|a|h[1-6]|table|tr|td|img|blockquote|html|body|head)\b[^<>]{0,2000}>/i;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Notes of other programs come as HTML: its words, with their lines and lists, as Markdown. What has no tags stays as it is. */
export function withoutMarkup(text: string): string {
  if (!TAG.test(text)) return text;
  return withoutHidden(text)
    .replace(/<a\b[^<>]{0,300}?href="(https?:[^"<>]{1,2000})"[^<>]{0,300}>([^<>]{0,2000})<\/a>/gi, (_, url: string, words: string) =>
      words.trim() === '' || words === url ? url : `[${words}](${url})`,
    )
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<h[1-6]\b[^<>]*>/gi, '\n\n## ')
    .replace(/<\/?(?:strong|b)\b[^<>]*>/gi, '**')
    .replace(/<br\b[^<>]*>|<\/(?:div|tr|ul|ol|h[1-6])>/gi, '\n')
    .replace(/<\/p>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&#(\d{1,7});/g, (whole, code: string) => letterOf(Number(code)) ?? whole)
    .replace(/&#x([\da-f]{1,6});/gi, (whole, code: string) => letterOf(Number.parseInt(code, 16)) ?? whole)
    .replace(/&(\w+);/g, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole)
    .replaceAll('****', '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** By hand, as a pattern would look to the end again for every tag that nothing closes. */
function withoutHidden(text: string): string {
  let kept = text;
  for (const tag of ['script', 'style', 'head']) {
    const lower = kept.toLowerCase();
    let out = '';
    let from = 0;
    for (let open = lower.indexOf(`<${tag}`); open >= 0; open = lower.indexOf(`<${tag}`, from)) {
      const close = lower.indexOf(`</${tag}>`, open);
      if (close < 0) break;
      out += kept.slice(from, open);
      from = close + tag.length + 3;
    }
    kept = out + kept.slice(from);
  }
  return kept;
}

const letterOf = (code: number): string | null =>
  code > 8 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
