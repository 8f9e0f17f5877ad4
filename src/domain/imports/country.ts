/** Whose numbers a place dials without a country: the zones and names most met; another place simply has to write the country. */
export const COUNTRY_OF_ZONE: Record<string, string> = Object.fromEntries(
  `NL Europe/Amsterdam|BE Europe/Brussels|DE Europe/Berlin|DE Europe/Busingen|FR Europe/Paris|GB Europe/London|IE Europe/Dublin|ES Europe/Madrid
ES Atlantic/Canary|PT Europe/Lisbon|IT Europe/Rome|AT Europe/Vienna|CH Europe/Zurich|LU Europe/Luxembourg|DK Europe/Copenhagen|SE Europe/Stockholm
NO Europe/Oslo|FI Europe/Helsinki|PL Europe/Warsaw|CZ Europe/Prague|SK Europe/Bratislava|HU Europe/Budapest|RO Europe/Bucharest|BG Europe/Sofia
GR Europe/Athens|HR Europe/Zagreb|SI Europe/Ljubljana|RS Europe/Belgrade|EE Europe/Tallinn|LV Europe/Riga|LT Europe/Vilnius|UA Europe/Kyiv|TR Europe/Istanbul
MT Europe/Malta|CY Asia/Nicosia|IS Atlantic/Reykjavik|US America/New_York|US America/Chicago|US America/Denver|US America/Phoenix|US America/Los_Angeles
US America/Anchorage|US Pacific/Honolulu|US America/Detroit|CA America/Toronto|CA America/Vancouver|CA America/Edmonton|CA America/Winnipeg|CA America/Halifax
MX America/Mexico_City|BR America/Sao_Paulo|AR America/Argentina/Buenos_Aires|CL America/Santiago|CO America/Bogota|PE America/Lima|ZA Africa/Johannesburg
NG Africa/Lagos|KE Africa/Nairobi|GH Africa/Accra|EG Africa/Cairo|MA Africa/Casablanca|IL Asia/Jerusalem|AE Asia/Dubai|SA Asia/Riyadh|IN Asia/Kolkata
PK Asia/Karachi|BD Asia/Dhaka|LK Asia/Colombo|SG Asia/Singapore|MY Asia/Kuala_Lumpur|ID Asia/Jakarta|TH Asia/Bangkok|VN Asia/Ho_Chi_Minh|PH Asia/Manila
HK Asia/Hong_Kong|TW Asia/Taipei|CN Asia/Shanghai|JP Asia/Tokyo|KR Asia/Seoul|AU Australia/Sydney|AU Australia/Melbourne|AU Australia/Brisbane|AU Australia/Perth
AU Australia/Adelaide|NZ Pacific/Auckland`
    .split(/[|\n]/)
    .map((pair) => [pair.slice(3), pair.slice(0, 2)]),
);

export const COUNTRY_WORDS: Record<string, string> = Object.fromEntries(
  `NL netherlands|NL the netherlands|NL nederland|NL holland|BE belgium|BE belgië|BE belgique|DE germany|DE deutschland|DE duitsland|FR france|FR frankrijk
GB united kingdom|GB uk|GB great britain|GB england|GB scotland|GB wales|IE ireland|ES spain|ES españa|PT portugal|IT italy|IT italia|AT austria|AT österreich
CH switzerland|CH schweiz|CH suisse|LU luxembourg|DK denmark|DK danmark|SE sweden|SE sverige|NO norway|NO norge|FI finland|PL poland|PL polska|CZ czech republic
CZ czechia|HU hungary|RO romania|GR greece|TR turkey|TR türkiye|US united states|US usa|US united states of america|US u.s.a.|CA canada|MX mexico|MX méxico
BR brazil|BR brasil|AR argentina|CL chile|CO colombia|ZA south africa|NG nigeria|KE kenya|IN india|SG singapore|JP japan|CN china|KR south korea|AU australia
NZ new zealand|IL israel|AE united arab emirates`
    .split(/[|\n]/)
    .map((pair) => [pair.slice(3), pair.slice(0, 2)]),
);
