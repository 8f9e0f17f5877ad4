import type { FindLexicon } from './cue.ts';

/** Cues of findings in Dutch, as far as rules reach. */
export const FINDINGS_NL: FindLexicon = {
  classes: {
    i: 'ik we wij',
    your: 'jullie uw je',
    thing: 'product app systeem dienst service support mensen team software facturen rapport',
  },
  cues: [
    { tag: 'depth.1', strong: 'omdat, komt door, daarom, de reden is, niemand die' },
    {
      tag: 'depth.2',
      strong: 'kost ons, klanten kwijt, klant kwijt, omzet, marge, boete, boetes, uur per week, uren per week, dagen per, overuren, euro',
    },
    {
      tag: 'depth.3',
      strong: 'mijn naam, mijn baan, mijn baas, mijn avond/avonden/weekend/weekenden, mezelf, ik moet het, op mijn bord, thuis',
    },
    {
      tag: 'depth.4',
      strong: 'slaap, slapen, wakker, vertrouwen, trots, bang, schaam, mijn woord, belangrijk voor mij, rust, ik hou me aan',
    },
    {
      tag: 'trait.value',
      strong:
        'belangrijk voor mij/me, vind ik belangrijk, ik geloof in, waar ik voor sta, afspraak is afspraak, staat voorop, komt op de eerste plaats, ik hecht',
    },
    {
      tag: 'trait.risk',
      strong:
        'geen risico, te riskant, op safe, eerst uitproberen, eerst een proef, klein beginnen, hou niet van verrassingen, durven, risico nemen',
    },
    { tag: 'bold', strong: 'durven ~ aan, graag experimenteren, risico nemen' },
    {
      tag: 'trait.interest',
      strong:
        'mijn hobby, in mijn vrije tijd, ik hou van, ik zwem, ik fiets graag, ik speel, ik zeil, grote fan, ik kook graag, ik loop hard',
    },
    {
      tag: 'trait.irritant',
      strong:
        'stoort me/mij/het/ons, dat stoort, ik erger me, irriteert me, ik heb een hekel, kan niet tegen, word ik gek van, ik baal, zat van, ik haat',
    },
    {
      tag: 'trait.preference',
      strong:
        'ik heb liever, ik wil liever, liever per mail, liever bellen, bel me liever, mail me, mail is goed/beter/prima, bel me niet, bel ~ niet voor/na, niet bellen voor, werkt het beste voor mij, op papier graag, ik geef de voorkeur',
    },
    {
      tag: 'trait.goal',
      strong: 'mijn doel, ons doel, we willen groeien, ik wil groeien, mijn droom, ik hoop, onze ambitie, we willen toe naar, we streven',
    },
    {
      tag: 'trait.event',
      strong:
        'ga/gaat/gaan ~ trouwen, getrouwd, baby, zwanger, zwangerschapsverlof, verhuis, verhuizen, jarig, met pensioen, nieuwe baan, overleden, ziekenhuis, met vakantie, op vakantie, mijn laatste dag, promotie gemaakt',
    },
    {
      tag: 'belief',
      strong:
        'ik dacht dat jullie/je/u, we dachten dat jullie, jullie doen alleen, jullie zijn een, ik had begrepen dat, jullie kunnen niet, jullie hebben geen, jullie verkopen alleen, ik hoorde dat jullie',
    },
    { tag: 'limits', strong: 'alleen, niet, geen, nooit, enkel' },
    {
      tag: 'belief.gap',
      strong:
        'ik weet niet wat jullie, ik weet niet hoe jullie, ik wist niet dat jullie/je/iemand, wat doen jullie, hebben jullie, kunnen jullie, bieden jullie, werkt het, hoe werkt jullie, kan het, ondersteunen jullie',
    },
    {
      tag: 'feedback',
      strong:
        '<your> <thing> is/zijn/was/waren, ik vind jullie, wij vinden jullie, tevreden over, blij met jullie, je/jullie/uw _ was/waren/is/zijn ~ mooi/goed/prachtig/slecht/traag/laat/fijn, jullie waren te laat, niemand belde, zou fijn zijn als jullie, teleurgesteld in jullie, jullie hadden beloofd',
    },
    { tag: 'praise', strong: 'goed, fijn, top, geweldig, snel, vriendelijk, tevreden, blij, prettig, altijd' },
    { tag: 'blame', strong: 'te laat, fout, traag, nooit, niemand, teleurgesteld, niet, zou fijn zijn, slecht, beloofd, onduidelijk' },
    {
      tag: 'referral',
      strong:
        'ik kan je voorstellen, ik stel je voor aan, je moet ~ praten met, je zou ~ spreken, ik ken iemand die, heeft jullie aanbevolen, via ~ gehoord, raadde jullie aan, in contact brengen',
    },
    { tag: 'send-on', strong: '^ praat/bel/spreek met, ^ bel _, ^ ik heb ~ verteld, ^ ga ~ praten met' },
    {
      tag: 'trusting',
      strong: 'vertrouwt jullie/je/u, vertrouw jullie/je/u, vertrouwen jullie',
    },
    {
      tag: 'competitor',
      strong:
        'vergeleken met, overgestapt van, beter dan, goedkoper dan, in plaats van, offerte van, ook in gesprek met, demo van, concurrent, contract met',
      fair: 'we gebruiken, wij gebruiken, we werken met',
    },
    {
      tag: 'objection',
      strong:
        'te duur, geen budget, <i> heb/hebben geen tijd/geld voor, hebben al, geen prioriteit, moet erover nadenken, niet het juiste moment, niet overtuigd, ik twijfel, ik zie niet, hebben ~ gekocht, net gekocht, overleggen met, vast aan een contract, niet nodig',
      fair: 'duur, ik weet niet of',
    },
    { tag: 'subject.price', strong: 'duur, budget, prijs, kosten, geld' },
    { tag: 'subject.timing', strong: 'tijd, moment, nu, later, prioriteit, volgend jaar, contract' },
    { tag: 'subject.authority', strong: 'mijn baas, overleggen, directie, bestuur' },
    { tag: 'subject.no-need', strong: 'hebben al, niet nodig' },
    { tag: 'subject.trust', strong: 'overtuigd, twijfel, zie niet' },
    {
      tag: 'to-you',
      strong: 'je, jullie, u, jou',
    },
    {
      tag: 'errand',
      strong:
        'morgen, vandaag, maandag, dinsdag, woensdag, donderdag, vrijdag, volgende week, deze week, rapport, offerte, verslag, document, voorstel, contract, factuur, lijst, link, cijfers, naam, namen, adres, voorbeeld, bladzijde, weten, voor',
    },
    { tag: 'at-once', strong: 'wacht, harder praten, herhalen, volgende slide, momentje, scherm, vertellen, uitleggen, zien, horen' },
    { tag: 'to-you', strong: 'je, jullie, u, jou' },
  ],
};
