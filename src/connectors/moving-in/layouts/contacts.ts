import type { Layout } from './layout.ts';
import { columnsOf, mustHave } from './layout.ts';

/** What a network exports of whom one is connected with. Translated accounts translate the headings; most addresses are left empty by those who own them. */
const linkedin: Layout = {
  source: 'linkedin',
  object: 'person',
  externalObject: 'connection',
  must: mustHave(
    'First Name | Vorname | Voornaam | Prénom | Nombre | Nome',
    'Last Name | Nachname | Achternaam | Nom | Nom de famille | Apellidos | Apellido | Cognome | Sobrenome',
    'URL | Profil-URL | URL du profil | URL del perfil',
    'Connected On | Vernetzt am | Kontakt seit | Verbunden am | Gekoppeld op | Verbonden op | Connectie sinds | Connecté le | Connectée le | En relation depuis | Date de connexion | Conectado el | Fecha de conexión | Conexión el | Position | Poste | Cargo | Functie',
    'Company | Unternehmen | Firma | Bedrijf | Entreprise | Société | Empresa | Azienda',
  ),
  columns: columnsOf(`
First Name | Vorname | Voornaam | Prénom | Nombre | Nome = givenName
Last Name | Nachname | Achternaam | Nom | Nom de famille | Apellidos | Apellido | Cognome | Sobrenome = familyName
URL | Profil-URL | URL du profil | URL del perfil = links.linkedin
Email Address | E-Mail-Adresse | E-mailadres | Adresse e-mail | Dirección de correo electrónico | Correo electrónico | Email = emails
Company | Unternehmen | Firma | Bedrijf | Entreprise | Société | Empresa | Azienda = organisation.name
Position | Poste | Cargo | Puesto | Functie | Stelle = roleTitle
Connected On | Vernetzt am | Kontakt seit | Verbunden am | Gekoppeld op | Verbonden op | Connectie sinds | Connecté le | Connectée le | En relation depuis | Date de connexion | Conectado el | Fecha de conexión | Conexión el = createdAt
`),
};

const GOOGLE = columnsOf(`
Name = name
File As = nothing
First Name | Given Name = givenName
Middle Name | Additional Name = middleName
Last Name | Family Name = familyName
Nickname = nickname
Birthday = dates.birthday
Notes = about
Labels | Group Membership = tags
Organization Name | Organization 1 - Name = organisation#1.name
Organization Title | Organization 1 - Title = organisation#1.title
Organization Department | Organization 1 - Department = custom
Phonetic First Name | Phonetic Middle Name | Phonetic Last Name | Given Name Yomi | Family Name Yomi | Additional Name Yomi | Yomi Name | Initials | Short Name | Maiden Name | Photo | Billing Information | Directory Server | Mileage | Sensitivity | Priority | Organization 1 - Type | Organization 1 - Yomi Name | Organization 1 - Symbol | Organization 1 - Location | Organization 1 - Job Description = nothing
Name Prefix | Name Suffix | Occupation | Hobby | Gender | Language | Subject | Location = custom
`);

const GOOGLE_GROUPS: Record<string, string> = { email: 'emails', phone: 'phones', website: 'links', address: 'addresses' };
const GOOGLE_PARTS: Record<string, string> = {
  value: 'value',
  type: 'label',
  label: 'label',
  street: 'street',
  city: 'place',
  region: 'region',
  postalcode: 'postcode',
  country: 'country',
};

/** `E-mail 1 - Value` and `E-mail 1 - Type` (since 2024 `Label`) go together. */
function googleField(key: string): string | null {
  const found = /^(email|phone|website|address|event|customfield|relation|externalid|im)(\d+)(\w+)$/.exec(key);
  if (!found) return null;
  const [, what = '', n = '', part = ''] = found;
  const group = GOOGLE_GROUPS[what];
  if (group) return GOOGLE_PARTS[part] ? `${group}#${n}.${GOOGLE_PARTS[part]}` : 'nothing';
  return part === 'value' ? (what === 'event' ? 'dates.other' : 'custom') : 'nothing';
}

const google: Layout = {
  source: 'google',
  object: 'person',
  externalObject: 'contact',
  must: mustHave(
    'First Name | Given Name | Name',
    'E-mail 1 - Value | Phone 1 - Value | E-mail 1 - Type | E-mail 1 - Label | Group Membership | Labels',
    'Labels | Group Membership | Given Name | Phonetic First Name | E-mail 1 - Value',
  ),
  columns: GOOGLE,
  fieldOf: googleField,
};

/** English, German and Dutch headings; others of its many are left out or kept as they are. */
const outlook: Layout = {
  source: 'outlook',
  object: 'person',
  externalObject: 'contact',
  must: mustHave(
    'First Name | Vorname | Voornaam',
    'Last Name | Nachname | Achternaam',
    'E-mail Address | E-Mail-Adresse | E-mailadres | E-mail 2 Address | E-Mail 2: Adresse | E-mailadres 2 | Business Phone | Telefon geschäftlich | Telefoon op werk',
    'E-mail Display Name | Business Street | Business Phone | Business City | Home Street | Web Page | Straße geschäftlich | Telefon geschäftlich | Weitere Vornamen | Werkadres, straat | Telefoon op werk | E-mail, weergavenaam | Adres werk, straat | E-Mail: Angezeigter Name',
  ),
  columns: columnsOf(`
First Name | Vorname | Voornaam = givenName
Middle Name | Weitere Vornamen | Middelste naam | Tussenvoegsel = middleName
Last Name | Nachname | Achternaam = familyName
Nickname | Spitzname | Bijnaam = nickname
Company | Firma | Bedrijf = organisation.name
Department | Abteilung | Afdeling | Title | Anrede | Titel | Suffix | Achtervoegsel | Spouse | Partner/in | Partner | Children | Kinder | Kinderen | Hobby | Profession | Beruf | Beroep = custom
Job Title | Position | Functie = roleTitle
Business Phone | Telefon geschäftlich | Telefoon op werk | Business Phone 2 | Telefon geschäftlich 2 | Telefoon op werk 2 | Company Main Phone = phones.work
Home Phone | Telefon privat | Telefon (privat) | Telefoon thuis | Home Phone 2 | Telefon privat 2 | Telefoon thuis 2 = phones.home
Mobile Phone | Mobiltelefon | Mobiele telefoon = phones.mobile
Primary Phone | Haupttelefon | Hoofdtelefoon | Other Phone | Weiteres Telefon | Andere telefoon | Car Phone | Autotelefon | Autotelefoon = phones.other
E-mail Address | E-Mail-Adresse | E-mailadres = emails
E-mail 2 Address | E-Mail 2: Adresse | E-mail 3 Address | E-Mail 3: Adresse | E-mailadres 2 | E-mailadres 3 = emails.other
Web Page | Webseite | Webpagina | Personal Web Page = links.website
Business Street | Straße geschäftlich | Werkadres, straat | Adres werk, straat | Business Street 2 = addresses.work.street
Business City | Ort geschäftlich | Werkadres, plaats | Adres werk, plaats = addresses.work.place
Business State | Region geschäftlich | Bundesland/Kanton geschäftlich | Werkadres, provincie | Adres werk, provincie = addresses.work.region
Business Postal Code | Postleitzahl geschäftlich | Werkadres, postcode | Adres werk, postcode = addresses.work.postcode
Business Country/Region | Business Country | Land/Region geschäftlich | Land geschäftlich | Werkadres, land/regio | Werkadres, land | Adres werk, land = addresses.work.country
Home Street | Straße privat | Huisadres, straat | Adres thuis, straat = addresses.home.street
Home City | Ort privat | Huisadres, plaats | Adres thuis, plaats = addresses.home.place
Home State | Region privat | Bundesland/Kanton privat | Huisadres, provincie | Adres thuis, provincie = addresses.home.region
Home Postal Code | Postleitzahl privat | Huisadres, postcode | Adres thuis, postcode = addresses.home.postcode
Home Country/Region | Home Country | Land/Region privat | Land privat | Huisadres, land/regio | Huisadres, land | Adres thuis, land = addresses.home.country
Birthday | Geburtstag | Verjaardag = dates.birthday
Anniversary | Jahrestag | Trouwdag | Speciale datum = dates.anniversary
Notes | Notizen | Notities = about
Categories | Kategorien | Categorieën = tags
Manager's Name | Name des/der Vorgesetzten | Naam manager = reportsTo.name
E-mail Type | E-mail Display Name | E-mail 2 Type | E-mail 2 Display Name | E-mail 3 Type | E-mail 3 Display Name | E-Mail-Typ | E-Mail: Angezeigter Name | E-Mail 2: Typ | E-Mail 2: Angezeigter Name | E-mailtype | E-mail, weergavenaam | Initials | Initialen | Priority | Priorität | Prioriteit | Private | Privat | Privé | Sensitivity | Vertraulichkeit | Gevoeligheid | Directory Server | Mileage | Reisekilometer | Billing Information | Gender | Geschlecht | Geslacht | Language | Sprache | Schedule+ = nothing
Business Fax | Home Fax | Other Fax | Fax geschäftlich | Fax privat | Fax op werk | Fax thuis | Pager | Telex | ISDN | TTY/TDD Phone | Callback | Assistant's Phone | Assistant's Name | Keywords | Location = custom
`),
};

/** Version 4 gave a sheet of contacts; a tool of the house writes the same headings. */
const monica: Layout = {
  source: 'monica',
  object: 'person',
  externalObject: 'contact',
  must: mustHave(
    'first_name',
    'last_name',
    'nickname | stay_in_touch_frequency | last_talked_to | is_partial | food_preferences',
    'uuid | id | last_talked_to | job | food_preferences',
  ),
  columns: columnsOf(`
uuid | id = externalId
first_name = givenName
middle_name = middleName
last_name = familyName
nickname = nickname
job = roleTitle
company = organisation.name
description = about
email = emails
phone = phones
birthdate | birthday = dates.birthday
tags = tags
created_at = createdAt
food_preferences | first_met_additional_info = custom
updated_at | account_id | vault_id | is_starred | is_partial | is_active | is_dead | last_talked_to | last_consulted_at | number_of_views | stay_in_touch_frequency | stay_in_touch_trigger_date | vcard | distant_etag | default_avatar_color = nothing
`),
};

export const CONTACTS: Layout[] = [linkedin, google, monica, outlook];
