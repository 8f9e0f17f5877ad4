/** Every command with its way of use; the first line of each is what `heed --help` shows. */
export const USAGE = {
  heed: `heed listens: from a real conversation to understanding.

Usage
  heed listen FILE… [--us NAME|EMAIL]… [--json] [--why]   report on who spoke, what was asked, needed and promised
  heed acts FILE.jsonl                                    label what each line of a dialogue does
  heed serve                                              start the web app and its database
  heed import FILE… [--dry-run] [--json]                  move in from another CRM
  heed export [--out FILE.zip]                            everything out, as one ZIP
  heed --help, heed COMMAND --help, heed --version

A FILE may be "-" for standard input.`,
  listen: `Usage: heed listen FILE… [--us NAME|EMAIL]… [--json] [--why]

Reads call transcripts (WebVTT, Zoom, Teams, SRT, .docx, Meet, Otter, Fireflies, Gong), chats (WhatsApp, Slack export),
e-mail (.eml, mbox) and plain "Name: text", and prints what it heard. Nothing leaves this machine.

  --us NAME|EMAIL   who of them is us; a first name or a part that fits one alone is enough; may be given more than once.
                    Without it there are figures for each speaker only.
  --json            the whole report as JSON: one object, or a list when there is more than one conversation.
  --why             under each suggestion the words that made Heed say so; with --json a "why" at each finding and act.
  --zone ZONE       where the conversation took place, such as Europe/Amsterdam; this machine's zone when not given.
  -                 read standard input.

Exit code: 0 all read, 1 something could not be read, 2 wrong use.`,
  acts: `Usage: heed acts FILE.jsonl

Reads lines { "id", "dialogue", "turn", "speaker", "side", "text" } ("side": us, them or unknown) and prints for each, in the same order,
{ "id", "acts": { "question.open": 0.95 } }. Lines of one dialogue stand together; they are labelled with what was said before.
"-" reads standard input.

Exit code: 0 all read, 1 a line could not be read, 2 wrong use.`,
  import: `Usage: heed import FILE… [--workspace NAME] [--dry-run] [--file-wins] [--json]
       heed import --undo ID [--workspace NAME]

Brings exports of another CRM, contacts, calendars and tables into the data of this machine (HEED_STATE, or DATABASE_URL), as the owner
of the workspace. The embedded database serves one Heed at a time: stop the other first, or use the screen People, Move in.

  --workspace NAME  which workspace, when there are several.
  --dry-run         say what would happen to every row, and write nothing.
  --file-wins       where something is known already, the file's word counts; without it only blanks are filled.
  --undo ID         take an import back, within seven days, but for what was changed since.
  --json            the outcome as JSON, with the rows that could not come in.

Exit code: 0 done, 1 it could not be done, 2 wrong use.`,
  export: `Usage: heed export [--out FILE.zip] [--workspace NAME]

Writes everything that the owner of the workspace may read as one ZIP: tables that other programs know, every table as it is kept, and
every file. What others keep private stays out. An existing file is not overwritten.

  --out FILE.zip    where to; heed-YYYY-MM-DD.zip here when not given, "-" for standard output.
  --workspace NAME  which workspace, when there are several.

Exit code: 0 done, 1 it could not be done, 2 wrong use.`,
  serve: `Usage: heed serve

Starts the web app, its jobs and, unless DATABASE_URL is set, the embedded database. Stop it with Ctrl-C.`,
} as const;

/** The command was not used as it can be: a sentence, and the usage that helps. Exit code 2. */
export class WrongUse extends Error {
  readonly of: keyof typeof USAGE;
  constructor(message: string, of: keyof typeof USAGE) {
    super(message);
    this.name = 'WrongUse';
    this.of = of;
  }
}
