import { columnsOf } from './layouts/layout.ts';

/** What headings are called in English, Dutch, German, French and Spanish, for files that no known program wrote. */

export const PERSON_WORDS = columnsOf(`
Full name | Name | Contact name | Contact | Display name | Person | Naam | Volledige naam | Contactpersoon | Vollständiger Name | Ansprechpartner | Kontakt | Anzeigename | Nom complet | Nom et prénom | Nombre completo | Nombre y apellidos | Contacto | Attendee name | Lead name | Customer name | Klantnaam | Kundenname = name
First name | Firstname | Given name | Forename | First | fname | Voornaam | Roepnaam | Vorname | Rufname | Prénom | Primer nombre | Nombre = givenName
Middle name | Additional name | Tussenvoegsel | Zweiter Vorname | Weitere Vornamen | Deuxième prénom | Segundo nombre = middleName
Last name | Lastname | Family name | Surname | Last | lname | Achternaam | Familienaam | Nachname | Familienname | Zuname | Nom de famille | Nom | Apellido | Apellidos = familyName
Nickname | Bijnaam | Spitzname | Surnom | Apodo | Known as | Preferred name = nickname
Pronouns | Voornaamwoorden | Pronomen | Pronoms | Pronombres = pronouns
Job title | Title | Position | Role | Function | Occupation | Functie | Functietitel | Functie-omschrijving | Rol | Beroep | Position im Unternehmen | Berufsbezeichnung | Funktion | Stelle | Poste | Fonction | Titre | Intitulé du poste | Cargo | Puesto | Profesión = roleTitle
Email | E-mail | Email address | E-mail address | Mail | E-mailadres | Mailadres | E-Mail-Adresse | Emailadresse | Adresse e-mail | Courriel | Adresse électronique | Correo | Correo electrónico | Dirección de correo electrónico | Primary email | Email 1 = emails
Work email | Business email | Zakelijk e-mailadres | E-mail geschäftlich | Geschäftliche E-Mail | E-mail professionnel | Correo de trabajo = emails.work
Personal email | Private email | Home email | Privé e-mail | E-mail privat | Private E-Mail | E-mail personnel | Correo personal = emails.home
Other email | Email 2 | Email 3 | Secondary email | Second email | Alternate email | Additional email | Additional emails | E-mail 2 | E-mail 3 = emails.other
Phone | Phone number | Telephone | Telephone number | Tel | Phone 1 | Telefoon | Telefoonnummer | Telefonnummer | Telefon | Téléphone | Numéro de téléphone | Teléfono | Número de teléfono | Primary phone = phones
Work phone | Business phone | Office phone | Office | Telefoon werk | Zakelijk telefoonnummer | Telefon geschäftlich | Telefon (geschäftlich) | Téléphone professionnel | Teléfono del trabajo = phones.work
Mobile | Mobile phone | Mobile number | Cell | Cell phone | Cellphone | Mobiel | Mobiel nummer | Gsm | Handy | Mobil | Mobiltelefon | Mobilnummer | Portable | Téléphone portable | Móvil | Celular | Teléfono móvil = phones.mobile
Home phone | Private phone | Telefoon thuis | Telefoon privé | Telefon privat | Téléphone domicile | Teléfono particular = phones.home
Other phone | Phone 2 | Second phone | Telefoon 2 | Fax | Fax number | Faxnummer | Télécopie = phones.other
Whatsapp | Whatsapp number | Whatsapp nummer = phones.whatsapp
Website | Web site | Url | Web page | Homepage | Webseite | Site web | Sitio web | Página web | Web = links.website
Linkedin | Linkedin url | Linkedin profile | Linkedin profile url | Profile url | Linkedin link | Person linkedin url = links.linkedin
Twitter | Twitter url | X = links.twitter
Facebook | Facebook url = links.facebook
Instagram = links.instagram
Github = links.github
Lives in | Location | Woonplaats | Wohnort | Lieu de résidence | Lugar de residencia = livesIn
Address | Street | Street address | Address 1 | Address line 1 | Adres | Straat | Straat en huisnummer | Straatnaam | Adresse | Straße | Strasse | Straße und Hausnummer | Rue | Dirección | Calle | Mailing street | Address 2 | Address line 2 | Huisnummer | Hausnummer = addresses.street
City | Town | Plaats | Stad | Ort | Stadt | Ville | Ciudad | Población | Mailing city = addresses.place
State | Region | Province | County | Provincie | Bundesland | Région | Provincia | Estado | Mailing state = addresses.region
Zip | Zip code | Postal code | Postcode | Post code | PLZ | Postleitzahl | Code postal | Código postal | Mailing zip = addresses.postcode
Country | Land | Pays | País | Mailing country = addresses.country
Birthday | Birth date | Birthdate | Date of birth | Dob | Verjaardag | Geboortedatum | Geburtstag | Geburtsdatum | Anniversaire | Date de naissance | Cumpleaños | Fecha de nacimiento = dates.birthday
Anniversary | Wedding anniversary | Trouwdag | Jahrestag | Hochzeitstag | Anniversaire de mariage | Aniversario = dates.anniversary
Company | Company name | Organisation | Organization | Organisation name | Organization name | Account | Account name | Employer | Business | Firm | Bedrijf | Bedrijfsnaam | Organisatie | Werkgever | Firma | Firmenname | Unternehmen | Arbeitgeber | Organisation/Firma | Société | Entreprise | Organisme | Employeur | Empresa | Nombre de la empresa | Organización | Compañía | School = organisation.name
Company id | Organisation id | Organization id | Account id = organisation.externalId
Company domain | Company website | Company domain name | Domain | Domein | Bedrijfswebsite | Firmenwebsite = organisation.domain
Manager | Reports to | Boss | Supervisor | Leidinggevende | Vorgesetzter | Responsable | Jefe = reportsTo.name
Type | Contact type | Relationship | Relationship type | Lifecycle stage | Category type | Soort | Soort relatie | Relatie | Beziehung | Kontaktart | Relation | Relación | Kind = kinds
Notes | Note | Comments | Comment | Remarks | Description | About | Bio | Background | Background info | Notities | Notitie | Opmerkingen | Opmerking | Toelichting | Omschrijving | Notizen | Notiz | Bemerkung | Bemerkungen | Kommentar | Beschreibung | Remarques | Commentaires | Commentaire | Notas | Observaciones | Comentarios | Descripción = about
Id | Record id | Contact id | Person id | External id | Uuid | Uid | Customer id | Lead id | Klantnummer | Kundennummer | Numéro client | Número de cliente | Customer number = externalId
Owner | Contact owner | Account owner | Account manager | Sales rep | Assigned to | Responsible | Accountmanager | Eigenaar | Verantwoordelijke | Besitzer | Zuständig | Betreuer | Propriétaire | Commercial | Propietario | Responsable de cuenta | Lead owner = owner
Created | Created at | Created on | Create date | Creation date | Date created | Date added | Added | Added on | Aangemaakt | Aangemaakt op | Aanmaakdatum | Erstellt | Erstellt am | Erstellungsdatum | Créé le | Date de création | Creado | Creado el | Fecha de creación | Connected on = createdAt
Tags | Tag | Labels | Label | Groups | Group | Categories | Category | Segment | Lists | Categorie | Categorieën | Groep | Groepen | Kategorie | Kategorien | Gruppe | Gruppen | Schlagwörter | Étiquettes | Catégories | Groupes | Etiquetas | Categorías | Grupos = tags
`);

export const ORGANISATION_WORDS = columnsOf(`
Name | Company | Company name | Organisation | Organization | Organisation name | Organization name | Account | Account name | Bedrijf | Bedrijfsnaam | Organisatie | Organisatienaam | Naam | Firma | Firmenname | Unternehmen | Société | Entreprise | Nom | Raison sociale | Empresa | Organización | Compañía | Razón social | Nombre = name
Domain | Company domain | Company domain name | Domein | Email domain | Domains = domains
Website | Web site | Url | Homepage | Web | Webseite | Site web | Sitio web | Página web | Company website = website
Phone | Phone number | Telephone | Tel | Telefoon | Telefoonnummer | Telefon | Telefonnummer | Téléphone | Teléfono | Main phone = phone
City | Town | Plaats | Stad | Vestigingsplaats | Ort | Stadt | Ville | Ciudad | Location | Headquarters = place
Country | Land | Pays | País = country
Industry | Sector | Branche | Bedrijfstak | Secteur | Industria | Sector de actividad = industry
Description | About | Notes | Comments | Notities | Opmerkingen | Omschrijving | Beschreibung | Notizen | Bemerkungen | Remarques | Notas | Descripción = about
Parent | Parent company | Parent account | Moederbedrijf | Muttergesellschaft | Société mère | Empresa matriz = parent.name
Id | Record id | Company id | Organisation id | Organization id | Account id | External id | Uuid | Customer id | Klantnummer | Kundennummer = externalId
Owner | Account owner | Account manager | Company owner | Assigned to | Eigenaar | Accountmanager | Besitzer | Zuständig | Propriétaire | Propietario = owner
Created | Created at | Created on | Create date | Creation date | Date created | Aangemaakt op | Erstellt am | Date de création | Fecha de creación = createdAt
Tags | Labels | Groups | Categories | Category | Categorie | Kategorie | Étiquettes | Etiquetas = tags
`);

export const DEAL_WORDS = columnsOf(`
Deal | Deal name | Deal title | Opportunity | Opportunity name | Title | Name | Kans | Verkoopkans | Titel | Chance | Verkaufschance | Opportunité | Affaire | Oportunidad | Negocio | Naam | Nom | Nombre = title
Pipeline | Trechter | Vertriebspipeline | Embudo = pipeline
Stage | Deal stage | Phase | Fase | Status stage | Verkaufsphase | Étape | Etapa | Sales stage = stage
Amount | Value | Deal value | Deal amount | Price | Revenue | Bedrag | Waarde | Omzet | Betrag | Wert | Umsatz | Montant | Valeur | Importe | Valor | Cantidad = amount
Currency | Valuta | Währung | Devise | Moneda | Divisa | Currency code = currency
Close date | Closing date | Expected close date | Expected close | Verwachte sluitdatum | Sluitingsdatum | Sluitdatum | Abschlussdatum | Erwartetes Abschlussdatum | Date de clôture | Date de clôture prévue | Fecha de cierre | Fecha prevista de cierre = closeOn
Status | Outcome | Result | Uitkomst | Ergebnis | Résultat | Resultado | Statut | Estado = ended
Won | Is won | Gewonnen | Gagné | Ganado = won
Lost | Is lost | Verloren | Perdu | Perdido = lost
Closed at | Closed on | Ended at | Gesloten op | Geschlossen am = endedAt
Won time | Won at | Won date | Gewonnen op | Gewonnen am = wonAt
Lost time | Lost at | Lost date | Verloren op | Verloren am = lostAt
Lost reason | Reason lost | Reason | Reden | Verlustgrund | Raison de la perte | Motivo de pérdida | Closed lost reason = endedWhy
Next step | Next steps | Volgende stap | Nächster Schritt | Prochaine étape | Próximo paso = nextStep
Description | Notes | Comments | About | Notities | Omschrijving | Opmerkingen | Beschreibung | Notizen | Remarques | Notas | Descripción = about
Company | Company name | Organisation | Organization | Account | Account name | Customer | Client | Bedrijf | Organisatie | Klant | Firma | Unternehmen | Kunde | Société | Entreprise | Empresa | Organización | Cliente = organisation.name
Company id | Organisation id | Organization id | Account id = organisation.externalId
Contact | Contact name | Contact person | Person | Contactpersoon | Persoon | Ansprechpartner | Kontakt | Personne | Contacto | Persona | Primary contact = people.name
Contact id | Person id = people.externalId
Email | E-mail | Contact email | Email address | E-mailadres | E-Mail-Adresse | Correo = people.email
Id | Record id | Deal id | Opportunity id | External id | Uuid = externalId
Owner | Deal owner | Opportunity owner | Account manager | Sales rep | Assigned to | Eigenaar | Besitzer | Zuständig | Propriétaire | Propietario | Responsable = owner
Created | Created at | Created on | Create date | Date created | Aangemaakt op | Erstellt am | Date de création | Fecha de creación | Deal created = createdAt
Tags | Labels | Label | Categories | Category = tags
`);

const TIES = `
Contact | Contact name | Contact person | Person | Name | With | Attendees | Participants | Contactpersoon | Persoon | Met | Naam | Deelnemers | Ansprechpartner | Kontakt | Mit | Teilnehmer | Personne | Participant | Contacto | Persona | Asistentes = people.name
Contact id | Person id = people.externalId
Email | E-mail | Contact email | Email address | E-mailadres | E-Mail-Adresse | Correo = people.email
Company | Company name | Organisation | Organization | Account | Account name | Bedrijf | Organisatie | Firma | Unternehmen | Société | Entreprise | Empresa | Organización = organisations.name
Company id | Organisation id | Organization id | Account id = organisations.externalId
Deal | Deal name | Opportunity | Kans | Verkaufschance | Affaire | Oportunidad = deals.name
Deal id | Opportunity id = deals.externalId
Id | Record id | External id | Uuid = externalId
Owner | Author | Created by | Assigned to | Assignee | Eigenaar | Auteur | Toegewezen aan | Besitzer | Verfasser | Zugewiesen an | Propriétaire | Assigné à | Propietario | Autor | Asignado a | User = owner
Created | Created at | Created on | Create date | Date created | Aangemaakt op | Erstellt am | Date de création | Fecha de creación = createdAt
Tags | Labels | Categories | Category = tags
`;

export const NOTE_WORDS = columnsOf(`${TIES}
Type | Kind | Activity type | Soort | Art | Tipo = kind
Subject | Title | Onderwerp | Titel | Betreff | Sujet | Objet | Titre | Asunto | Título = title
Note | Notes | Body | Note body | Content | Text | Message | Description | Comment | Notitie | Notities | Inhoud | Tekst | Bericht | Notiz | Notizen | Inhalt | Nachricht | Contenu | Texte | Contenido | Texto | Nota | Notas = body
Date | Activity date | Note date | When | Happened at | Timestamp | Datum | Wanneer | Date de l'activité | Fecha | Datetime = happenedAt
`);

export const TASK_WORDS = columnsOf(`${TIES}
Task | Task name | To do | Todo | Subject | Title | What | Taak | Onderwerp | Titel | Wat | Aufgabe | Betreff | Tâche | Sujet | Titre | Tarea | Asunto | Título = what
Notes | Note | Description | Details | Body | Notities | Omschrijving | Notizen | Beschreibung | Remarques | Notas | Descripción = about
Due | Due date | Due on | Deadline | Vervaldatum | Einddatum | Fällig | Fälligkeitsdatum | Fällig am | Échéance | Date d'échéance | Vencimiento | Fecha de vencimiento | Fecha límite = dueOn
Done | Completed | Complete | Status | Finished | Gereed | Klaar | Voltooid | Erledigt | Fait | Terminé | Statut | Hecho | Completado | Estado = done
Done at | Completed at | Completed on | Completion date | Date completed | Voltooid op | Erledigt am | Terminé le | Completado el = doneAt
`);
