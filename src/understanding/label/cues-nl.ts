import type { Lexicon } from './cue.ts';

/** Dutch, as far as rules reach. Words like "gewoon", "echt", "even" and "eens" are gone before cues are looked for. */
export const CUES_NL: Lexicon = {
  classes: {
    lead: 'en dus maar oke oké goed nou ja want',
    verb: 'plan plannen regel regelen werken bel bellen stuur sturen maak maken weten krijg krijgen lossen lees lezen rijdt rijden klinkt voelt loopt is zijn was waren heb heeft hebben had doe doet doen kan kun kunt kunnen wil wilt willen zou zouden gaat ga gaan moet moeten mag werkt komt komen vind vindt vinden ziet zie zien gebeurt gebeurde gebruikt gebruiken bent ben denk denkt weet loopt',
    subject: 'je jij jullie u we wij ik hij zij ze het dat dit er de een die iemand',
    i: 'ik we wij',
    give: 'stuur sturen mail mailen bel bellen deel delen zorg zorgen regel regelen plan plannen maak maken check zoek zoeken vraag vragen lever leveren bevestig bevestigen bereid bespreek bespreken breng laat schrijf schrijven boek boeken kom neem geef',
    mood: 'bezorgd blij bang moe boos gefrustreerd trots zenuwachtig opgelucht teleurgesteld gestrest onzeker verdrietig enthousiast tevreden ontevreden verrast geirriteerd geïrriteerd bezorgder uitgeput schuldig eenzaam woedend gelukkig dankbaar machteloos wanhopig somber kapot opgebrand gespannen kwaad bedroefd gerust',
  },
  cues: [
    {
      tag: 'ask.open',
      strong: `^ <lead>? wat <verb>, ^ <lead>? hoe <verb>, ^ <lead>? waarom <verb>, ^ waarom $, ^ <lead>? wie <verb>, ^ <lead>? waar <verb>,
        ^ <lead>? wat voor, ^ <lead>? waardoor/waarmee/waarvoor/waaraan/waarover <verb>, ^ <lead>? hoezo, ^ wat nog meer,
        ^ <lead>? op welke manier`,
    },
    { tag: 'ask.inner', fair: 'wat <verb>, hoe <verb>, waarom <verb>, waar <verb>, wie <verb>' },
    {
      tag: 'ask.invite',
      strong: `vertel me/eens/er/over/meer, vertel ~ meer, kun/kunt/kan je/jij/u ~ ~ vertellen/uitleggen/beschrijven/toelichten,
        ik ben benieuwd, ik ben nieuwsgierig`,
    },
    {
      tag: 'ask.closed',
      strong: `^ <lead>? <verb> <subject>, ^ <lead>? hoeveel/hoelang/hoevaak, ^ <lead>? hoe lang/vaak/veel/groot/oud/laat,
        ^ <lead>? wanneer <verb>, ^ <lead>? welke/welk, ^ klopt het/dat, ^ hoe laat, ^ wat kost/kosten`,
    },
    { tag: 'ask.tag', strong: 'toch $, hè $, niet waar $, of niet $, klopt dat $, nietwaar $' },
    {
      tag: 'spin.implication',
      strong: `wat betekent dat voor, wat gebeurt er als/dan, wat kost dat/het, wat doet dat met, wat zijn de gevolgen, welke gevolgen,
        wie heeft daar last, wat als er niets`,
    },
    {
      tag: 'spin.need-payoff',
      strong: `als je/u/jullie ~ kon/kunt/zou, wat zou het opleveren, wat zou dat opleveren, zou dat helpen, zou het helpen,
        hoe zou dat helpen, wat zou het betekenen, wat zou er veranderen, in het ideale geval`,
    },
    {
      tag: 'spin.problem',
      strong: `waar loop/loopt/lopen, wat gaat er mis, grootste probleem/uitdaging/zorg, wat is lastig/moeilijk/vervelend, wat mis je,
        waar heb je last`,
      fair: 'probleem, problemen, lastig, moeilijk, last van',
    },
    {
      tag: 'say-back',
      strong: `^ <lead>? het klinkt alsof, ^ <lead>? dat klinkt alsof, ^ <lead>? klinkt alsof, ^ <lead>? als ik het/je/u goed begrijp,
        ^ <lead>? wat ik hoor, ^ <lead>? je zegt, ^ <lead>? u zegt, ^ <lead>? met andere woorden, ^ <lead>? je bedoelt`,
      fair: '^ je/jij/jullie/u _, ^ het gaat je, ^ het gaat u',
    },
    {
      tag: 'meaning',
      strong: 'klinkt alsof, voelt, gevoel, niet ~ maar, belangrijk voor, minder om ~ meer, bang, trots, bezorgd, vertrouwen',
    },
    {
      tag: 'commitment',
      strong: `<i> zal _ ~ <give>, <i> zal <give>, <i> stuur je/u/jullie/het/de/hem/jou, <i> mail je/u/jullie/het/de,
        <i> bel je/u/jullie/hem/haar, <i> stuur ~ op/door/toe, <i> kom ~ op terug, <i> laat ~ weten, <i> zoek ~ uit,
        <i> zorg dat/ervoor, <i> regel het/dat/de/een, <i> ga ~ <give>, <i> gaan ~ <give>, ik beloof, <i> maak ~ voor,
        <i> neem ~ contact, stuur ik je/u/jullie/het/de, zal ik je/u ~ <give>, krijg je ~ van, dan stuur/bel/mail/maak/regel/vraag/breng/zoek/kom ik, <i> vraag ~ na, <i> ~ laat ~ weten, en laat ~ weten,
        <i> kom morgen/maandag/dinsdag/woensdag/donderdag/vrijdag/vandaag, <i> breng je/u/jullie, <i> kom ~ langs, <i> kom volgende/deze,
        <i> sturen je/u/jullie/het/de, <i> plan een/het`,
    },
    { tag: 'not-promise', strong: 'zal ik, ik zal eerlijk, ik zal zeggen, we zullen zien, ik laat je zien' },
    {
      tag: 'request',
      strong: `kun/kunt/kan je/jij/u ~ ~ <give>, zou je/jij/u ~ ~ <give>, zou je/u, wil je/jij/u ~ <give>, graag ontvangen, stuur me/mij/ons,
        ^ laat ~ weten, bel me/mij/ons morgen/maandag/dinsdag/woensdag/donderdag/vrijdag/volgende/terug/na/voor, mag ik ~ hebben/ontvangen, kunnen we ~ krijgen`,
    },
    {
      tag: 'need',
      strong: `<i> heb/hebben ~ nodig, <i> zoek/zoeken een/iemand/iets, <i> zijn op zoek, het probleem is, mijn/ons/grootste probleem,
        <i> mis/missen, kost ons/me/mij/te/veel, werkt niet, het duurt te, <i> loop/lopen ~ tegen, <i> verlies/verliezen,
        niemand weet, <i> loop/lopen ~ achter, geen tijd/geld/mensen/ruimte/overzicht/zicht, niemand heeft ~ gebeld/verteld/gezegd, te langzaam/traag/duur/laat/ingewikkeld/moeilijk, met de hand, handmatig, <i> heb/hebben ~ last,
        <i> wil/willen een/meer/minder/dat/iets/weten, wil ik dat, kan/kunnen ik/we/wij niks/niets mee, kan ik er niks/niets mee,
        <i> wil/willen _ ~ kunnen, was er maar`,
      fair: 'lastig, moeilijk, vervelend, gedoe, probleem, problemen, we willen graag, we kunnen niet',
    },
    { tag: 'not-need', strong: 'geen probleem, niet nodig, geen last, niet te' },
    { tag: 'implication', strong: 'daardoor, dat betekent dat, dan moet ik, kost ons, met als gevolg, klant/klanten kwijt, uur per week' },
    {
      tag: 'feeling',
      strong: `<i> ben/was/voel/voelde ~ <mood>, <i> zijn ~ <mood>, ik maak me zorgen, <i> maken ons zorgen, ik lig wakker, ik word ~ van,
        het frustreert, ik vind het fijn/vervelend/jammer/erg/geweldig/spannend, ik heb er geen vertrouwen, <i> lig/liggen wakker, dat geeft rust`,
    },
    { tag: 'not-feeling', strong: 'ik ben bang dat ik, blij je te' },
    { tag: 'thanks', strong: 'dank je, dank u, dankjewel, bedankt, dankuwel, dank' },
    {
      tag: 'affirmation',
      strong:
        'goed punt, goede vraag, goed idee, dat klopt, helemaal mee eens, logisch, goed gedaan, ^ precies, ^ prima, ^ inderdaad, knap, je hebt gelijk',
    },
    {
      tag: 'advice',
      strong:
        'je zou kunnen, je zou moeten, ik zou, ik raad, mijn advies, heb je overwogen, heb je gedacht, je kunt beter, waarom ga je niet, we zouden kunnen, misschien kun je',
      fair: 'laten we, je moet, we moeten',
    },
    {
      tag: 'smalltalk',
      strong:
        'hoe gaat het $, hoe gaat het met je/jou/u/jullie, goedemorgen, goedemiddag, goedenavond, hallo, ^ hoi, ^ dag, fijn weekend, fijne dag, prettig weekend, tot ziens, tot straks, het weer, leuk je te, hoe was je weekend, leuk weekend, doei',
    },
    {
      tag: 'self-disclosure',
      strong:
        'mijn vrouw/man/zoon/dochter/kinderen/moeder/vader/hond/kat/gezin/partner, toen ik, vroeger, ik woon, ik kom uit, in mijn vrije tijd',
      fair: 'thuis, voor mij',
    },
    {
      tag: 'pitch.expertise',
      strong:
        'onze klanten/ervaring/specialisten/experts/mensen, jaar ervaring, we hebben ~ geholpen, wij hebben ~ ~ geholpen, we werken met/voor, wij werken met/voor, gespecialiseerd, marktleider, bedrijven zoals, andere klanten',
    },
    {
      tag: 'pitch.mission',
      strong:
        'onze missie, onze visie, ons bedrijf, onze waarden, wij geloven, we geloven, opgericht, we zijn begonnen, ons verhaal, waar we voor staan, onze oprichter',
    },
    {
      tag: 'pitch.features',
      strong:
        'ons product/platform/systeem, onze app/tool/software/oplossing/dienst/sensor/sensoren/module, daarmee kun/kunt je/u, hiermee kun/kunt je/u, je kunt ermee, automatisch, het platform, het dashboard, wij bieden, we bieden, integreert, koppeling, ingebouwd, met één klik, realtime',
    },
    { tag: 'condition', strong: 'als, mits, tenzij' },
  ],
};
