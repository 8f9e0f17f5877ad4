import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWith } from '#test/reading.ts';
import { eml } from './eml.ts';

const HEAD = `From: Joost Kok <joost@quay.example>
To: Ines Vos <ines@north.example>
Subject: Re: Sunday
Date: Sun, 15 Mar 2026 09:30:00 +0100
Message-ID: <j1@quay.example>
MIME-Version: 1.0
`;
const plain = (body: string, more = '') => `${HEAD}Content-Type: text/plain; charset=utf-8${more}\n\n${body}`;
const html = (body: string) => `${HEAD}Content-Type: text/html; charset=utf-8\n\n<html><body>${body}</body></html>`;

const said = async (message: string) => {
  const [read] = await readWith(eml, message);
  return read?.conversation.turns[0]?.text;
};

test('Gmail: paragraphs of divs, a signature of its own, the quote in a box', async () => {
  const body = `<div dir="ltr"><div>Knowing on Sunday would help.</div><div><br></div><div>Can you <b>promise</b> that?</div>
<div><br clear="all"></div><div><br></div>-- <br><div dir="ltr" class="gmail_signature"><div>Joost Kok</div><div>Quay 12</div></div></div><br>
<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Sat, 14 Mar 2026 at 18:02, Ines Vos &lt;<a
href="mailto:ines@north.example">ines@north.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote"><div>What would help?</div></blockquote></div>`;
  assert.equal(await said(html(body)), 'Knowing on Sunday would help.\n\nCan you promise that?');
});

test('Outlook: paragraphs of its own, the quote under a line and a block of headers', async () => {
  const body = `<div class="WordSection1"><p class="MsoNormal">Knowing on Sunday would help.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">Kind regards,<o:p></o:p></p><p class="MsoNormal">Joost Kok<o:p></o:p></p><p class="MsoNormal">Quay BV | +31 10 123 45 67<o:p></o:p></p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Ines Vos &lt;ines@north.example&gt; <br><b>Sent:</b> zaterdag
14 maart 2026 18:02<br><b>To:</b> Joost Kok &lt;joost@quay.example&gt;<br><b>Subject:</b> Sunday</p></div><p class="MsoNormal">What would help?</p></div>`;
  assert.equal(await said(html(body)), 'Knowing on Sunday would help.');
});

test('Outlook on a Dutch telephone', async () => {
  const body = `Op zondag weten helpt.

Outlook voor iOS downloaden<https://aka.ms/o0ukef>
________________________________
Van: Ines Vos <ines@north.example>
Verzonden: zaterdag, maart 14, 2026 6:02 PM
Aan: Joost Kok <joost@quay.example>
Onderwerp: Zondag

Wat zou helpen?
`;
  assert.equal(await said(plain(body)), 'Op zondag weten helpt.');
});

test('Apple Mail: flowed lines are whole again, the quote is marked', async () => {
  const body = `Knowing on Sunday would help, because then I need not get up at five \nto phone the depot.\n\nJoost\n\n> On 14 Mar 2026, at 18:02, Ines Vos <ines@north.example> wrote:\n> \n> What would help?\n`;
  assert.equal(
    await said(plain(body, '; format=flowed')),
    'Knowing on Sunday would help, because then I need not get up at five to phone the depot.',
  );
});

test('Thunderbird: the answer stands under the quote, the signature under that', async () => {
  const body = `On 14/03/2026 18:02, Ines Vos wrote:
> What would help?
>
> Ines

Knowing on Sunday.

-- 
Joost Kok
Quay BV
`;
  assert.equal(await said(plain(body)), 'Knowing on Sunday.');
});

test('a German answer between the lines', async () => {
  const body = `Hallo Ines,

Am 14.03.26 um 18:02 schrieb Ines Vos:
> Was würde helfen?

Es am Sonntag zu wissen.

> Und bis wann?

Bis Mai.

Viele Grüße
Joost
`;
  assert.equal(await said(plain(body)), 'Hallo Ines,\n\nEs am Sonntag zu wissen.\n\nBis Mai.');
});

test('Gmail sending something on keeps it, marked as not theirs', async () => {
  const body = `What do you make of this?

---------- Forwarded message ---------
From: Lee Chan <lee@depot.example>
Date: Fri, 13 Mar 2026 at 11:00
Subject: Trucks
To: Joost Kok <joost@quay.example>

We are done with your trucks.
`;
  const text = await said(plain(body).replace('Re: Sunday', 'Fwd: Trucks'));
  const own = text?.split('\n').filter((line) => !line.startsWith('>')) ?? [];
  assert.equal(own.join('\n').trim(), 'What do you make of this?');
  assert.match(text ?? '', /^> We are done with your trucks\.$/m);
});

test('a firm with a disclaimer, a banner of its filter and a list of links', async () => {
  const body = `Fine, Thursday then. Will you bring the numbers?

Met vriendelijke groet / Kind regards,

Joost Kok
Planner
T +31 10 123 45 67
www.quay.example | LinkedIn

This message (including any attachments) is confidential and may be privileged. If you have received this email in error, please
notify the sender immediately. Registered office: Quay 12, Rotterdam.

Please consider the environment before printing this email. Disclaimer: www.quay.example/disclaimer
`;
  assert.equal(await said(plain(body)), 'Fine, Thursday then. Will you bring the numbers?');
});

test('a short yes is all there is', async () => {
  assert.equal(await said(plain('Yes!\n\nSent from my iPhone\n\n> On 14 Mar 2026, at 18:02, Ines Vos wrote:\n> Thursday?\n')), 'Yes!');
});
