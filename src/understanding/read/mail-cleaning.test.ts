import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanMail, subjectOf } from './mail-cleaning.ts';
import { textOfHtml } from './mail-html.ts';

const clean = (text: string, about: { sender?: string; isForward?: boolean } = {}) =>
  cleanMail(text, { sender: about.sender ?? 'Tom Baker', isForward: about.isForward ?? false });

const TAIL = '> How did Monday go?\n> I hope well.\n>\n> Ana';

test('a quoted tail goes with the line that introduces it, in the languages of its clients', () => {
  const introductions = [
    'On Wed, 4 Mar 2026 at 18:02, Ana Ruiz <ana@example.com> wrote:',
    'On Wed, 4 Mar 2026 at 18:02, Ana Ruiz of the very long company name\n<ana.ruiz.of.a.long.name@example.com> wrote:',
    'On 4 Mar 2026, at 18:02, Ana Ruiz\n<ana@example.com>\nwrote:',
    'Op wo 4 mrt 2026 om 18:02 schreef Ana Ruiz <ana@example.com>:',
    'Op 4 maart 2026 om 18:02 heeft Ana Ruiz het volgende geschreven:',
    'Am Mi., 4. März 2026 um 18:02 Uhr schrieb Ana Ruiz <ana@example.com>:',
    'Am 04.03.2026 um 18:02 schrieb Ana Ruiz:',
    'Le mer. 4 mars 2026 à 18:02, Ana Ruiz <ana@example.com> a écrit :',
    'Le 4 mars 2026 à 18:02, Ana Ruiz <ana@example.com> a écrit\u00a0:',
    'El mié, 4 mar 2026 a las 18:02, Ana Ruiz (<ana@example.com>) escribió:',
    '2026-03-04 18:02 GMT+01:00 Ana Ruiz <ana@example.com>:',
    '*On Wed, 4 Mar 2026 at 18:02, Ana Ruiz <ana@example.com> wrote:*',
  ];
  for (const line of introductions) assert.equal(clean(`Late again.\n\n${line}\n${TAIL}\n`), 'Late again.', line);
  for (const line of introductions)
    assert.equal(clean(`Late again.\n\n${line}\n\nHow did Monday go?\n`), 'Late again.', `without marks: ${line}`);
});

test('an introduction that begins with the name goes only above quoted lines', () => {
  for (const line of [
    'Ana Ruiz wrote:',
    'Ana Ruiz <ana@example.com> schrieb am Do. 5. März 2026 um 09:30:',
    'Ana Ruiz schreef op 5 maart:',
  ]) {
    assert.equal(clean(`Yes.\n\n${line}\n\n${TAIL}`), 'Yes.', line);
    assert.equal(clean(`Yes.\n\n${line}\nthat we should wait.`), `Yes.\n\n${line}\nthat we should wait.`, line);
  }
});

test('a sentence that begins like an introduction is none', () => {
  for (const line of [
    'On Monday we wrote: nothing more.',
    'On reflection, this is what my boss wrote to me and I agree',
    'Op maandag schreef hij niets.',
    'On the 4th Tom wrote:\n\nand then there was more to say.',
  ]) {
    assert.ok(clean(`${line}\nAnd we go on.`).endsWith('And we go on.') || line.includes('4th'), line);
  }
});

test('answers between and under quoted lines are kept, the quoted lines are not', () => {
  const text = `Hi Ana,

On Wed, 4 Mar 2026 at 18:02, Ana Ruiz <ana@example.com> wrote:
> What does it cost you?

A customer, in March.

> And when will you decide?

Before summer.`;
  assert.equal(clean(text), 'Hi Ana,\n\nA customer, in March.\n\nBefore summer.');
});

test('the header block of Outlook ends what was written', () => {
  const blocks = [
    'From: Ana Ruiz <ana@example.com>\nSent: Wednesday, 4 March 2026 18:02\nTo: Tom Baker\nSubject: Monday',
    '*From:* Ana Ruiz\n*Date:* Wednesday, 4 March 2026\n*To:* Tom Baker\n*Subject:* Monday',
    '________________________________\nFrom: Ana Ruiz\nSent: 4 March\nTo: Tom\nSubject: Monday',
    'Van: Ana Ruiz\nVerzonden: woensdag 4 maart 2026 18:02\nAan: Tom Baker\nOnderwerp: Maandag',
    'Von: Ana Ruiz\nGesendet: Mittwoch, 4. März 2026 18:02\nAn: Tom Baker\nBetreff: Montag',
    'De : Ana Ruiz\nEnvoyé : mercredi 4 mars 2026 18:02\nÀ : Tom Baker\nObjet : Lundi',
    '-----Original Message-----\nFrom: Ana Ruiz',
    '-----Oorspronkelijk bericht-----\nVan: Ana',
    '-----Ursprüngliche Nachricht-----\nVon: Ana',
    "-----Message d'origine-----\nDe : Ana",
  ];
  for (const block of blocks) assert.equal(clean(`Late again.\n\n${block}\n\nHow did Monday go?`), 'Late again.', block);
  assert.equal(clean('From: a sentence can begin like this.\nAnd go on.'), 'From: a sentence can begin like this.\nAnd go on.');
});

test('what is sent on is kept under marks, apart from what was written now', () => {
  const marks = ['---------- Forwarded message ---------', 'Begin forwarded message:', '-------- Doorgestuurd bericht --------'];
  for (const mark of marks) {
    const text = clean(`Look at this.\n\n${mark}\nFrom: Lee\nSubject: Angry\n\nI hate the reports.`);
    assert.equal(text, `Look at this.\n\n> ${mark}\n> From: Lee\n> Subject: Angry\n>\n> I hate the reports.`);
  }
  const outlook = 'FYI\n\nFrom: Lee Chan\nSent: 4 March\nTo: Ana\nSubject: Angry\n\nI hate the reports.';
  assert.match(clean(outlook, { isForward: true }), /^FYI\n\n> From: Lee Chan\n[\s\S]*> I hate the reports\.$/);
  assert.equal(clean(outlook), 'FYI');
});

test('signatures go: dashes, apps, closings with a block under them, a name alone', () => {
  const body = 'The report was late again.\n\nCan you call me?';
  const signatures = [
    '-- \nTom Baker\nHead of Supply\n+44 20 7946 0018',
    '--\nTom Baker\nHarbour Foods',
    'Sent from my iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    'Best regards,\n\nTom Baker\nHead of Supply | Harbour Foods\n+44 20 7946 0018\nwww.harbour.example',
    'Met vriendelijke groet,\nTom Baker',
    'Mit freundlichen Grüßen\n\nTom Baker',
    'Cordialement,\nTom',
    'Cheers\nTom',
    'Groetjes Tom',
    'Gr. Tom',
    'Best, Tom Baker\nHarbour Foods',
    'Met vriendelijke groet / Kind regards,\n\nTom Baker\nHead of Supply',
    'Tom',
    'Tom Baker\nHead of Supply\nM +44 7700 900123',
    'Kind regards,\nTom Baker\n\nSent from my iPhone',
    '_______________________________________________\nlist mailing list\nlist@example.com',
  ];
  for (const signature of signatures) assert.equal(clean(`${body}\n\n${signature}\n`), body, signature);
});

test('disclaimers go, also after a signature', () => {
  const english =
    'This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the intended recipient, please notify the sender.';
  const dutch = 'De informatie in dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.';
  assert.equal(clean(`Late again.\n\nRegards,\nTom\n\n${english}\n`), 'Late again.');
  assert.equal(
    clean(`Weer te laat.\n\nGroeten,\nTom\n\n${dutch}\n\nPlease consider the environment before printing this disclaimer.`),
    'Weer te laat.',
  );
  assert.equal(clean('Keep this confidential, please.'), 'Keep this confidential, please.');
});

test('what is said is never taken for a signature', () => {
  const kept = [
    'Thanks,',
    'Thanks',
    'Best',
    'Can you call Tom?\n\nHe knows.',
    'Regards,\nI do not know what they think of us, and that is why I am asking you to find out before we sign.',
    'Cheers for the call yesterday, it helped.',
    'Tom',
    'We met on the quay.\n\nIs it true that Lee left?',
  ];
  for (const text of kept) assert.equal(clean(text), text, text);
  assert.equal(clean('Perfect.\n\nThanks Tom'), 'Perfect.\n\nThanks Tom');
  assert.equal(clean('Perfect.\n\nThanks,\nTom'), 'Perfect.\n\nThanks,');
});

test('a message of nothing but a quoted tail has no words', () => {
  assert.equal(clean(`On Wed, 4 Mar 2026 at 18:02, Ana wrote:\n${TAIL}`), '');
  assert.equal(clean(TAIL), '');
  assert.equal(clean(''), '');
});

test('subjects lose what mail programs put before them', () => {
  const pairs: [string, string, boolean][] = [
    ['Re: Monday reports', 'Monday reports', true],
    ['RE: FW: Antw: Aw: Monday reports', 'Monday reports', true],
    ['Re[2]: Monday', 'Monday', true],
    ['Fwd : Monday', 'Monday', true],
    ['Monday: re: the reports', 'Monday: re: the reports', false],
    ['Reports', 'Reports', false],
    ['Re:', '', true],
  ];
  for (const [raw, subject, isReply] of pairs) assert.deepEqual(subjectOf(raw), { subject, isReply }, raw);
});

test('HTML becomes the text that is read: paragraphs, lists, links by their words, no pictures, quotes marked', () => {
  const html = `<html><head><title>x</title><style>p{color:red}</style></head><body><p>Late again &mdash; the <b>third</b> time.</p>
<p>See <a href="https://example.com/report">the report</a>, <a href="https://track.example/${'x'.repeat(200)}">this</a> and
<a href="https://example.com">https://example.com</a></p><ul><li>one</li><li>two</li></ul><img src="https://track.example/p.gif" alt="logo">
<script>alert(1)</script><div>On Wed, 4 Mar 2026, Ana wrote:<br><blockquote>How did<br>Monday go?</blockquote></div></body></html>`;
  const text = textOfHtml(html);
  assert.match(
    text,
    /^Late again — the third time\.\n\nSee the report \(https:\/\/example\.com\/report\), this and https:\/\/example\.com\n/,
  );
  assert.match(text, /> How did\n> Monday go\?/);
  assert.doesNotMatch(text, /track\.example|logo|alert|color|title/);
  assert.match(clean(text), /two$/);
});

test('what a mail program marks as a signature is none of the words', () => {
  const signatures = [
    '<div class="gmail_signature">Tom<br>Head of Supply</div>',
    '<div id="Signature"><p>Tom</p></div>',
    '<pre class="moz-signature">Tom</pre>',
  ];
  for (const signature of signatures) assert.equal(textOfHtml(`<div>Late again.</div>${signature}`).trim(), 'Late again.', signature);
});

test('hostile HTML is read in time and without falling over', () => {
  for (const html of [
    '<div>'.repeat(100_000),
    `${'<blockquote>'.repeat(3000)}words`,
    '<'.repeat(300_000),
    '<a href="'.repeat(50_000),
    '&#x'.repeat(200_000),
  ]) {
    const started = performance.now();
    textOfHtml(html);
    assert.ok(performance.now() - started < 4000, `${html.slice(0, 12)} took ${Math.round(performance.now() - started)} ms`);
  }
});

test('cleaning takes time that grows with the length, whatever the lines are', () => {
  const lines = [
    'On 1 wrote:',
    'On 1',
    '> ',
    'From: x',
    '-- ',
    'Regards,',
    '-----',
    'Tom',
    'this confidential disclaimer',
    ' '.repeat(50),
    '*'.repeat(80),
  ];
  for (const line of lines) {
    const started = performance.now();
    clean(`${line}\n`.repeat(30_000));
    clean(line.repeat(20_000));
    assert.ok(performance.now() - started < 3000, `${line} took ${Math.round(performance.now() - started)} ms`);
  }
});

test('no text makes it throw, and none makes more words than it had', () => {
  const line = fc.constantFrom(
    'On 4 March Ana wrote:',
    '> quoted',
    'From: Ana',
    'Sent: 4 March',
    'To: Tom',
    '-- ',
    'Regards,',
    'Tom',
    'Late again.',
    '',
    'Sent from my x',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const words = clean(lines.join('\n'));
      assert.ok(words.length <= lines.join('\n').length);
      assert.doesNotMatch(words, /^> quoted/m);
    }),
    { numRuns: 500 },
  );
});
