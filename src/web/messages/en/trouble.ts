export const trouble = {
  title: 'This page could not be shown.',
  missing: 'There is nothing here.',
  missingWhy: 'The address may be mistyped, or what stood here was removed.',
  unreachable: 'Heed did not answer. It may be restarting; nothing you typed is lost.',
  broke: 'Something went wrong on our side. Nothing was changed. Try again; if it stays so, tell whoever looks after this Heed.',
  again: 'Try again',
  toToday: 'Go to Today',
};
