/** A row of an import as it is taken back. */
export interface UndoRow {
  fileI: number;
  rowNo: number;
  outcome: string;
  label: string;
  rowId: string | null;
  made: Record<string, string[]> | null;
  before: Record<string, Record<string, unknown>> | null;
  after: Record<string, unknown> | null;
}
