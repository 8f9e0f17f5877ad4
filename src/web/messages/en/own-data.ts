/** What may be taken out and erased: the settings page and a person's menu. */
export const ownData = {
  title: 'Your data',
  heading: 'What is here is yours.',
  why: 'It comes in from anywhere, goes out whole, and is gone when somebody asks to be forgotten.',
  out: 'Take everything out',
  outWhy:
    'One ZIP with everything you may read: tables that any program opens (CSV), the same with nothing left out (JSON Lines), and the bytes of every file. Another Heed takes it in as it is.',
  outButton: 'Take everything out',
  outPrivate: 'What colleagues keep to themselves is not in it.',
  erased: 'Who was erased',
  erasedWhy: 'The numbers are the proof; the names are gone.',
  erasedNone: 'Nobody has asked to be forgotten yet. On a person’s page, under More, stands “Erase for good”.',
  erasedLine: (rows: number, by: string) => `${rows} records and traces, by ${by}`,
  notForYou: 'An owner or admin can take everything out and erase people.',

  eraseTitle: (name: string) => `Erase ${name}`,
  eraseWhy:
    'Their record goes, with everything that hangs on it: what they said, what they need, promises, notes, files. In talks with others their turns stay empty, and their name and addresses are blackened everywhere. No file brings them back. This cannot be undone.',
  eraseName: (name: string) => `To be sure, write their name: ${name}`,
  eraseButton: 'Erase for good',

  proofTitle: 'They are erased.',
  proofWhy:
    'Every text in this workspace was searched for their name, addresses and numbers afterwards, and none was found. This is the proof, for whoever asked:',
  proof: (at: string, by: string, id: string, lines: string[]) =>
    [
      `Erased on ${at} by ${by}.`,
      ...lines,
      'Searched afterwards for name, addresses and numbers: nothing found.',
      `Number of this erasure: ${id}`,
    ].join('\n'),
  proofLine: (what: string, n: number) => `${what}: ${n}`,
  proofCopy: 'Copy the proof',
  proofCopied: 'Copied',
  proofClose: 'Back to People',
};
