import type { refusal as en } from '../en/refusal.ts';

export const refusal: typeof en = {
  bug: ({ id }) => `Er ging iets mis aan onze kant. Er is niets veranderd. Gebeurt het nog eens, meld het dan met dit nummer: ${id}.`,
  UNAUTHORIZED: 'Je bent uitgelogd. Log opnieuw in om verder te gaan.',
  INVALID_EMAIL_OR_PASSWORD: 'Dat e-mailadres en wachtwoord horen niet bij elkaar.',
  INVALID_EMAIL: 'Dat is geen volledig e-mailadres.',
  PASSWORD_TOO_SHORT: 'Een wachtwoord heeft minstens 12 tekens.',
  PASSWORD_TOO_LONG: 'Een wachtwoord heeft hoogstens 256 tekens.',
  USER_ALREADY_EXISTS: 'Iemand heeft al een account met dat e-mailadres. Log daarmee in.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'Iemand heeft al een account met dat e-mailadres. Log daarmee in.',
  TOO_MANY_REQUESTS: 'Te veel pogingen. Wacht een minuut en probeer het opnieuw.',
  BAD_REQUEST: 'Heed kon niet lezen wat er werd gestuurd. Kijk na wat je hebt ingevuld.',
  'may.setup-token': 'Het eerste account heeft de sleutel nodig die Heed bij het starten toonde.',
  'may.invitation': 'Een account begint met een uitnodiging. Vraag een eigenaar van deze Heed om een nieuwe link.',
  'may.other-origin': 'Dit verzoek kwam van een andere site, dus er is niets gedaan.',
};
