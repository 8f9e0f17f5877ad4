/** Words that cells are filled with where nobody had anything to say, and the yes and no of several languages. */

const NOTHING =
  /^(?:n\/?a|n\.\s?a\.|#n\/a|#ref!|#value!|#name\?|null|\(null\)|nil|none|\(none\)|undefined|\\n|[-–—.?_*]+|\(blank\)|\[blank\]|unknown|onbekend|unbekannt|inconnue?|desconocid[oa]|geen|keine[rs]?|aucune?|ning[uú]n[oa]?)$/i;

/** Whether a cell says nothing, whatever stands in it. Not for names: people are called Null and Na. */
export const saysNothing = (cell: string): boolean => cell === '' || (cell.length <= 14 && NOTHING.test(cell));

const NO_NAME =
  /^(?:n\/a|n\.\s?a\.|#n\/a|\(null\)|\(none\)|\\n|[-–—.?_*,;'"\s]+|\(?(?:no name|geen naam|kein name|sans nom|sin nombre|unknown|onbekend|unbekannt|inconnue?|desconocid[oa])\)?|undefined)$/i;

/** Whether what stands where a name should is no name. */
export const isNoName = (cell: string): boolean => cell === '' || NO_NAME.test(cell);

const YES = new Set(
  'true t yes y 1 x on checked ✓ ✔ ☑ ja j wahr waar vrai oui o si sí s verdadero cierto aan ein angekreuzt aangevinkt coche coché activado do_not_contact'.split(
    ' ',
  ),
);

/** Yes in any of the languages, or a number that is not nought. */
export const meansYes = (cell: string): boolean => {
  const word = cell.trim().toLowerCase();
  return YES.has(word) || (/^\d+(?:\.\d+)?$/.test(word) && Number(word) > 0);
};

const NO_CONTACT =
  /\b(?:unsubscribed?|opted?[ -]?out|do not (?:contact|call|e?-?mail)|don'?t (?:contact|call)|no contact|not to be contacted|afgemeld|uitgeschreven|niet (?:bellen|mailen|benaderen|contacteren)|abgemeldet|abbestellt|nicht (?:anrufen|kontaktieren)|widersprochen|d[ée]sinscrite?|d[ée]sabonn[ée]e?|ne pas (?:contacter|appeler)|dad[oa] de baja|no (?:contactar|llamar)|complained|spam complaint)\b/i;

/** An explicit no to being contacted, said in words. */
export const saysNoContact = (cell: string): boolean =>
  NO_CONTACT.test(cell.slice(0, 200).replaceAll('_', ' ')) && !/^\s*(?:not|never|niet|nicht)\s+(?:unsub|opted)/i.test(cell);

const KINDS: Record<string, string> = {};
for (const [kind, words] of Object.entries({
  customer:
    'customer client klant kunde kundin cliente clienta client·e current·customer existing·customer active·customer customer·direct customer·channel bestandskunde',
  prospect:
    'prospect lead marketing·qualified·lead sales·qualified·lead mql sql interessent prospective·customer potential·customer hot·lead warm·lead cold·lead',
  investor: 'investor investeerder investisseur inversor inversionista investorin',
  student: 'student pupil leerling schüler schülerin élève étudiant étudiante estudiante alumno alumna studentin',
  partner: 'partner channel·partner technology·partner channel·partner·reseller technology·partner partenaire socio partnerin reseller',
  friend: 'friend vriend vriendin freund freundin ami amie amigo amiga friends vrienden freunde amis amigos',
}))
  for (const word of words.split(' ')) KINDS[word.replaceAll('·', ' ')] = kind;

/** The kinds of relationship that a source's own words truly mean; others mean none ("Opportunity" is no kind of person). */
export function kindsIn(cell: string): string[] {
  const kinds = cell
    .slice(0, 200)
    .toLowerCase()
    .split(/[;,|/]| - /)
    .map((word) => KINDS[word.replaceAll('_', ' ').trim()])
    .filter((kind) => kind !== undefined);
  return [...new Set(kinds)];
}

const DONE = new Set(
  'completed complete done closed finished erledigt abgeschlossen voltooid afgerond gedaan klaar terminé terminée fait achevé completado completada hecho terminado'.split(
    ' ',
  ),
);
const CALLED_OFF = new Set('cancelled canceled deferred geannuleerd abgesagt annulé annulée cancelado cancelada'.split(' '));

/** Whether a task's state, in words or as a tick, means that it is done. */
export const meansDone = (cell: string): boolean => DONE.has(cell.trim().toLowerCase()) || meansYes(cell);
export const meansCalledOff = (cell: string): boolean => CALLED_OFF.has(cell.trim().toLowerCase());

const WON = /^(?:closed\s*-?\s*won|won|gewonnen|gagnée?|ganad[oa])$/i;
const LOST = /^(?:closed\s*-?\s*lost|lost|verloren|perdue?|perdid[oa])$/i;

/** How a deal ended, where its state or its stage says so. */
export function endedBy(cell: string): 'won' | 'lost' | null {
  const word = cell.trim().replaceAll('_', ' ');
  if (WON.test(word) || word === 'closedwon') return 'won';
  return LOST.test(word) || word === 'closedlost' ? 'lost' : null;
}

/** What sort of activity a word names. */
export function activityKindOf(cell: string): 'note' | 'call' | 'email' | 'meeting' | 'message' | null {
  const word = cell.slice(0, 200).toLowerCase();
  if (/\b(?:call|anruf|telefon\w*|bellen|gesprek|appel|llamada|phone)\b/.test(word)) return 'call';
  if (/\b(?:e-?mail|mail|courriel|correo)\b/.test(word)) return 'email';
  if (/\b(?:meeting|event|lunch|treffen|termin|besprechung|afspraak|vergadering|r[ée]union|rendez-vous|reuni[oó]n|visit|demo)\b/.test(word))
    return 'meeting';
  if (/\b(?:sms|whats ?app|linkedin|message|chat|nachricht|bericht)\b/.test(word)) return 'message';
  return /\b(?:note|notiz|notitie|nota)\b/.test(word) ? 'note' : null;
}
