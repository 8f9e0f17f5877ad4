import type { ownData as en } from '../en/own-data.ts';

export const ownData: typeof en = {
  title: 'Jullie gegevens',
  heading: 'Wat hier staat is van jullie.',
  why: 'Het komt van overal binnen, gaat er heel weer uit, en is weg als iemand vraagt vergeten te worden.',
  out: 'Alles meenemen',
  outWhy:
    'Eén ZIP met alles wat je mag lezen: tabellen die elk programma opent (CSV), hetzelfde zonder dat er iets ontbreekt (JSON Lines), en de bytes van elk bestand. Een andere Heed neemt hem op zoals hij is.',
  outButton: 'Alles meenemen',
  outPrivate: 'Wat collega’s voor zichzelf houden zit er niet in.',
  erased: 'Wie is gewist',
  erasedWhy: 'De getallen zijn het bewijs; de namen zijn weg.',
  erasedNone: 'Nog niemand vroeg vergeten te worden. Op de pagina van iemand staat onder Meer “Voorgoed wissen”.',
  erasedLine: (rows, by) => `${rows} gegevens en sporen, door ${by}`,
  notForYou: 'Een eigenaar of beheerder kan alles meenemen en mensen wissen.',

  eraseTitle: (name) => `${name} wissen`,
  eraseWhy:
    'Hun gegevens gaan weg, met alles wat eraan hangt: wat ze zeiden, wat ze nodig hebben, beloften, notities, bestanden. In gesprekken met anderen blijven hun beurten leeg staan, en hun naam en adressen worden overal zwart gemaakt. Geen bestand brengt ze terug. Dit is niet ongedaan te maken.',
  eraseName: (name) => `Schrijf voor de zekerheid de naam: ${name}`,
  eraseButton: 'Voorgoed wissen',

  proofTitle: 'Gewist.',
  proofWhy:
    'Daarna is in elke tekst van deze ruimte naar hun naam, adressen en nummers gezocht, en niets gevonden. Dit is het bewijs, voor wie erom vroeg:',
  proof: (at, by, id, lines) =>
    [
      `Gewist op ${at} door ${by}.`,
      ...lines,
      'Daarna gezocht naar naam, adressen en nummers: niets gevonden.',
      `Nummer van deze wissing: ${id}`,
    ].join('\n'),
  proofLine: (what, n) => `${what}: ${n}`,
  proofCopy: 'Bewijs kopiëren',
  proofCopied: 'Gekopieerd',
  proofClose: 'Terug naar Mensen',
};
