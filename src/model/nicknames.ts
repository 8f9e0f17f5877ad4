/** What friends call somebody, by the name it stands for: English and Dutch. A short form of several names stands for the commonest. */
const SHORT_FORMS: Record<string, string> = {
  thomas: 'tom tommy thom',
  elizabeth: 'liz lizzie beth betty eliza libby bess',
  grace: 'gracie',
  tobias: 'toby tobie',
  william: 'will bill billy willy liam',
  robert: 'rob bob bobby robbie bert',
  richard: 'rick dick richie ricky',
  james: 'jim jimmy jamie',
  margaret: 'maggie meg peggy marge greet',
  catherine: 'kate cathy katie kathy katherine kathryn catharina trijn',
  michael: 'mike mick mickey',
  christopher: 'chris kit topher',
  nicholas: 'nick nicky nicolas',
  anthony: 'tony anton',
  alexander: 'alex sandy lex sander',
  daniel: 'dan danny',
  matthew: 'matt matty',
  joseph: 'joe joey',
  samuel: 'sam sammy',
  benjamin: 'ben benny',
  edward: 'ed eddie ted ned',
  andrew: 'andy drew',
  david: 'dave davy',
  stephen: 'steve steven stevie',
  gregory: 'greg',
  jeffrey: 'jeff geoff geoffrey',
  patricia: 'pat patty trish tricia',
  jennifer: 'jen jenny',
  susan: 'sue susie suzy',
  rebecca: 'becky becca',
  jessica: 'jess jessie',
  deborah: 'deb debbie debra',
  victoria: 'vicky tori',
  johannes: 'jan hans johan joop',
  hendrik: 'henk rik',
  pieter: 'piet pete peter',
  cornelis: 'kees cor',
  jacobus: 'jaap koos',
  wilhelmina: 'wil mien willemijn',
  gerardus: 'gerard geert',
  antonius: 'toon ton teun',
};

const FULL = new Map(Object.entries(SHORT_FORMS).flatMap(([full, short]) => short.split(' ').map((one) => [one, full] as const)));

/** The name a short form stands for (lower case, Latin letters); any other word as it is. */
export function fullNameOf(word: string): string {
  return FULL.get(word) ?? word;
}

/** All the forms of a given name, the full one first; the word itself when it has no others. */
export function formsOf(word: string): string[] {
  const full = fullNameOf(word);
  return [full, ...(SHORT_FORMS[full]?.split(' ') ?? [])];
}
