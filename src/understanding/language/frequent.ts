import type { Language } from '#model/language.ts';

/** The words that are said most in each language, whatever it is about. A word of several languages speaks for each of them a little. */
const FREQUENT: [Exclude<Language, 'other'>, string][] = [
  [
    'en',
    `the of and a to in is you that it he was for on are as with his they i at be this have from or one had by but not what all were we when your
    can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look
    two more go see no way could people my than been who its now find did get come made may part me our just know think want need good yes yeah okay well
    right very here where why let us am don't it's that's i'm we're you're because really going thanks thank hello should also only still over after before`,
  ],
  [
    'nl',
    `de het een en van ik te dat die in is je niet zijn op aan met als voor er maar om dan zou of wat mijn men dit zo door over ze zich bij ook tot
    mij uit der daar naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen moet ben zonder
    kan hun dus alles onder ja nee eens hier wie werd altijd wordt wezen kunnen ons zelf tegen na reeds wil kon niets uw iemand geweest andere we wij jij
    jullie goed wel even gaan gaat komt waar waarom wanneer dank bedankt hallo dag maar was hij haar had zeg vind weet denk heel gewoon eigenlijk jou jouw`,
  ],
  [
    'de',
    `der die das und ist nicht ich wir sie es ein eine einen einem einer zu den dem des mit auf für von im in an auch sich dass daß hat haben habe
    hatte war waren wird werden wurde kann können könnte muss müssen soll sollte noch nur schon aber oder wenn dann weil als wie was wer wo wann warum
    mir mich dir dich ihm ihn ihr ihnen uns unser unsere euch mein meine dein deine sein seine kein keine nein ja doch mal sehr gut viel mehr hier da
    nach bei aus um über unter vor durch gegen ohne bis zum zur vom beim man so also jetzt heute morgen gestern immer wieder bitte danke genau gibt
    geht machen gemacht sagen gesagt denke glaube weiß wissen etwas nichts alles guten tag hallo bin bist sind seid würde würden hätte möchte wollen`,
  ],
  [
    'fr',
    `le la les un une des de du et est à il elle on nous vous ils elles je tu ne pas que qui quoi dont où en dans par pour sur avec sans sous ce cet
    cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs au aux mais ou donc si plus moins très bien aussi comme tout tous toute
    toutes être avoir fait faire dit dire va vais allez peut peux pouvez doit faut sont était avait ont ai as avez sommes êtes suis y lui se me te
    c'est c' j' l' d' n' qu' s' m' t' oui non merci bonjour alors quand comment pourquoi combien parce encore déjà toujours jamais rien personne
    beaucoup peu chez entre après avant depuis ça cela voilà là ici même autre autres deux trois quel quelle temps chose`,
  ],
  [
    'es',
    `el la los las un una unos unas de del y e o que en es no se lo le les su sus por con para como más pero al si sí porque cuando donde dónde qué
    quién cuál cómo cuánto muy sin sobre entre hasta desde ya está están estoy estamos fue era ser soy eres somos son hay haber ha han he hemos tiene
    tengo tienen tenemos puede puedo podemos hacer hace hacemos decir dice voy va vamos todo todos toda todas esto eso este esta estos estas ese esa
    yo tú él ella nosotros ustedes usted ellos ellas mi mis tu tus nuestro nuestra me te nos también tampoco nunca siempre nada algo alguien mucho
    mucha poco bien bueno gracias hola aquí ahí allí ahora después antes entonces así otro otra cada dos tres día año creo quiero necesito`,
  ],
  [
    'it',
    `il lo la i gli le un uno una di del dello della dei degli delle e ed o che non è sono sei siamo siete era erano essere ha ho hai hanno abbiamo
    avete avere in nel nella nei nelle a al allo alla ai agli alle da dal dalla con su sul sulla per tra fra come più ma se anche perché quando dove
    chi cosa quale quanto io tu lui lei noi voi loro mi ti ci vi si mio mia tuo tua suo sua nostro nostra questo questa questi queste quello quella
    quelli molto poco bene buono sì no grazie ciao buongiorno allora adesso poi già ancora sempre mai niente qualcosa tutto tutti tutta fare fatto fa
    dire detto può posso possiamo devo deve dobbiamo vuole voglio c'è l' d' un' dell' nell' all' dall' quest' qui lì così ogni altro altra due tre`,
  ],
  [
    'pt',
    `o a os as um uma uns umas de do da dos das e ou que em no na nos nas é são foi era ser está estão estou estamos não sim se por para pelo pela com
    sem sobre entre até desde como mais mas muito muita pouco bem bom boa já ainda também só quando onde porque porquê quem qual quanto eu tu você
    vocês ele ela eles elas nós me te lhe meu minha seu sua nosso nossa isso isto este esta esse essa aquele aquela tem temos tenho têm ter há fazer
    faz feito dizer diz disse vai vou vamos pode posso podemos deve tudo todos todas nada algo alguém nunca sempre obrigado obrigada olá aqui ali lá
    agora depois antes então assim outro outra cada dois duas três dia ano ao à aos às num numa preciso quero acho gente`,
  ],
];

/** For which languages a word speaks, and how much: a word of three of them says a third for each. */
export const SPEAKS_FOR: ReadonlyMap<string, { languages: readonly Exclude<Language, 'other'>[]; each: number }> = planted();

function planted() {
  const by = new Map<string, Exclude<Language, 'other'>[]>();
  for (const [language, words] of FREQUENT)
    for (const word of new Set(words.split(/\s+/))) by.set(word, [...(by.get(word) ?? []), language]);
  return new Map([...by].map(([word, languages]) => [word, { languages, each: 1 / languages.length }]));
}
