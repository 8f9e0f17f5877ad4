import type { figures as en } from '../en/figures.ts';

export const figures: typeof en = {
  talkShare: {
    means: 'Hoe meer zij vertellen, hoe meer er te begrijpen is.',
    how: 'Alles wat wij zeiden, met overlap en “mm”, gedeeld door alles wat iedereen zei. Op tijd waar elk stuk een begin en een eind heeft, anders op woorden.',
    good: 'In de verkoopgesprekken die het best gingen was 43% van de verkoper; gemiddeld was het 65 tot 75%.',
    source: 'Gong, 25.537 gesprekken.',
    careful: 'Eén leverancier, en samenhang is geen oorzaak. Als iemand een klacht heeft, is een ander deel goed.',
  },
  questions: {
    means: 'Bij een open vraag kiezen zij wat zij vertellen.',
    how: 'Elke vraag van ons, open of gesloten naar hoe zij gesteld is, en naar wat zij vraagt.',
    good: 'Rackham vond dat open of gesloten niets uitmaakte; vragen waar een probleem toe leidt en wat een oplossing zou geven wel. In de hulpverlening is minstens de helft open redelijk, zeven op de tien goed.',
    source: 'Rackham, SPIN Selling, 1988, 35.000 gesprekken; MITI 3.1.1.',
    careful: 'De gesprekken zijn oud en de gegevens nooit geopend. De maten voor hulpverlening komen van deskundigen.',
  },
  saidBack: {
    means: 'Als je het teruggeeft, kunnen zij zeggen of je het begreep.',
    how: 'Zinnen van ons die herhalen wat zij net zeiden, en zinnen die de betekenis of het gevoel erin toevoegen.',
    good: 'In de hulpverlening is even vaak als je vragen stelde redelijk en twee keer zo vaak goed; vier of vijf op de tien verder dan hun woorden.',
    source: 'MITI 3.1.1 en 4, zoals in de tabellen van PMC9461167 en PMC5590191.',
    careful: 'Bepaald door deskundigen, voor hulpverlening. Wie met de hand telt is het het minst eens over wat “verder gaat”.',
  },
  leftOpen: {
    means: 'Zij vroegen iets, en in onze volgende twee beurten ging niemand erop in.',
    how: 'Een vraag van hen telt als beantwoord als wij met een antwoord beginnen, een woord ervan gebruiken of er meteen op doorgaan.',
    good: 'Geen. Elke is iets kleins dat je nog voor hen kunt doen.',
    source:
      'Onze eigen regel; bij twijfel telt hij “beantwoord”. Dat open vragen op vertrouwen drukken is een gedachte van Maister (2000), geen meting.',
    careful: 'Er kan een vraag bij zitten die geen antwoord nodig had.',
  },
  longestStretch: {
    means: 'Een lang stuk is waar ook zij misschien niet meer luisterden.',
    how: 'De langste tijd dat wij spraken zonder dat een van hen meer zei dan “mm” of “ja”.',
    good: 'Over het eigen bedrijf vertellen duurde in de gesprekken die het best gingen minder dan twee minuten.',
    source: 'Gong.',
    careful: 'Eén leverancier, die alleen verkoop telde. Als zij om uitleg vroegen kan lang goed zijn.',
  },
  longestStory: {
    means: 'Wie doorpraat, voelt zich daar vrij toe.',
    how: 'De langste tijd dat zij spraken zonder dat een van ons meer zei dan “mm” of “ja”.',
    good: 'Rond vier minuten in de gesprekken die het best gingen.',
    source: 'Gong.',
    careful: 'Eén leverancier, en samenhang is geen oorzaak.',
  },
  patience: {
    means: 'Wat ertoe doet komt vaak na de eerste stilte.',
    how: 'Van het eind van hun beurt tot het begin van de onze, nul bij overlap; de middelste van allemaal.',
    good: 'Geen getal is bewezen. Het helpt dat het niet nul is.',
    source: 'Onze eigen lezing; geen studie die wij vertrouwen geeft een getal.',
    careful: 'Door een slechte lijn lijkt iedereen geduldig.',
  },
  pitch: {
    means: 'Tijd over ons is geen tijd over hen.',
    how: 'Het deel van onze woorden in zinnen over onze kennis, ons product of ons bedrijf en onze missie.',
    good: 'Het verhaal van het eigen bedrijf korter dan twee minuten in de gesprekken die het best gingen.',
    source: 'Gong.',
    careful: 'Als zij vroegen om het te laten zien, is meer goed.',
  },
  pace: {
    means: 'Een rustiger tempo geeft ruimte om na te denken.',
    how: 'Onze woorden gedeeld door de minuten dat wij spraken.',
    good: 'Rond 173 woorden per minuut in de gesprekken die gemeten zijn.',
    source: 'Gong.',
    careful: 'Het verschilt per taal en per mens. Vergelijk alleen met jezelf.',
  },
  switches: {
    means: 'Veel wisselen is een gesprek, weinig een lezing of een verhaal.',
    how: 'Wisselingen van spreker over de tijd tussen het eerste woord en het laatste; “mm” telt niet.',
    good: 'Geen getal is goed. Kijk wie de lange beurten heeft.',
    source: 'Onze eigen telling; de score van Gong is niet openbaar.',
    careful: 'Meer mensen geven meer wisselingen.',
  },
};
