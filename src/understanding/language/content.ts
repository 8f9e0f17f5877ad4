/** Words that carry no subject of their own, English and Dutch. */
const EMPTY = new Set(
  `a an the and or but so if then than that this these those there here it its he she they them his her their we us our i me my you your yours mine who what which when where why how
  is are was were be been being am do does did done have has had having will would can could should shall may might must not no yes yeah okay right well like know think mean say said thing things
  something anything everything nothing some any all one two lot bit much many more most very too just now still again also even only about for from with without into onto over under of to in on at by as up out off
  get got go going gone come make makes made take want need let see look looking sort kind way time good great because really actually
  de het een en of maar dus als dan dat dit deze die er hier ik me mij mijn je jij jouw jullie u uw hij zij ze zijn haar hun we wij ons onze wie wat welke wanneer waar waarom hoe ben bent is was waren
  heb hebt heeft hebben had zal zullen zou kan kunnen moet moeten mag niet geen ja nee ook nog wel even gewoon eigenlijk heel veel meer iets niets alles voor van met naar op in aan bij om te door over uit goed doen gaan gaat komt`.split(
    /\s+/,
  ),
);

/** Does this word say what a sentence is about? */
export function isContent(word: string): boolean {
  return word.length > 2 && !EMPTY.has(word);
}

/** A rough stem, so that "reports" and "reporting" meet "report"; Dutch plurals likewise. */
export function stemOf(word: string): string {
  for (const ending of ['ingen', 'ings', 'ing', 'ies', 'ied', 'ers', 'en', 'ed', 'es', 'er', 's', 'e', 'y'])
    if (word.length - ending.length >= 4 && word.endsWith(ending)) return word.slice(0, -ending.length);
  return word;
}
