import type { ImportedRecord, ImportRef } from '#model/import.ts';
import { domainOf, emailIn, isEmail, listIn } from './address.ts';
import { complain, type Draft, type Manner, type Setter } from './draft.ts';
import { dayOf, instantOf, type When, whenOf } from './when.ts';
import { isNoName, meansYes, saysNothing } from './words.ts';

/** What a field does that every object has; null when it is none of those. */
export function sharedSetter(field: string, header: string, manner: Manner): Setter | null {
  switch (field) {
    case 'externalId':
      return (cell, { record }) => {
        record.externalId = idOf(cell, manner);
      };
    case 'owner':
      return (cell, { record }) => {
        const owner = manner.idOf ? manner.idOf(cell) : cell;
        if (!saysNothing(cell)) record.owner = manner.ownerNames[owner] ?? cell;
      };
    case 'createdAt':
      return timeInto(manner, header, (at, { record }) => {
        record.createdAt ??= at;
      });
    case 'tags':
      return (cell, { record }) => {
        for (const tag of listIn(cell, true)) {
          const plain = tag.replace(/^\*\s*/, '');
          if (!saysNothing(plain) && !GROUPS_OF_ALL.test(plain) && !record.tags.includes(plain)) record.tags.push(plain);
        }
      };
    case 'custom':
      return keepAs(header);
    case 'deleted':
      return (cell, draft) => {
        if (meansYes(cell) || (cell.length > 5 && whenOf(cell, 'day-first') !== null)) draft.gone = 'row.deleted';
      };
    case 'converted':
      return (cell, draft) => {
        if (meansYes(cell)) draft.gone ||= 'row.converted';
      };
    default:
      return null;
  }
}

/** Groups that everybody is in. */
const GROUPS_OF_ALL = /^(?:my ?contacts|starred|all contacts|imported on .*)$/i;

/** Spreadsheets show long ids as numbers with a fraction or as powers of ten: the first is mended. */
const idOf = (cell: string, manner: Manner): string => {
  const id = /^\d+\.0+$/.test(cell) ? cell.slice(0, cell.indexOf('.')) : cell;
  return manner.idOf ? manner.idOf(id) : id;
};

function keepAs(header: string): Setter {
  return (cell, { record }) => {
    if (!saysNothing(cell)) record.custom.push({ label: header, value: cell });
  };
}

/** A cell that tells a time or a day. */
export function whenInto<T extends ImportedRecord>(manner: Manner, header: string, put: (when: When, draft: Draft<T>) => void): Setter<T> {
  return (cell, draft) => {
    if (saysNothing(cell)) return;
    const when = whenOf(cell, manner.order);
    if (when === 'which-way') complain(draft, 'date.which-way', cell, header);
    else if (when === null) complain(draft, 'date.not-one', cell, header);
    else put(when, draft);
  };
}

export function timeInto<T extends ImportedRecord>(manner: Manner, header: string, put: (at: string, draft: Draft<T>) => void): Setter<T> {
  return whenInto(manner, header, (when, draft) => {
    const at = instantOf(when);
    if (at) put(at, draft);
  });
}

export function dayInto<T extends ImportedRecord>(manner: Manner, header: string, put: (day: string, draft: Draft<T>) => void): Setter<T> {
  return whenInto(manner, header, (when, draft) => {
    const day = dayOf(when);
    if (day) put(day, draft);
  });
}

export function textInto<T extends ImportedRecord>(put: (text: string, draft: Draft<T>) => void): Setter<T> {
  return (cell, draft) => {
    if (!saysNothing(cell)) put(cell, draft);
  };
}

/** How another record is named: by `name`, `externalId`, `email`, `domain` or `url`; one cell may name several, and the cells of one row go together by place. */
export function refsInto<T extends ImportedRecord>(
  kind: string,
  manner: Manner,
  put: (ref: ImportRef, at: number, draft: Draft<T>) => void,
): Setter<T> | null {
  const one = refOf(kind, manner);
  if (!one) return null;
  // An organisation's name may hold a comma ("Harbour Foods, Ltd"); ids and addresses may not.
  const commas = kind === 'externalId' || kind === 'email';
  return (cell, draft) => {
    if (kind === 'name' && isNoName(cell)) return;
    listIn(cell, commas).forEach((part, at) => {
      const ref = saysNothing(part) && kind !== 'name' ? null : one(part);
      if (ref) put(ref, at, draft);
    });
  };
}

function refOf(kind: string, manner: Manner): ((part: string) => ImportRef | null) | null {
  switch (kind) {
    case 'name':
      return (part) => ({ name: part });
    case 'externalId':
      return (part) => ({ externalId: idOf(part, manner) });
    case 'email':
      return (part) => {
        const email = emailIn(part);
        return isEmail(email) ? { email } : null;
      };
    case 'domain':
      return (part) => {
        const domain = domainOf(part);
        return domain ? { domain } : null;
      };
    case 'url':
      return (part) => ({ url: part });
    default:
      return null;
  }
}

/** The same records named by several columns (ids in one, names in another) are one ref each, by their place. */
export function mergeRef(refs: ImportRef[], ref: ImportRef, at: number): void {
  const keys = Object.keys(ref) as (keyof ImportRef)[];
  const known = refs[at];
  if (known && keys.every((key) => known[key] === undefined)) Object.assign(known, ref);
  else if (!refs.some((other) => keys.every((key) => other[key] === ref[key]))) refs.push(ref);
}
