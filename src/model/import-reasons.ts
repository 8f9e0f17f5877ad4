/**
 * Every reason that reading a file can give, with what fills its sentence: so that the catalogue of words can be complete (and a test can say so).
 * `value` is the cell as written, cut at 80 characters; `column` is its header.
 */

/** Of a row (`ImportedRow.problems`). With those of the first list nothing can be taken from the row (its `record` is null). */
const IMPORT_ROW_FAILURES = [
  /** An id and nothing else. {id} */
  'row.id-only',
  /** A person or organisation with neither a name nor an address, a number or a profile. */
  'row.nameless',
  /** A deal or a task without a title. */
  'row.untitled',
  /** A note or an activity that says nothing. */
  'row.says-nothing',
  /** The source says that it was deleted there. */
  'row.deleted',
  /** A lead that became a contact there: the contact is what is brought. */
  'row.converted',
  /** A meeting or a task that was called off. */
  'row.cancelled',
  /** An older state of something that stands further down. {id} */
  'row.older',
  /** Not a record at all: a card without an end, an event that cannot be read, a line that is no JSON. {why} */
  'row.unreadable',
  /** Longer than a row may be. {most} in MB */
  'row.too-long',
] as const;

const IMPORT_ROW_PROBLEMS = [
  /** Fewer or more cells than headings; what is there was read. {cells, headings} */
  'row.ragged',
  /** A quotation mark that is never closed: this line was read as it stands. */
  'row.quote-open',
  /** Quotation marks inside a cell that are not doubled; read as text. */
  'row.quotes-odd',
  /** The cell was cut. {column, most} in MB */
  'cell.too-long',
  /** A name that is none: "n/a", "-". {value, column} */
  'name.not-one',
  /** {value, column} */
  'email.not-one',
  /** {value, column} */
  'phone.not-one',
  /** {value, column} */
  'link.not-one',
  /** {value, column} */
  'date.not-one',
  /** Day or month first: nobody has said. {value, column} */
  'date.which-way',
  /** {value, column} */
  'amount.not-one',
  /** Two organisations, people or deals are named in a cell that may hold only one: the first is taken. {value, column} */
  'tie.several',
  /** A picture that is too large, or none. {most} in MB */
  'photo.not-one',
  /** It repeats: only the first is brought, and said to repeat. */
  'event.repeats',
  /** An address, a number or a date was said in a time zone that nobody knows: read as world time. {zone} */
  'time.zone-unknown',
] as const;

export const IMPORT_PROBLEM_CODES = [...IMPORT_ROW_FAILURES, ...IMPORT_ROW_PROBLEMS] as const;

/** Of a file (`LookedFile.why`): how we know what it is, or why nothing is taken from it. */
export const IMPORT_WHY_CODES = [
  /** Recognised by its headings. {known, of} */
  'file.known',
  /** Recognised by what is in it: cards, events, our own lines. */
  'file.by-content',
  /** Guessed from its headings, of which some are clear. {known, of} */
  'file.guessed',
  /** Headings of which nothing could be guessed; say what they are. {of} */
  'file.unclear',
  /** Who looks after what: its names and addresses are used for the other files, nothing of it becomes a record. */
  'file.users',
  /** Ties only: who belongs to which deal. */
  'file.ties',
  /** Left out on purpose. {what}: tickets, marketing, products, history, system, twin (the same as another file of the archive, which says more) */
  'file.left-out',
  'file.empty',
  /** Headings and no row under them. */
  'file.no-rows',
  /** Pictures, documents, programs: nothing that holds records. */
  'file.not-a-list',
  /** Other files of an archive that are nothing to us, in one line. {n} */
  'file.others',
  /** More columns than a person can look at. {most} */
  'file.too-wide',
  /** {most} in MB */
  'file.too-large',
  /** Unpacks to far more than it says or than anybody needs. */
  'file.bomb',
  /** Locked with a password. */
  'file.locked',
  /** Cut off or broken. {why} */
  'file.damaged',
  /** An archive in an archive in an archive. */
  'file.too-deep',
  /** A workbook of before 2007, a database, another kind of archive: save it as XLSX or CSV. {what} */
  'file.another-kind',
] as const;
