export const mend = {
  as: (name: string) => `Written here as “${name}”.`,
  taken: (name: string) => `Heed takes this speaker for ${name}.`,
  takenYou: 'Heed takes this speaker for you.',
  nobody: 'This is not a person.',
  unknown: 'Heed does not know yet who this is.',
  why: {
    email: (email: string) => `Because of the address ${email}.`,
    name: (name: string) => `Because only one you know is called ${name}.`,
    'by-hand': 'Because it was written down that way.',
    answer: (who: string, day: string) => `${who} said so on ${day}.`,
    answered: (day: string) => `It was said on ${day}.`,
  },
  hereAlone: 'In this conversation only.',
  openPage: 'Open their page',
  other: 'This is somebody else',
  where: 'Where',
  here: 'Only in this conversation',
  everywhere: (n: number) =>
    n === 1
      ? 'Wherever this name stands (in 1 conversation, and from now on)'
      : `Wherever this name stands (in ${n} conversations, and from now on)`,
  along: 'What was confirmed from their words goes along. What cannot waits as a suggestion again.',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  done: (n: number) => (n === 1 ? 'Changed in 1 conversation' : `Changed in ${n} conversations`),
  moved: (n: number) => (n === 1 ? '1 confirmed thing went along' : `${n} confirmed things went along`),
  takenBack: (n: number) => (n === 1 ? '1 waits as a suggestion again' : `${n} wait as suggestions again`),
  undone: 'It is as it was',
  names: 'Speaks as',
  namesHelp: 'Wrong? Open one and say who it is.',
};
