const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * A record id as it is kept: 18 characters. Reports write 15, which are told apart by upper and lower case; the last three say which of each five are upper case,
 * so that nothing is lost where case is. What is no id of Salesforce stays as it is.
 */
export function salesforceId(id: string): string {
  if (/^(?:[a-z0-9]{18}|[A-Z0-9]{18})$/.test(id)) return withCaseOfEnd(id);
  if (/^[A-Za-z0-9]{18}$/.test(id)) return id;
  if (!/^[A-Za-z0-9]{15}$/.test(id)) return id;
  return id + endOf(id);
}

function endOf(id: string): string {
  let end = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(id[block * 5 + at] ?? '')) bits |= 1 << at;
    end += LETTERS[bits] ?? '';
  }
  return end;
}

/** Spreadsheets and databases that know no case change it: the end says what it was. Where it says nothing sensible the id stays. */
function withCaseOfEnd(id: string): string {
  let mended = '';
  for (let block = 0; block < 3; block++) {
    const bits = LETTERS.indexOf((id[15 + block] ?? '').toUpperCase());
    if (bits < 0) return id;
    for (let at = 0; at < 5; at++) {
      const letter = id[block * 5 + at] ?? '';
      const isUpper = (bits & (1 << at)) !== 0;
      if (isUpper && !/[A-Za-z]/.test(letter)) return id;
      mended += isUpper ? letter.toUpperCase() : letter.toLowerCase();
    }
  }
  return mended + id.slice(15).toUpperCase();
}

/** The first three characters say what an id is of. */
export function objectOfSalesforceId(id: string): 'person' | 'organisation' | 'deal' | null {
  switch (id.slice(0, 3).toLowerCase()) {
    case '001':
      return 'organisation';
    case '003':
    case '00q':
      return 'person';
    case '006':
      return 'deal';
    default:
      return null;
  }
}
