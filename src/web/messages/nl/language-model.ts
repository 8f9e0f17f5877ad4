import type { languageModel as en } from '../en/language-model.ts';

export const languageModel: typeof en = {
  title: 'Taalmodel',
  isOff: 'Er wordt geen taalmodel gevraagd.',
  isOn: (model) => `${model} geeft een tweede mening.`,
  isSilent: (model) => `${model} gaf de laatste keer geen antwoord.`,
  why: 'Heed begrijpt gesprekken zelf, op deze machine. Een taalmodel naar keuze kan voorstellen wat het miste.',

  leaves: 'Wat deze machine verlaat',
  leavesLines: [
    'Zolang het uit staat: niets.',
    'Zolang het aan staat: wat er gezegd is in elk gesprek dat binnenkomt, naar het adres hieronder en nergens anders heen.',
    'Wie sprak gaat mee als “us 1” of “them 2”. Geen namen, geen adressen, geen titels, geen datums; maar een naam die iemand noemt hoort bij wat er gezegd is, en gaat mee.',
    'Nooit wat van één lid privé is.',
    'Het antwoord wordt tot voorstellen, elk naast woorden die echt gezegd zijn. Ze tellen niet mee tot een van jullie ze bevestigt.',
  ],

  where: 'Waar het staat',
  whereWhy: 'Ollama, vLLM, of elk adres dat spreekt zoals OpenAI',
  endpoint: 'Adres',
  endpointHint: 'Zoals http://127.0.0.1:11434/v1 voor Ollama op deze machine',
  endpointWrong: 'Dat is geen heel adres, zoals https://models.example.com/v1',
  endpointOpen: 'Over http kunnen anderen onderweg meelezen. Gebruik https, tenzij de weg van jullie zelf is.',
  model: 'Model',
  modelHint: 'Hoe het daar heet, zoals llama3.1',
  key: 'Sleutel',
  keyNone: 'Alleen als dat adres erom vraagt. Verzegeld bewaard, en aan niemand getoond.',
  keyKept: 'Er is een sleutel bewaard. Laat dit leeg om die te houden.',
  keyElsewhere: 'De bewaarde sleutel hoort bij het andere adres en gaat niet mee.',
  takeKey: 'Haal de sleutel weg',
  keyTaken: 'De sleutel is weg',
  tryIt: 'Probeer het',
  trying: 'Bezig met vragen…',
  tryWhy: 'Het wordt gevraagd naar een gesprek dat wij verzonnen.',
  tried: (found, seconds) =>
    found === 0
      ? `Het antwoordde in ${seconds} s, maar niets van wat het over ons verzonnen gesprek zei klopt. Een ander model doet het misschien beter.`
      : `Het antwoordde in ${seconds} s en vond in ons verzonnen gesprek ${found === 1 ? 'één ding dat klopt' : `${found} dingen die kloppen`}.`,

  onOff: 'Aan of uit',
  ask: 'Vraag het naar elk gesprek dat vanaf nu binnenkomt',
  askFirst: 'Bewaar eerst een adres en een model.',
  offTakes: 'Uit haalt weg wat het voorstelde en niemand bekeek. Wat jullie bevestigden of verbeterden blijft.',
  turnedOn: 'Vanaf nu wordt het gevraagd',
  turnedOff: 'Er wordt niets meer verstuurd',

  health: 'Hoe het gaat',
  askedAt: 'Laatst gevraagd',
  answeredAt: 'Laatste antwoord',
  failure: 'Laatst misgegaan',
  never: 'nooit',
  none: 'niets',
  unanswered: (n) =>
    n === 1
      ? 'Eén gesprek heeft geen antwoord. Er wordt opnieuw naar gevraagd als je bewaart.'
      : `${n} gesprekken hebben geen antwoord. Er wordt opnieuw naar gevraagd als je bewaart.`,
  failures: {
    timeout: 'Er kwam niet op tijd een heel antwoord. Een groot model op een kleine machine kan te traag zijn.',
    unreachable: 'Niemand antwoordt op dat adres. Draait het, en kan deze machine erbij?',
    failing: 'Het is er, en heeft zelf problemen of heeft het te druk. Probeer het later opnieuw.',
    unauthorised: 'Het laat ons niet binnen: het wil een sleutel, of een andere.',
    elsewhere: 'Dat adres stuurt door naar een ander. Heed volgt niet: vul het adres in waar het heen leidt.',
    unknown: 'Het is er, maar kent dat adres of dat model niet. Het adres eindigt vaak op /v1.',
    refused: 'Het antwoordde, maar niet op wat er gevraagd was.',
    broken: 'Het antwoordde met iets dat geen lijst van bevindingen is. Een ander model doet het misschien beter.',
    'key-lost': 'De bewaarde sleutel gaat niet meer open, omdat het geheim van Heed een ander is dan het was. Vul de sleutel opnieuw in.',
  },
};
