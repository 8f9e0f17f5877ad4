import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, chaptersOf, openSample, openSampleStage, type Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openSampleStage();
  ({ page } = await stage.visitor());
  await openSample(page);
});
after(() => stage.close());

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('somebody writes about a person, names another, attaches a file, and keeps a thought for herself', {
  timeout: 120_000,
}, async (story) => {
  const chapter = chaptersOf(story, () => page);
  const words = () => page.getByRole('textbox', { name: 'What you want to remember' });
  const rows = () => page.locator('.tl');
  const openPerson = async (name: string) => {
    await page.goto('/people');
    await page.getByRole('link', { name }).first().click();
    await page.locator('.hero h1').filter({ hasText: name }).waitFor();
  };
  const toast = (says: string) => page.getByText(says).first().waitFor();

  await chapter('what is typed outlives a reload, and comes back with a word', async () => {
    await openPerson('Ines Carvalho');
    await page.keyboard.press('m');
    await words().waitFor();
    await page.getByLabel('Title').fill('Before the trial');
    await words().click();
    await page.keyboard.type('Ask @tobias wr');
    await page.getByRole('option', { name: /Tobias Wren/ }).waitFor();
    await assertAccessible(page, 'a note, while somebody is named');
    await page.keyboard.press('Enter');
    await page.keyboard.type('about the **two vans**.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- one alarm\nat five in the morning');
    await page.reload();
    await page.getByRole('button', { name: /There is a draft/ }).click();
    await page.getByText('is here again').waitFor();
    assert.match(
      (await words().innerText()).replace(/\s+/g, ' '),
      /Ask @Tobias Wren about the two vans\. one alarm at five in the morning/,
    );
    assert.equal(await page.getByLabel('Title').inputValue(), 'Before the trial');
  });

  await chapter('⌘↵ keeps it; it stands with its form on both people’s pages', async () => {
    await words().click();
    await page.keyboard.press('Control+Enter');
    await toast('The note is kept');
    const note = rows().filter({ hasText: 'Before the trial' });
    await note.locator('strong', { hasText: 'two vans' }).waitFor();
    assert.deepEqual(await note.locator('li').allInnerTexts(), ['one alarm', 'at five in the morning']);
    assert.equal(await page.getByRole('button', { name: /There is a draft/ }).count(), 0);
    await note.getByRole('link', { name: '@Tobias Wren' }).click();
    await page.locator('.hero h1').filter({ hasText: 'Tobias Wren' }).waitFor();
    await rows().filter({ hasText: 'Before the trial' }).getByText('named in it').waitFor();
    await assertAccessible(page, 'a note on a person’s page');
  });

  await chapter('closing asks nothing; words in tags are letters; a link leads only where it may', async () => {
    await page.getByRole('button', { name: /^Note( m)?$/ }).click();
    await words().click();
    await page.keyboard.type('<b>not bold</b> and [a trick](javascript:alert(1))');
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByLabel('Where does it lead?').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Set' }).click();
    await page.getByText('A link begins with').waitFor();
    await page.keyboard.press('Escape');
    await words().click();
    await page.keyboard.press('Escape');
    await until(async () => (await page.locator('.note-sheet').count()) === 0);
    await page.keyboard.press('m');
    await page.getByText('is here again').waitFor();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await toast('The note is kept');
    const note = rows().filter({ hasText: '<b>not bold</b>' });
    await note.waitFor();
    assert.equal(await note.locator('a, strong').count(), 0);
  });

  await chapter('it is changed by whoever wrote it, taken away, and brought back with z', async () => {
    const note = rows().filter({ hasText: 'not bold' });
    await note.getByRole('button', { name: 'What can be done with it' }).click();
    await page.getByRole('menuitem', { name: 'Change' }).click();
    await words().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('He answers after two.');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await rows().filter({ hasText: 'He answers after two.' }).waitFor();
    const changed = rows().filter({ hasText: 'He answers after two.' });
    await changed.getByRole('button', { name: 'What can be done with it' }).click();
    await page.getByRole('menuitem', { name: 'Take away' }).click();
    await toast('The note is gone');
    await until(async () => (await changed.count()) === 0);
    await page.keyboard.press('z');
    await changed.waitFor();
  });

  await chapter('a file is attached, comes back as it was, and is told when it comes twice', async () => {
    const file = { name: 'plan for July.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 the plan') };
    const choose = () => page.getByLabel('Attach a file').setInputFiles(file);
    await choose();
    await toast('plan for July.pdf is here now');
    await choose();
    await toast('plan for July.pdf was here already');
    await page.getByRole('button', { name: 'Files', exact: true }).click();
    await until(async () => (await rows().count()) === 1);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'plan for July.pdf' }).click()]);
    assert.equal(download.suggestedFilename(), 'plan for July.pdf');
    assert.equal(readFileSync(await download.path(), 'utf8'), '%PDF-1.7 the plan');
    await page.getByRole('button', { name: 'What can be done with plan for July.pdf' }).click();
    await page.getByRole('menuitem', { name: 'Take away' }).click();
    await until(async () => (await rows().count()) === 0);
    await page.getByText('Nothing of this yet.').waitFor();
    await page.keyboard.press('z');
    await until(async () => (await rows().count()) === 1);
  });

  await chapter('a photo is worn and taken off again', async () => {
    await page.getByLabel('Choose a photo').setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer: PNG });
    await toast('The photo is changed');
    await page.locator('.hero img.av').waitFor();
    await until(() => page.locator('.hero img.av').evaluate((face) => (face as unknown as { naturalWidth: number }).naturalWidth > 0));
    await page.getByRole('button', { name: 'Photo' }).click();
    await page.getByRole('menuitem', { name: 'No photo' }).click();
    await page.locator('.hero span.av').waitFor();
  });

  await chapter('what she keeps to herself a colleague does not see, in the dark and on a phone', async () => {
    await page.keyboard.press('m');
    await words().click();
    await page.keyboard.type('He thinks of leaving.');
    await page.getByLabel('Only I may read it').check();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.getByRole('button', { name: 'Notes', exact: true }).click();
    await rows().filter({ hasText: 'He thinks of leaving.' }).getByText('only you see this').waitFor();
    const address = new URL(page.url()).pathname;
    const invited = await page.request.post('/api/v1/invitations', {
      data: { role: 'member', days: 1 },
      headers: { origin: stage.server.url },
    });
    const { url } = (await invited.json()) as { url: string };
    const { page: phone } = await stage.visitor({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await phone.goto(new URL(url).pathname);
    await phone.getByLabel('Your name').fill('Tom Ashby');
    await phone.getByLabel('E-mail').fill('tom@example.org');
    await phone.getByLabel('Password').fill('a long sentence here');
    await phone.getByRole('button', { name: 'Join' }).click();
    await phone.waitForURL((now) => now.pathname === '/');
    await phone.goto(address);
    await phone.locator('.tl').filter({ hasText: 'He answers after two.' }).waitFor();
    assert.equal(await phone.getByText('He thinks of leaving.').count(), 0);
    await phone.getByRole('button', { name: /^Note( m)?$/ }).click();
    await phone.locator('.ProseMirror').waitFor();
    await assertAccessible(phone, 'writing a note, dark, on a phone');
    assert.equal(await phone.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0);
  });
});
