import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strangerByText } from './stranger-text.ts';

const WORDS: Record<string, string> = {
  'notes with commas': `Met Tom, Ana and Lee at the fair, all tired.
Tom wants reports on time, a person to call, and quiet Sundays.
Ana, who knows the depot, will ask, then call, then write.
Lee brings tea, sugar, and patience.
`,
  'a list with dashes': '- call Tom on Monday\n- send the depot list\n- ask about the invoice\n- thank Lee\n',
  'a numbered list': '1. Reports are late.\n2. The phone rings at nine.\n3. Nobody told them.\n',
  'a chat in small letters': 'ana: did they call?\ntom: not yet\nana: shall i?\ntom: please\nana: done\ntom: thanks\n',
  'notes about code': `Talked with Lee about the import; he will look at it.
The function that reads the file is slow; it reads everything twice.
He said: "if (it works) leave it". We will see.
`,
  'an invoice in a note': 'Invoice 2026-114 for €1.250,00 is late.\nSecond reminder sent on 5/3.\nTom pays on Friday.\n',
  'a mail pasted without its head': 'Hi Ana,\n\nLate again. That is the third time.\n\nKind regards,\nTom\n',
  'notes with links': 'See https://example.com/reports/2026/monday for the list.\nTom liked it.\n',
  'short lines': 'Tom\nLate again\nNot amused\n',
  Dutch: 'Vandaag met Tom gebeld.\nHij belt zelf naar het depot, elke week.\nAfspraak: vrijdag een lijst.\n',
  Greek: 'Ο Τομ τηλεφώνησε στην αποθήκη.\nΘέλει τις αναφορές τη Δευτέρα.\n',
  Japanese: '月曜日の報告が遅い。\n倉庫に電話した。\n',
  Arabic: 'اتصل توم بالمستودع مرتين.\nيريد التقارير يوم الاثنين.\n',
};

test('what people write is theirs, however it looks', () => {
  for (const [kind, text] of Object.entries(WORDS)) assert.equal(strangerByText(text), null, kind);
});

const STRANGERS: Record<string, [what: string, text: string]> = {
  'tab separated': ['a table', 'name\tcity\tsince\nTom\tDelft\t2020\nAna\tMadrid\t2021\nLee\tGent\t2022\n'],
  'a Markdown table': ['a table', '| name | city |\n|---|---|\n| Tom | Delft |\n| Ana | Madrid |\n'],
  'a web server log': [
    'a log',
    '10.0.0.1 - - [05/Mar/2026:09:30:00 +0100] "GET / HTTP/1.1" 200 12\n10.0.0.2 - - [05/Mar/2026:09:30:01 +0100] "GET /x HTTP/1.1" 404 9\n10.0.0.1 - - [05/Mar/2026:09:30:02 +0100] "GET /y HTTP/1.1" 200 3\n',
  ],
  syslog: ['a log', 'Mar  5 09:30:00 host cron[1]: started\nMar  5 09:30:01 host cron[1]: stopped\nMar 15 09:30:02 host sshd[2]: hello\n'],
  'style sheets': ['a program', 'body {\n  color: red;\n  margin: 0;\n}\np {\n  color: blue;\n}\n'],
  SQL: ['a program', 'CREATE TABLE people (\n  id int,\n  name text\n);\nINSERT INTO people VALUES (1);\nSELECT name FROM people;\n'],
  'C code': ['a program', '#include <stdio.h>\nint main(void) {\n  printf("hello");\n  return 0;\n}\n'],
  YAML: ['a settings file', 'version: 2\nservices: web\nimage: node\nports: 4600\nrestart: always\n'],
  properties: ['a settings file', 'db.host=localhost\ndb.port=5432\ndb.name=heed\nlog.level=info\n'],
  hexadecimal: ['no text that a person wrote', `${'0a1b2c3d4e5f60718293a4b5c6d7e8f9 '.repeat(30)}\n`],
  'a key': ['a key or a certificate', '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n'],
  'random signs': ['no text that a person wrote', '#$%^ &*() {}|: "<>? ~`-= []\\; \',./ !@#$ %^&* ()_+\n'],
};

test('what no person said is called what it is', () => {
  for (const [kind, [what, text]] of Object.entries(STRANGERS)) assert.equal(strangerByText(text), what, kind);
});
