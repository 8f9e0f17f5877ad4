/** Exports of other programs, authored here, for stories of moving in. */

/** Three files of a HubSpot, as somebody gets them who exports contacts, companies and deals one by one. */
export const HUBSPOT = [
  {
    name: 'all-contacts.csv',
    text: csv([
      'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Lifecycle Stage,Contact owner,Associated Company IDs,Associated Company,Create Date,Unsubscribed from all email',
      '101,Ines,Carvalho,ines@harbour.example,+44 7700 900417,Operations director,Opportunity,Nora Lind,201,Harbour Foods,2025-02-03 10:00,true',
      '102,Oluwaseun,Adebayo,seun@tarrow.example,+44 7700 900418,Cold store manager,Customer,M. Osei,202,Tarrow Cold Store,2025-02-03 10:00,',
      '103,Lars,Brandvold,lars@noordzee.example,,Buyer,Lead,M. Osei,90441,,2025-03-04 09:30,',
      '104,Hana,Kimura,hana@kimura.example,,Founder,Customer,Nora Lind,203,Kimura Seafood,2025-03-04 09:30,',
      '105,,,n/a,,,,,,,2025-03-05 11:00,',
      '106,Gracie,Oyelaran,g.oyelaran@eastmere.example,,Head of catering,Customer,Nora Lind,204,Eastmere Schools,2025-03-06 11:00,',
    ]),
  },
  {
    name: 'all-companies.csv',
    text: csv([
      'Record ID,Company name,Company Domain Name,Industry,City,Country/Region,Company owner,Create Date',
      '201,Harbour Foods,harbour.example,Food,Hull,United Kingdom,Nora Lind,2025-02-01 10:00',
      '202,Tarrow Cold Store,tarrow.example,Logistics,Tarrow,United Kingdom,M. Osei,2025-02-01 10:00',
      '203,Kimura Seafood,kimura.example,Food,Rotterdam,Netherlands,Nora Lind,2025-02-01 10:00',
      '204,Eastmere Schools,eastmere.example,Education,Eastmere,United Kingdom,Nora Lind,2025-02-01 10:00',
    ]),
  },
  {
    name: 'all-deals.csv',
    text: csv([
      'Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Deal owner,Associated Company IDs,Associated Contact IDs,Create Date',
      '301,Cold store at the harbour,Sales Pipeline,Qualified to buy,12000.50,2026-12-18,Nora Lind,201,101,2025-04-01 10:00',
      '302,Two vans for the schools,Sales Pipeline,Appointment scheduled,4800,2027-01-15,Nora Lind,204,106,2025-04-02 10:00',
    ]),
  },
];

/** A list that somebody kept by hand: only some of its headings are clear. */
export const FAIR_LIST = {
  name: 'messe_liste.csv',
  text: csv([
    'Wer,Firma,Mail,Halle,Notiz intern',
    'Walter Knopf,Knopf Logistik,walter@knopf.example,4,ruft zurück',
    'Jutta Reimann,Reimann Obst,jutta@reimann.example,7,',
  ]),
};

function csv(lines: string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}
