/** Exports as HubSpot writes them: three small files that belong together. */
export const COMPANIES = `Record ID,Company name,Company Domain Name,Company owner,Phone Number,City,Country/Region,Industry,Create Date
901,Harbour Foods,harbour.example,Maya Okafor,,Leeds,United Kingdom,Food,2024-03-12 09:14
902,Eastmere Schools,eastmere.example,M. Osei,,York,United Kingdom,Education,2024-03-12 09:14
`;
export const CONTACTS = `Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact owner,Lifecycle Stage,Create Date,Associated Company,Associated Company IDs
101,Ines,Carvalho,ines@harbour.example,+44 7700 900417,Operations director,Harbour Foods,Maya Okafor,Customer,2024-03-12 09:14,Harbour Foods,901
102,Grace,Oyelaran,grace@eastmere.example,,Head of supply,Eastmere Schools,M. Osei,Lead,2024-03-12 09:14,Eastmere Schools,902
103,=cmd,Evil,evil@eastmere.example,,,,M. Osei,,2024-03-12 09:14,,
`;
export const DEALS = `Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Associated Company IDs,Associated Contact IDs
701,Cold store,Talking,Sales,1200.50,2025-05-23 10:00,2024-03-12 09:14,Maya Okafor,901,101
`;
