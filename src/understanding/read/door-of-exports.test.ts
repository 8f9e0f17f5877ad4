import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { zipOf } from '#test/zip-of.ts';
import { readAll } from './read.ts';
import { sourceOfBytes } from './source.ts';

/** One small, whole example of each export, and what is in it. */
const EXPORTS: Record<string, { content: string | Uint8Array; speakers: string[]; words: string[]; kind: string }> = {
  fireflies: {
    content: `{
 "data": { "transcript": { "id": "ff1", "title": "Quay", "date": 1772703000000, "duration": 1, "speakers": [],
  "sentences": [
   { "index": 0, "speaker_id": 0, "speaker_name": "Ines Vos", "start_time": 1, "end_time": 4, "text": "What would help you sleep?", "raw_text": "" },
   { "index": 1, "speaker_id": 1, "speaker_name": "Joost Kok", "start_time": "5", "end_time": "9", "text": "Knowing on Sunday.", "raw_text": "" }
  ] } } }`,
    speakers: ['Ines Vos', 'Joost Kok'],
    words: ['What would help you sleep?', 'Knowing on Sunday.'],
    kind: 'call',
  },
  gong: {
    content: `{"callTranscripts":[{"callId":"1","transcript":[
{"speakerId":"11","sentences":[{"start":1000,"end":4000,"text":"What would help you sleep?"}]},
{"speakerId":"22","sentences":[{"start":5000,"end":9000,"text":"Knowing on Sunday."}]}]}]}
{"calls":[{"metaData":{"id":"1","title":"Quay","duration":10},"parties":[
{"speakerId":"11","name":"Ines Vos","affiliation":"Internal"},{"speakerId":"22","name":"Joost Kok","affiliation":"External"}]}]}`,
    speakers: ['Ines Vos', 'Joost Kok'],
    words: ['What would help you sleep?', 'Knowing on Sunday.'],
    kind: 'call',
  },
  whatsapp: {
    content: '15-03-2026 09:31 - Joost Kok: Ben je er al?\n15-03-2026 09:32 - Ines Vos: Over vijf minuten.\nSorry: de brug is open.\n',
    speakers: ['Joost Kok', 'Ines Vos'],
    words: ['Ben je er al?', 'Over vijf minuten.\nSorry: de brug is open.'],
    kind: 'chat',
  },
  slack: {
    content: zipOf({
      'users.json':
        '[{"id":"U1","name":"ines","profile":{"real_name":"Ines Vos"}},{"id":"U2","name":"joost","profile":{"real_name":"Joost Kok"}}]',
      'channels.json': '[{"id":"C1","name":"quay"}]',
      'quay/2026-03-15.json':
        '[{"type":"message","user":"U1","ts":"1773567000.000100","text":"Who calls Joost?"},{"type":"message","user":"U2","ts":"1773567060.000100","text":"I am here &amp; listening"}]',
    }),
    speakers: ['Ines Vos', 'Joost Kok'],
    words: ['Who calls Joost?', 'I am here & listening'],
    kind: 'chat',
  },
  eml: {
    content: `Received: from mail.example by mx.example; Sun, 15 Mar 2026 09:30:05 +0100
From: Joost Kok <joost@quay.example>
To: Ines Vos <ines@north.example>
Subject: Antw: Zondag
Date: Sun, 15 Mar 2026 09:30:00 +0100
Message-ID: <j1@quay.example>
Content-Type: text/plain; charset=utf-8

Graag vóór zondag weten waar we staan.

Met vriendelijke groet,
Joost

Op za 14 mrt 2026 om 18:02 schreef Ines Vos <ines@north.example>:
> Wat zou helpen?
`,
    speakers: ['Joost Kok', 'Ines Vos'],
    words: ['Graag vóór zondag weten waar we staan.'],
    kind: 'email',
  },
  mbox: {
    content: `From ines@north.example Sat Mar 14 18:02:00 2026
From: Ines Vos <ines@north.example>
To: Joost Kok <joost@quay.example>
Subject: Zondag
Date: Sat, 14 Mar 2026 18:02:00 +0100
Message-ID: <i1@north.example>

Wat zou helpen?

From joost@quay.example Sun Mar 15 09:30:00 2026
From: Joost Kok <joost@quay.example>
To: Ines Vos <ines@north.example>
Subject: Re: Zondag
Date: Sun, 15 Mar 2026 09:30:00 +0100
Message-ID: <j1@quay.example>
In-Reply-To: <i1@north.example>

>From zaterdag op zondag slecht geslapen.
Op tijd weten.
`,
    speakers: ['Ines Vos', 'Joost Kok'],
    words: ['Wat zou helpen?', 'From zaterdag op zondag slecht geslapen.\nOp tijd weten.'],
    kind: 'email',
  },
};

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
// The name says nothing: what it is shows by what is in it.
const readIn = (bytes: Uint8Array) => readAll(sourceOfBytes('download', bytes));

for (const [format, { content, speakers, words, kind }] of Object.entries(EXPORTS)) {
  test(`${format} is known at the door and read to its words`, async () => {
    const read = await readIn(bytesOf(content));
    assert.equal(read.format, format);
    assert.equal(read.conversations.length, 1);
    const { conversation, losses } = read.conversations[0] as (typeof read.conversations)[number];
    assert.deepEqual(losses, []);
    assert.equal(conversation.kind, kind);
    assert.equal(conversation.source, format);
    assert.notEqual(conversation.sourceId, null);
    assert.deepEqual(
      conversation.participants.map(({ name }) => name),
      speakers,
    );
    assert.deepEqual(
      conversation.turns.map(({ text }) => text),
      words,
    );
    for (const { speaker } of conversation.turns) assert.ok(speakers.includes(speaker), speaker);
  });

  test(`${format} read twice is the same, so that nothing is added`, async () => {
    assert.deepEqual(await readIn(bytesOf(content)), await readIn(bytesOf(content)));
  });

  test(`${format} cut anywhere ends in turns or in a refusal, in no time`, async () => {
    const bytes = bytesOf(content);
    for (let end = 0; end < bytes.length; end += Math.max(1, Math.floor(bytes.length / 80))) {
      try {
        const { conversations } = await readIn(bytes.slice(0, end));
        assert.ok(conversations.length > 0 && conversations.every(({ conversation }) => conversation.turns.length > 0), `cut at ${end}`);
      } catch (wrong) {
        assert.ok(wrong instanceof Refusal, `cut at ${end}: ${wrong}`);
      }
    }
  });
}

for (const format of ['fireflies', 'gong', 'whatsapp']) {
  test(`${format} saved as UTF-16 says the same`, async () => {
    const { content } = EXPORTS[format] as { content: string };
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')]);
    const [plain, other] = [await readIn(bytesOf(content)), await readIn(wide)];
    assert.equal(other.format, format);
    assert.deepEqual(other.conversations[0]?.conversation.turns, plain.conversations[0]?.conversation.turns);
  });
}
