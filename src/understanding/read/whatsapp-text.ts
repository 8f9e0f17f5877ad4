/** What a message is when the marks of the app are taken away: words of the person, something not in the file, or talk of the app. */
export type Written = { kind: 'words'; text: string } | { kind: 'media' } | { kind: 'system' };

/** Lines in place of a picture, a voice message or another file, in the languages phones are set to most around us. */
const MEDIA = new Set([
  ...['<media omitted>', '<media weggelaten>', '<medien ausgeschlossen>', '<médias omis>', '<multimedia omitido>', '<mídia oculta>'],
  ...['image omitted', 'video omitted', 'audio omitted', 'gif omitted', 'sticker omitted', 'document omitted', 'contact card omitted'],
  ...['afbeelding weggelaten', 'video weggelaten', 'audio weggelaten', 'gif weggelaten', 'sticker weggelaten', 'document weggelaten'],
  ...['bild weggelassen', 'video weggelassen', 'audio weggelassen', 'sticker weggelassen', 'dokument weggelassen'],
  ...['image absente', 'vidéo absente', 'audio omis', 'sticker omis', 'document omis', 'video note omitted', 'null'],
]);
const ATTACHED = ['<attached: ', '<bijlage: ', '<bijgevoegd: ', '<anhang: ', '<pièce jointe : ', '<pièce jointe: ', '<adjunto: '];
const FILE_ATTACHED = ['(file attached)', '(bestand bijgevoegd)', '(datei angehängt)', '(fichier joint)', '(archivo adjunto)'];
const EDITED = [
  '<this message was edited>',
  '<dit bericht is bewerkt>',
  '<diese nachricht wurde bearbeitet>',
  '<ce message a été modifié>',
];
const DELETED = [
  ...['this message was deleted', 'you deleted this message', 'this message was deleted by admin', 'dit bericht is verwijderd'],
  ...[
    'u hebt dit bericht verwijderd',
    'je hebt dit bericht verwijderd',
    'diese nachricht wurde gelöscht',
    'du hast diese nachricht gelöscht',
  ],
  ...['ce message a été supprimé', 'vous avez supprimé ce message', 'se eliminó este mensaje', 'eliminaste este mensaje'],
];
const SYSTEM = [
  ...[
    'messages and calls are end-to-end encrypted',
    'messages to this',
    'your security code with',
    'missed voice call',
    'missed video call',
  ],
  ...[
    'berichten en oproepen zijn end-to-end',
    'berichten en gesprekken zijn end-to-end',
    'je beveiligingscode met',
    'uw beveiligingscode met',
  ],
  ...[
    'gemiste spraakoproep',
    'gemiste video-oproep',
    'gemist spraakgesprek',
    'gemist videogesprek',
    'nachrichten und anrufe sind ende-zu-ende',
  ],
  ...['les messages et les appels sont chiffrés', 'los mensajes y las llamadas están cifrados', 'waiting for this message'],
];
/** In the place of a name, these are the app telling what somebody did. */
const DEEDS = [
  ...[' created group', ' changed the subject', ' changed the group', ' changed this group', ' added ', ' removed ', ' joined using'],
  ...[' heeft de groep', ' heeft het onderwerp', ' heeft de groepsnaam', ' hat die gruppe', ' hat den betreff', ' a créé le groupe'],
];

/** Splits `Name: text`; null is a line of the app itself. Only the first `: ` counts, as text has colons too. */
export function saidBy(rest: string): { speaker: string; text: string } | null {
  const colon = rest.indexOf(':');
  if (colon <= 0 || colon > 100 || (rest[colon + 1] ?? ' ') !== ' ') return null;
  const speaker = withoutMarks(rest.slice(0, colon)).replace(/^~ ?/, '').trim();
  const lower = speaker.toLowerCase();
  if (speaker === '' || /["“„«]/.test(speaker) || DEEDS.some((deed) => lower.includes(deed))) return null;
  return { speaker, text: rest.slice(colon + 1) };
}

export function writtenIn(raw: string): Written {
  const lines = withoutMarks(raw)
    .split('\n')
    .map((line) => withoutEdited(line.trim()));
  const whole = lines.join('\n').trim();
  const lower = whole.toLowerCase();
  const first = (lines[0] ?? '').toLowerCase();
  if (DELETED.some((text) => lower === text || lower === `${text}.`)) return { kind: 'system' };
  if (SYSTEM.some((text) => lower.startsWith(text))) return { kind: 'system' };
  if (!isMedia(first)) return whole === '' ? { kind: 'system' } : { kind: 'words', text: whole };
  // What stands under a picture was written with it.
  const caption = lines.slice(1).join('\n').trim();
  return caption === '' ? { kind: 'media' } : { kind: 'words', text: caption };
}

function isMedia(line: string): boolean {
  if (MEDIA.has(line) || (line.endsWith('>') && ATTACHED.some((mark) => line.startsWith(mark)))) return true;
  return FILE_ATTACHED.some((mark) => line.endsWith(mark));
}

function withoutEdited(line: string): string {
  const lower = line.toLowerCase();
  const mark = EDITED.find((text) => lower.endsWith(text));
  return mark ? line.slice(0, -mark.length).trimEnd() : line;
}

function withoutMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').replace(/[\u202f\u00a0]/g, ' ');
}
