import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Conversation } from '#model/conversation.ts';
import { readAll } from '#understanding/read/read.ts';
import { sourceOfFile } from '#understanding/read/source.ts';
import { PEOPLE } from './cast.ts';
import { NEWEST, type SampleFile, SHELF } from './shelf.ts';
import { STORY } from './story.ts';

async function reading(file: SampleFile) {
  await using source = await sourceOfFile(fileURLToPath(new URL(`./conversations/${file.file}`, import.meta.url)));
  const named = { name: file.name, size: source.size, slice: source.slice };
  return await readAll(named, { zone: 'Europe/Lisbon', dayFirst: true });
}

const byFile = new Map<string, { format: string; conversation: Conversation; losses: string[] }>();
for (const file of SHELF) {
  const { format, conversations } = await reading(file);
  const [first, ...more] = conversations;
  assert.ok(first && more.length === 0, `${file.file} holds one conversation`);
  byFile.set(file.file, { format, conversation: first.conversation, losses: first.losses.map((loss) => loss.code) });
}
const read = (file: SampleFile) => byFile.get(file.file) ?? assert.fail(file.file);

for (const file of SHELF) {
  test(`${file.file} reads as ${file.format}, whole, at the time the shelf says`, () => {
    const { format, conversation, losses } = read(file);
    assert.equal(format, file.format);
    // A chat's pictures are not read, and that is all.
    assert.deepEqual(losses, file.format === 'whatsapp' ? ['media.omitted'] : []);
    if (file.dated === 'file') assert.equal(conversation.startedAt, null);
    else if (file.dated === 'meet') assert.equal(conversation.startedAt?.slice(0, 10), file.at.slice(0, 10));
    // The first line of a WhatsApp export is the system's, the first message comes a little later.
    else assert.ok(Math.abs(Date.parse(conversation.startedAt ?? '') - Date.parse(file.at)) < 180_000, conversation.startedAt ?? 'no date');
  });
}

test('everybody who speaks is Maya, Priya or somebody of the cast, by one of their names', () => {
  const known = PEOPLE.flatMap(({ name, alias }) => [name, name.replace(/^Dr /, ''), alias]).filter((name) => name !== undefined);
  const ours = ['Maya Okafor', 'Maya', 'Priya Nair', 'Knopf, Walter (External)'];
  for (const file of SHELF)
    for (const { name } of read(file).conversation.participants) assert.ok([...known, ...ours].includes(name), `${name} in ${file.file}`);
});

test('the second call is the one to show: 31 minutes, exact times, over 140 turns, three of us', () => {
  const [file] = SHELF.filter((one) => one.key === 'second');
  const { conversation } = read(file ?? assert.fail());
  const { turns, timeQuality, participants } = conversation;
  assert.equal(timeQuality, 'exact');
  assert.equal(participants.length, 3);
  assert.ok(turns.length >= 140, `${turns.length}`);
  const at = (text: string) => turns.find((turn) => turn.text.startsWith(text)) ?? assert.fail(text);
  assert.equal(at('And does it work without a signal?').startMs, 798_000);
  assert.equal(at('If the cold chain breaks once more').startMs, 842_000);
  const asked = at('What did you write in it?');
  const next = turns[turns.indexOf(asked) + 1];
  assert.ok((next?.startMs ?? 0) - (asked.endMs ?? 0) >= 4000, 'four seconds of silence after the question');
  assert.ok(Math.abs(Math.max(...turns.map((turn) => turn.endMs ?? 0)) - 31 * 60_000) < 10_000);
});

test('the newest moment is the one that the dates are moved by', () => {
  const moments = SHELF.flatMap((file) =>
    read(file).conversation.turns.flatMap((turn) => (turn.at ? [Date.parse(turn.at)] : [Date.parse(file.at)])),
  );
  assert.equal(new Date(Math.max(...moments)).toISOString(), new Date(NEWEST).toISOString());
});

test('whatever the story quotes was said, in one turn, in the conversation it names', () => {
  for (const told of STORY) {
    const turns = SHELF.filter((file) => file.key === told.in).flatMap((file) => read(file).conversation.turns);
    assert.ok(
      turns.some((turn) => turn.text.includes(told.quote)),
      `"${told.quote}" in ${told.in}`,
    );
  }
});

test('nobody can be written to: every address ends in .example', async () => {
  const { readFile } = await import('node:fs/promises');
  for (const { file } of SHELF) {
    const text = await readFile(new URL(`./conversations/${file}`, import.meta.url), 'utf8');
    for (const [address] of text.matchAll(/[\w.+-]+@[\w.-]+\w/g)) assert.match(address, /\.example$/, file);
  }
  for (const { email } of PEOPLE) assert.match(email ?? '', /\.example$/);
});
