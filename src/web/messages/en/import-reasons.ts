type Params = Record<string, string | number> | undefined;
const said = (params: Params, name: string) => String(params?.[name] ?? '');
const many = (n: number, one: string, more: string) => (n === 1 ? `one ${one}` : `${n} ${more}`);
/** What stands in a cell, and in which column when that is known. */
const cell = (params: Params) => {
  const column = said(params, 'column');
  return `“${said(params, 'value')}”${column ? ` in ${column}` : ''}`;
};

/** Why a file is what it is. */
const files: Record<string, (params: Params) => string> = {
  'file.known': (p) =>
    said(p, 'known') === said(p, 'of')
      ? `All ${said(p, 'of')} headings are known.`
      : `${said(p, 'known')} of ${said(p, 'of')} headings are known.`,
  'file.by-content': () => 'Told by what is in it.',
  'file.guessed': (p) => `${said(p, 'known')} of ${said(p, 'of')} headings are clear.`,
  'file.unclear': (p) => `None of its ${said(p, 'of')} headings is clear.`,
  'file.users': () => 'Who looks after what. Its names are used for the other files; nothing of it becomes a record.',
  'file.ties': () => 'Only ties: who belongs to which deal.',
  'file.left-out': (p) =>
    ({
      tickets: 'Tickets of a help desk. Heed does not bring those in yet.',
      marketing: 'Who opened which newsletter. Heed does not keep that about people.',
      products: 'Products and price lists. They are nobody’s story.',
      history: 'Who changed which field when. It stays behind.',
      system: 'Settings of the other program.',
      twin: 'The same as another file here, which says more.',
    })[said(p, 'what')] ?? 'Nothing in it is about people.',
  'file.empty': () => 'The file is empty.',
  'file.no-rows': () => 'Headings, and no row under them.',
  'file.not-a-list': () => 'A picture, a document or a program: nothing that holds records.',
  'file.others': (p) => `${many(Number(p?.n ?? 0), 'other file', 'other files')} of the archive that hold no records.`,
  'file.too-wide': (p) => `More than ${said(p, 'most')} columns. Take some out and drop it again.`,
  'file.too-large': (p) => `Larger than ${said(p, 'most')} MB. Split it and drop the parts.`,
  'file.bomb': () => 'It unpacks to far more than it says, so nothing of it was read.',
  'file.locked': () => 'Locked with a password. Save it without one and drop it again.',
  'file.damaged': () => 'Cut off or broken. Export it anew and drop it again.',
  'file.too-deep': () => 'An archive in an archive in an archive. Unpack it once and drop what is inside.',
  'file.another-kind': (p) =>
    `${p?.what === 'archive' ? 'This kind of archive' : said(p, 'what') || 'This kind of file'} cannot be read. Save it as XLSX or CSV.`,
};

/** What is odd about a row, or why nothing can be taken from it. */
const rows: Record<string, (params: Params) => string> = {
  'row.id-only': () => 'A row with an id and nothing else.',
  'row.nameless': () => 'Neither a name nor an address, a number or a profile.',
  'row.untitled': () => 'Nothing says what it is called.',
  'row.says-nothing': () => 'It says nothing.',
  'row.deleted': () => 'It was deleted there.',
  'row.converted': () => 'A lead that became a contact there; the contact is brought in.',
  'row.cancelled': () => 'It was called off.',
  'row.older': () => 'An older state of something further down.',
  'row.unreadable': (p) => `Not a record${p?.why ? ` (${said(p, 'why')})` : ''}.`,
  'row.too-long': (p) => `Longer than ${said(p, 'most')} MB.`,
  'row.ragged': (p) => `${said(p, 'cells')} cells under ${said(p, 'headings')} headings; what is there was read.`,
  'row.quote-open': () => 'A quotation mark is never closed; the line was read as it stands.',
  'row.quotes-odd': () => 'Quotation marks inside a cell were read as text.',
  'cell.too-long': (p) => `${said(p, 'column')} was cut at ${said(p, 'most')} MB.`,
  'name.not-one': (p) => `${cell(p)} is not a name.`,
  'email.not-one': (p) => `${cell(p)} is not an e-mail address.`,
  'phone.not-one': (p) => `${cell(p)} is not a phone number.`,
  'link.not-one': (p) => `${cell(p)} is not a web address.`,
  'date.not-one': (p) => `${cell(p)} is not a date.`,
  'date.which-way': (p) => `${cell(p)} can be two days; say which comes first, day or month.`,
  'amount.not-one': (p) => `${cell(p)} is not an amount.`,
  'tie.several': (p) => `${cell(p)} names several; the first is taken.`,
  'photo.not-one': (p) => `The photo is none, or larger than ${said(p, 'most')} MB.`,
  'event.repeats': () => 'It repeats; only the first is brought in.',
  'time.zone-unknown': (p) => `Nobody knows the time zone ${said(p, 'zone')}; read as world time.`,
};

/** What would happen to a row, and why. `fields` come in already in words. */
const decisions: Record<string, (params: Params) => string> = {
  new: (p) => {
    const ways = [
      Number(p?.emails ?? 0) > 0 ? many(Number(p?.emails), 'address', 'addresses') : '',
      Number(p?.phones ?? 0) > 0 ? many(Number(p?.phones), 'phone', 'phones') : '',
    ].filter(Boolean);
    return ways.length > 0 ? `New, with ${ways.join(' and ')}.` : 'New.';
  },
  changes: (p) => `Changes: ${said(p, 'fields')}.`,
  perhaps: (p) => `New, but may be ${said(p, 'name')}. Both stay until you have looked.`,
  'left-out': () => 'One of you left this row out.',
  erased: () => 'This person asked to be erased. That holds.',
  'with-nobody': () => 'With nobody we know.',
  'organisation-missing': (p) => `The organisation ${said(p, 'name')} is in none of the files; it comes in without.`,
  'person-missing': (p) => `The person ${said(p, 'name')} is in none of the files; it comes in without.`,
  'deal-missing': (p) => `The deal ${said(p, 'name')} is in none of the files; it comes in without.`,
  'organisation-ambiguous': (p) => `Two organisations are called ${said(p, 'name')}; it comes in without.`,
  'person-ambiguous': (p) => `Two people are called ${said(p, 'name')}; it comes in without.`,
  'deal-ambiguous': (p) => `Two deals are called ${said(p, 'name')}; it comes in without.`,
  'email-taken': (p) => `${said(p, 'email')} is ${p?.name ? `${said(p, 'name')}’s` : 'somebody else’s'} already and stays there.`,
};

const cells: Record<string, (params: Params) => string> = {
  'was-empty': () => 'was empty, so it is filled',
  'is-added': () => 'added to what is there',
  'files-word': () => 'the file’s word',
  'yours-stays': () => 'yours stays',
};

const kept: Record<string, (params: Params) => string> = {
  'kept-changed': () => 'changed since',
  'kept-tied': () => 'something of yours hangs on it since',
};

/** A sentence for every code of model/import-reasons.ts and model/import-decisions.ts. */
export const importReasons: Record<string, (params: Params) => string> = { ...files, ...rows, ...decisions, ...cells, ...kept };
