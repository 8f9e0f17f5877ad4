import type { importReasons as en } from '../en/import-reasons.ts';

type Params = Record<string, string | number> | undefined;
const said = (params: Params, name: string) => String(params?.[name] ?? '');
const many = (n: number, one: string, more: string) => (n === 1 ? `één ${one}` : `${n} ${more}`);
const cell = (params: Params) => {
  const column = said(params, 'column');
  return `“${said(params, 'value')}”${column ? ` in ${column}` : ''}`;
};

const files: typeof en = {
  'file.known': (p) =>
    said(p, 'known') === said(p, 'of')
      ? `Alle ${said(p, 'of')} koppen zijn bekend.`
      : `${said(p, 'known')} van ${said(p, 'of')} koppen zijn bekend.`,
  'file.by-content': () => 'Herkend aan wat erin staat.',
  'file.guessed': (p) => `${said(p, 'known')} van ${said(p, 'of')} koppen zijn duidelijk.`,
  'file.unclear': (p) => `Geen van de ${said(p, 'of')} koppen is duidelijk.`,
  'file.users': () => 'Wie zich waarover ontfermt. De namen dienen voor de andere bestanden; verder komt er niets uit binnen.',
  'file.ties': () => 'Alleen banden: wie bij welke deal hoort.',
  'file.left-out': (p) =>
    ({
      tickets: 'Tickets van een helpdesk. Die haalt Heed nog niet binnen.',
      marketing: 'Wie welke nieuwsbrief opende. Dat bewaart Heed niet over mensen.',
      products: 'Producten en prijslijsten. Die zijn niemands verhaal.',
      history: 'Wie wanneer welk veld wijzigde. Dat blijft achter.',
      system: 'Instellingen van het andere programma.',
      twin: 'Hetzelfde als een ander bestand hier, dat meer zegt.',
    })[said(p, 'what')] ?? 'Er staat niets over mensen in.',
  'file.empty': () => 'Het bestand is leeg.',
  'file.no-rows': () => 'Koppen, en geen rij eronder.',
  'file.not-a-list': () => 'Een plaatje, een document of een programma: niets met gegevens.',
  'file.others': (p) => `${many(Number(p?.n ?? 0), 'ander bestand', 'andere bestanden')} uit het archief zonder gegevens.`,
  'file.too-wide': (p) => `Meer dan ${said(p, 'most')} kolommen. Haal er een paar uit en sleep het opnieuw hierheen.`,
  'file.too-large': (p) => `Groter dan ${said(p, 'most')} MB. Splits het en sleep de delen hierheen.`,
  'file.bomb': () => 'Uitgepakt is het veel groter dan het zegt, dus er is niets van gelezen.',
  'file.locked': () => 'Op slot met een wachtwoord. Bewaar het zonder en sleep het opnieuw hierheen.',
  'file.damaged': () => 'Afgekapt of kapot. Exporteer het opnieuw en sleep het hierheen.',
  'file.too-deep': () => 'Een archief in een archief in een archief. Pak het één keer uit en sleep de inhoud hierheen.',
  'file.another-kind': (p) =>
    `${p?.what === 'archive' ? 'Dit soort archief' : said(p, 'what') || 'Dit soort bestand'} kan niet gelezen worden. Bewaar het als XLSX of CSV.`,
};

const rows: typeof en = {
  'row.id-only': () => 'Een rij met een id en verder niets.',
  'row.nameless': () => 'Geen naam, en ook geen adres, nummer of profiel.',
  'row.untitled': () => 'Nergens staat hoe het heet.',
  'row.says-nothing': () => 'Er staat niets in.',
  'row.deleted': () => 'Daar al verwijderd.',
  'row.converted': () => 'Een lead die daar een contact werd; het contact komt binnen.',
  'row.cancelled': () => 'Het ging niet door.',
  'row.older': () => 'Een oudere stand van iets verderop.',
  'row.unreadable': (p) => `Niet te lezen als gegeven${p?.why ? ` (${said(p, 'why')})` : ''}.`,
  'row.too-long': (p) => `Langer dan ${said(p, 'most')} MB.`,
  'row.ragged': (p) => `${said(p, 'cells')} cellen onder ${said(p, 'headings')} koppen; wat er staat is gelezen.`,
  'row.quote-open': () => 'Een aanhalingsteken gaat nergens dicht; de regel is gelezen zoals hij er staat.',
  'row.quotes-odd': () => 'Aanhalingstekens in een cel zijn als tekst gelezen.',
  'cell.too-long': (p) => `${said(p, 'column')} is afgekapt bij ${said(p, 'most')} MB.`,
  'name.not-one': (p) => `${cell(p)} is geen naam.`,
  'email.not-one': (p) => `${cell(p)} is geen e-mailadres.`,
  'phone.not-one': (p) => `${cell(p)} is geen telefoonnummer.`,
  'link.not-one': (p) => `${cell(p)} is geen webadres.`,
  'date.not-one': (p) => `${cell(p)} is geen datum.`,
  'date.which-way': (p) => `${cell(p)} kan twee dagen zijn; zeg wat voorop staat, dag of maand.`,
  'amount.not-one': (p) => `${cell(p)} is geen bedrag.`,
  'tie.several': (p) => `${cell(p)} noemt er meer; de eerste is genomen.`,
  'photo.not-one': (p) => `De foto is er geen, of groter dan ${said(p, 'most')} MB.`,
  'event.repeats': () => 'Het herhaalt zich; alleen de eerste komt binnen.',
  'time.zone-unknown': (p) => `Niemand kent de tijdzone ${said(p, 'zone')}; gelezen als wereldtijd.`,
};

const decisions: typeof en = {
  new: (p) => {
    const ways = [
      Number(p?.emails ?? 0) > 0 ? many(Number(p?.emails), 'adres', 'adressen') : '',
      Number(p?.phones ?? 0) > 0 ? many(Number(p?.phones), 'telefoonnummer', 'telefoonnummers') : '',
    ].filter(Boolean);
    return ways.length > 0 ? `Nieuw, met ${ways.join(' en ')}.` : 'Nieuw.';
  },
  changes: (p) => `Wijzigt: ${said(p, 'fields')}.`,
  perhaps: (p) => `Nieuw, maar misschien ${said(p, 'name')}. Beide blijven tot je gekeken hebt.`,
  'left-out': () => 'Een van jullie liet deze rij weg.',
  erased: () => 'Deze persoon vroeg om gewist te worden. Dat blijft zo.',
  'with-nobody': () => 'Met niemand die we kennen.',
  'organisation-missing': (p) => `De organisatie ${said(p, 'name')} staat in geen van de bestanden; het komt zonder binnen.`,
  'person-missing': (p) => `De persoon ${said(p, 'name')} staat in geen van de bestanden; het komt zonder binnen.`,
  'deal-missing': (p) => `De deal ${said(p, 'name')} staat in geen van de bestanden; het komt zonder binnen.`,
  'organisation-ambiguous': (p) => `Twee organisaties heten ${said(p, 'name')}; het komt zonder binnen.`,
  'person-ambiguous': (p) => `Twee mensen heten ${said(p, 'name')}; het komt zonder binnen.`,
  'deal-ambiguous': (p) => `Twee deals heten ${said(p, 'name')}; het komt zonder binnen.`,
  'email-taken': (p) => `${said(p, 'email')} is al van ${p?.name ? said(p, 'name') : 'iemand anders'} en blijft daar.`,
};

const cells: typeof en = {
  'was-empty': () => 'was leeg, dus nu ingevuld',
  'is-added': () => 'komt bij wat er al staat',
  'files-word': () => 'het woord van het bestand',
  'yours-stays': () => 'het jouwe blijft',
};

const kept: typeof en = {
  'kept-changed': () => 'sindsdien gewijzigd',
  'kept-tied': () => 'er hangt sindsdien iets van jullie aan',
};

export const importReasons: typeof en = { ...files, ...rows, ...decisions, ...cells, ...kept };
