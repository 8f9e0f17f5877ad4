import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf, garble, headOfText, readWith } from '#test/reading.ts';
import { eml } from './eml.ts';
import { headersIn, headOf, keyOf, parseMail } from './mail-message.ts';

const MESSAGE = `From: =?UTF-8?Q?Tom_Bak=C3=A8r?= <Tom@harbour.example>
To: Ana Ruiz <ana@example.com>, "Vos, Ines" <ines@north.example>
Cc: lee@example.com
Subject: Re: Fwd: Monday reports
Date: Thu, 5 Mar 2026 09:30:00 +0100 (CET)
Message-ID: <b2@harbour.example>
In-Reply-To: <a2@example.com>
References: <a1@example.com> <a2@example.com>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Late again =E2=80=94 that is the third time, and nobody called me about =
it.

On Wed, 4 Mar 2026 at 18:02, Ana Ruiz <ana@example.com> wrote:
> How did Monday go?
--b1
Content-Type: text/html; charset=utf-8

<p>Late again &mdash; that is the third time.</p>
--b1--
`;

const only = async (message: string | Uint8Array) => {
  const all = await readWith(eml, message);
  assert.equal(all.length, 1);
  return all[0] as (typeof all)[number];
};

test('a message is a conversation of what was written now, with everyone on it', async () => {
  const { conversation, losses } = await only(MESSAGE);
  assert.deepEqual(losses, []);
  assert.deepEqual(conversation, {
    source: 'eml',
    sourceId: 'a1@example.com',
    kind: 'email',
    startedAt: '2026-03-05T09:30:00+01:00',
    title: 'Monday reports',
    participants: [
      { name: 'Tom Bakèr', email: 'tom@harbour.example', side: 'unknown' },
      { name: 'Ana Ruiz', email: 'ana@example.com', side: 'unknown' },
      { name: 'Vos, Ines', email: 'ines@north.example', side: 'unknown' },
      { name: 'lee@example.com', email: 'lee@example.com', side: 'unknown' },
    ],
    turns: [
      {
        speaker: 'Tom Bakèr',
        text: 'Late again — that is the third time, and nobody called me about it.',
        line: 1,
        key: 'b2@harbour.example',
        at: '2026-03-05T09:30:00+01:00',
      },
    ],
    timeQuality: 'none',
  });
});

test('line ends of the network change nothing', async () => {
  assert.deepEqual(await only(MESSAGE.replaceAll('\n', '\r\n')), await only(MESSAGE));
});

test('the thread is the first of References, else what is answered, else the message itself', async () => {
  const without = (...names: string[]) =>
    MESSAGE.split('\n')
      .filter((line) => !names.some((name) => line.startsWith(name)))
      .join('\n');
  assert.equal((await only(without('References'))).conversation.sourceId, 'a2@example.com');
  assert.equal((await only(without('References', 'In-Reply-To'))).conversation.sourceId, 'b2@harbour.example');
  const bare = await only(without('References', 'In-Reply-To', 'Message-ID'));
  assert.match(bare.conversation.sourceId ?? '', /^[0-9a-f]{32}$/);
  assert.equal(bare.conversation.sourceId, bare.conversation.turns[0]?.key);
  assert.deepEqual(await only(without('References', 'In-Reply-To', 'Message-ID')), bare, 'the same hash each time');
});

test('a mail of HTML alone is read as text', async () => {
  const html = `From: tom@harbour.example
Subject: Late
Date: Thu, 5 Mar 2026 09:30:00 -0500
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body><p>Late <i>again</i>.</p><img src="https://track.example/1.gif"><div class="gmail_quote"><div>On Wed, 4 Mar 2026 at 18:02,
Ana Ruiz &lt;ana@example.com&gt; wrote:<br></div><blockquote>How did Monday go?</blockquote></div></body></html>`;
  const { conversation } = await only(html);
  assert.equal(conversation.turns[0]?.text, 'Late again.');
  assert.equal(conversation.startedAt, '2026-03-05T09:30:00-05:00');
  assert.equal(conversation.turns[0]?.speaker, 'tom@harbour.example');
});

test('old character sets and base64 are read', async () => {
  const latin = Buffer.from(
    'From: =?ISO-8859-1?Q?Jos=E9?= <jose@example.com>\nSubject: =?windows-1252?B?k0Nhc+mU?=\nDate: Thu, 5 Mar 2026 09:30:00 GMT\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nDónde está el café?\n',
    'latin1',
  );
  const { conversation } = await only(latin);
  assert.deepEqual(
    [conversation.turns[0]?.speaker, conversation.turns[0]?.text, conversation.title],
    ['José', 'Dónde está el café?', '“Casé”'],
  );
  const base64 = `From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\n${Buffer.from('Grüße aus Köln').toString('base64')}\n`;
  assert.equal((await only(base64)).conversation.turns[0]?.text, 'Grüße aus Köln');
});

test('attachments are no words, and a message of nothing else is refused', async () => {
  const withFile = (text: string) => `From: a@b.example
To: c@d.example
Subject: The plan
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: text/plain

${text}
--x
Content-Type: text/plain; name="log.txt"
Content-Disposition: attachment; filename="log.txt"

These are not words of anyone.
--x
Content-Type: message/rfc822

From: z@z.example
Subject: inner

Nor are these.
--x--
`;
  const { conversation, losses } = await only(withFile('Here is the plan.'));
  assert.equal(conversation.turns[0]?.text, 'Here is the plan.');
  assert.deepEqual(
    losses.map(({ code }) => code),
    ['message.no-date'],
  );
  assert.equal(await codeOf(readWith(eml, withFile(''))), 'file.no-turns');
});

test('a date is the sender’s own, the server’s when it cannot be read, or none', async () => {
  const at = async (...lines: string[]) => headOf(headersIn(Buffer.from(`From: a@b.example\n${lines.join('\n')}\n\nx`))).at;
  assert.equal(await at('Date: 5 Mar 26 09:30 +0530'), '2026-03-05T09:30:00+05:30');
  assert.equal(await at('Date: Thu, 05 Mar 2026 09:30:00 GMT'), '2026-03-05T09:30:00+00:00');
  assert.equal(await at('Date: soon', 'Received: from x by y; Thu, 5 Mar 2026 09:31:00 +0100'), '2026-03-05T09:31:00+01:00');
  assert.equal(await at('Date: soon'), null);
  assert.equal(await at('Subject: no date'), null);
});

test('ids are found however they are written, names lose their quotes, groups are their members', async () => {
  const head = headOf(
    headersIn(
      Buffer.from(
        "From: 'Tom Baker' <tom@harbour.example>\nTo: Team: ana@example.com, Lee <lee@example.com>;, undisclosed-recipients:;\nMessage-ID: bare@id.example\nReferences: <a@x>,<b@x>\n\t<c@x>\n\nx",
      ),
    ),
  );
  assert.equal(head.from?.name, 'Tom Baker');
  assert.deepEqual(
    head.to.map(({ email }) => email),
    ['ana@example.com', 'lee@example.com'],
  );
  assert.equal(head.id, 'bare@id.example');
  assert.deepEqual(head.references, ['a@x', 'b@x', 'c@x']);
  assert.equal(keyOf(head, 'x'), 'bare@id.example');
});

test('headers read for an index are those of the whole message', async () => {
  const bytes = new TextEncoder().encode(
    MESSAGE.replace('To: Ana', 'To:\r\n\tAna').replace('reports', 'reports\n =?UTF-8?Q?, Bak=C3=A8r?='),
  );
  assert.deepEqual(headOf(headersIn(bytes)), headOf((await parseMail(bytes)).headers));
  assert.equal(headOf(headersIn(bytes)).subject, 'Re: Fwd: Monday reports , Bakèr');
  assert.deepEqual(headersIn(new TextEncoder().encode('\n words')), []);
});

test('two people of one name are two, one address with two names is one', async () => {
  const text =
    'From: Tom <tom@a.example>\nTo: Tom <tom@b.example>, Thomas <TOM@a.example>\nSubject: x\nDate: Thu, 5 Mar 2026 09:30:00 +0100\n\nHi';
  assert.deepEqual((await only(text)).conversation.participants, [
    { name: 'Tom', email: 'tom@a.example', side: 'unknown' },
    { name: 'Tom <tom@b.example>', email: 'tom@b.example', side: 'unknown' },
  ]);
});

test('it is known by its headers, and talk that looks a little like it is not', () => {
  assert.equal(eml.recognises(headOfText(MESSAGE)), 'eml');
  assert.equal(eml.recognises(headOfText(`\r\n${MESSAGE.replaceAll('\n', '\r\n')}`)), 'eml');
  assert.equal(eml.recognises(headOfText('Return-Path: <a@b>\nReceived: x\nMessage-ID: <a>\n\nHi')), 'eml');
  for (const text of [
    'Ana: hi\nTom: hello\nLee: yes',
    'From: here to there\n\nA story',
    'Subject: a talk\nTom: hello',
    'WEBVTT\n\n',
    '{"From": 1}',
  ]) {
    assert.equal(eml.recognises(headOfText(text)), null, text);
  }
});

test('hostile structure is refused, not followed', async () => {
  const nested = Array.from({ length: 400 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`).join('');
  assert.equal(await codeOf(readWith(eml, `From: a@b.example\nTo: a@b.example\nSubject: x\n${nested}\n\nwords`)), 'file.damaged');
});

test('a damaged copy gives words or a refusal', async () => {
  const bytes = new TextEncoder().encode(MESSAGE);
  const wrong = fc.record({
    place: fc.nat(2000),
    byte: fc.nat(255),
    how: fc.constantFrom('change' as const, 'drop' as const, 'cut' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 8 }), async (at) => {
      const read = await codeOf(readWith(eml, garble(bytes, at)));
      if (typeof read === 'string') assert.match(read, /^file\.(no-turns|damaged)$/);
      else assert.equal((read as { conversation: { turns: unknown[] } }[])[0]?.conversation.turns.length, 1);
    }),
    { numRuns: 200 },
  );
});
