import type { trouble as en } from '../en/trouble.ts';

export const trouble: typeof en = {
  title: 'Deze pagina kon niet worden getoond.',
  missing: 'Hier is niets.',
  missingWhy: 'Het adres is misschien verkeerd getypt, of wat hier stond is weggehaald.',
  unreachable: 'Heed gaf geen antwoord. Misschien start het opnieuw; wat je typte is niet weg.',
  broke:
    'Er ging iets mis aan onze kant. Er is niets veranderd. Probeer het opnieuw; blijft het zo, zeg het dan aan wie deze Heed beheert.',
  again: 'Opnieuw proberen',
  toToday: 'Naar Vandaag',
};
