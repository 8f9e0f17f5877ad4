/** Every reason that planning a row can give, beside those of reading it (`import-reasons.ts`), with what fills its sentence. */
export const IMPORT_DECISION_CODES = [
  /** Somebody new. {emails, phones} */
  'new',
  /** What changes, by the names of fields joined by ", ". {fields} */
  'changes',
  /** New, but may be somebody we know. {name, id} */
  'perhaps',
  /** A member left the row out. */
  'left-out',
  /** This person asked to be erased, and that holds. */
  'erased',
  /** A note that is with nobody we know. */
  'with-nobody',
  /** Named by an id or a web address that no file holds; the row comes in without it. {name} */
  'organisation-missing',
  'person-missing',
  'deal-missing',
  /** Two are called that: shown, not guessed. {name} */
  'organisation-ambiguous',
  'person-ambiguous',
  'deal-ambiguous',
  /** The address is another's; `name` is empty where nobody may be named. {email, name} */
  'email-taken',
] as const;

/** Why a field of an opened row will be what it will be. */
export const IMPORT_CELL_CODES = ['was-empty', 'is-added', 'files-word', 'yours-stays'] as const;

/** Why something stays when an import is taken back. {what}: the table of what hangs on it. */
export const IMPORT_KEPT_CODES = ['kept-changed', 'kept-tied'] as const;
