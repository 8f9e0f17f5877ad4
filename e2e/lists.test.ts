import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, chaptersOf, makeWorkspace, openStage, type Stage, signUp } from './stage.ts';
import { until } from './until.ts';

const MANY = 130;
let stage: Stage;
let page: Page;

before(async () => {
  stage = await openStage();
  ({ page } = await stage.visitor());
  await signUp(page, 'Maya Okafor', 'maya@example.org');
  await makeWorkspace(page, 'Cold Watch');
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  await Promise.all(
    Array.from({ length: MANY }, (_, n) =>
      page.request.post('/api/v1/people', {
        data: { name: `Person ${String(n).padStart(3, '0')}`, kinds: [n < 30 ? 'investor' : 'customer'] },
      }),
    ),
  );
});
after(() => stage.close());

test('a team puts its own words on whom it knows, finds by them, keeps the finding, and changes many at once', {
  timeout: 120_000,
}, async (story) => {
  const chapter = chaptersOf(story, () => page);
  const row = (n: string) => page.getByRole('link', { name: `Person ${n}` });

  await chapter('a field of one’s own is made in the settings', async () => {
    await page.goto('/settings/tags');
    await page.getByText('No tags yet.').waitFor();
    await page.getByRole('button', { name: 'Add a field' }).click();
    await page.getByLabel('What is it called?').fill('Vans');
    await page.getByLabel('What is filled in?').selectOption('number');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Vans can be filled in now').waitFor();
    await page.locator('.many-list').getByText('Vans').waitFor();
    await assertAccessible(page, 'tags and fields');
  });

  await chapter('two tags and a number are written on a person, in place', async () => {
    await page.goto('/people?sort=name');
    await row('003').click();
    await page.getByRole('button', { name: 'Add a tag' }).click();
    await page.getByRole('combobox', { name: 'Add a tag' }).fill('Cold chain');
    await page.getByRole('option', { name: 'New tag: Cold chain' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Cold chain' }).waitFor();
    await page.getByRole('combobox', { name: 'Add a tag' }).fill('Board');
    await page.getByRole('option', { name: 'New tag: Board' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Board' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Fill in' }).click();
    await page.getByRole('button', { name: 'Change Vans' }).click();
    await page.getByLabel('Vans').fill('many');
    await page.keyboard.press('Enter');
    await page.getByText('That is not a number').waitFor();
    await page.getByLabel('Vans').fill('12,5');
    await page.keyboard.press('Enter');
    await page.locator('.own-fields').getByText('12.5').waitFor();
    await assertAccessible(page, 'a person with tags and fields');
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertAccessible(page, 'a person with tags and fields, dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await chapter('both are words of the sentence, and the address keeps them', async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: '+ and who…' }).click();
    await page.getByRole('menuitem', { name: 'have a tag…' }).click();
    await page.getByRole('combobox', { name: 'Which tag?' }).fill('cold');
    await page.getByRole('option', { name: 'Cold chain' }).click();
    await page.waitForURL(/tags=/);
    await page.getByText('1–1 of 1').waitFor();
    await page.getByRole('button', { name: '+ and who…' }).click();
    await page.getByRole('menuitem', { name: 'with Vans…' }).click();
    await page.getByLabel('What it is held against').fill('13');
    await page.getByRole('button', { name: 'Use' }).click();
    await page.getByText('Nobody fits that sentence.').waitFor();
    await page.getByRole('button', { name: 'Vans at least 13' }).click();
    await page.getByRole('button', { name: 'at most' }).click();
    await page.getByRole('button', { name: 'Use' }).click();
    await page.getByText('1–1 of 1').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Vans at most 13' }).waitFor();
    await page.getByText('1–1 of 1').waitFor();
    await assertAccessible(page, 'a longer sentence');
  });

  await chapter('the sentence is kept for everybody under a name, with how many stand in it', async () => {
    await page.getByRole('button', { name: 'Save as a view' }).first().click();
    await page.getByLabel('What is it called?').fill('Cold few');
    await page.getByLabel('For everybody here').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/view=/);
    await page.getByRole('link', { name: 'Cold few 1' }).first().waitFor();
    await page.getByRole('link', { name: 'Everyone' }).first().click();
    await page.getByText('1–100 of 130').waitFor();
    await page.getByRole('link', { name: 'Cold few 1' }).first().click();
    await page.getByText('1–1 of 1').waitFor();
    await page.getByRole('button', { name: 'Vans at most 13' }).click();
    await page.getByRole('button', { name: 'Take out', exact: true }).click();
    await page.getByRole('button', { name: 'Change the view Cold few' }).first().click();
    await page.getByRole('menuitem', { name: 'Let it show this sentence' }).click();
    await page.getByText('Cold few shows this sentence now').waitFor();
  });

  await chapter('a colleague finds the shared view in the bar', async () => {
    await page.goto('/settings/members');
    await page.getByRole('button', { name: /Invite somebody/ }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByLabel('The link').inputValue();
    const { page: theirs } = await stage.visitor();
    await theirs.goto(new URL(link).pathname);
    await theirs.getByLabel('Your name').fill('Tom Ashby');
    await theirs.getByLabel('E-mail').fill('tom@example.org');
    await theirs.getByLabel('Password').fill('a calm reading room');
    await theirs.getByRole('button', { name: /Join/ }).click();
    await theirs.waitForURL((url) => url.pathname === '/');
    await theirs.goto('/people');
    await theirs.getByRole('link', { name: 'Cold few 1' }).first().click();
    await theirs.getByRole('link', { name: 'Person 003' }).waitFor();
    await theirs.close();
  });

  await chapter('thirty are tagged by all that fit, and z takes it back', async () => {
    await page.goto('/people?kinds=["investor"]&sort=name');
    await row('000').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('1 chosen').waitFor();
    await row('004').click({ modifiers: ['Shift'] });
    await page.getByText('5 chosen').waitFor();
    await page.getByRole('button', { name: 'Choose all 30 that fit' }).click();
    await page.getByText('All 30 that fit are chosen').waitFor();
    await assertAccessible(page, 'the bar of those chosen');
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await page.getByRole('combobox', { name: 'Which tag?' }).fill('Spring letter');
    await page.getByRole('option', { name: 'New tag: Spring letter' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('30 people: tagged Spring letter').waitFor();
    const tagged = async () => {
      const { tags } = (await (await page.request.get('/api/v1/tags')).json()) as { tags: { name: string; people: number }[] };
      return tags.find(({ name }) => name === 'Spring letter')?.people;
    };
    assert.equal(await tagged(), 30);
    await page.keyboard.press('z');
    await until(async () => (await tagged()) === 0);
    await page.keyboard.press('Escape');
    await page.getByText('chosen').waitFor({ state: 'detached' });
    await page.goto('/settings/tags');
    await page.getByText('30 people: tagged Spring letter').waitFor();
    await page.getByText('· taken back').waitFor();
    await assertAccessible(page, 'changes to many');
  });

  await chapter('on a phone a long press begins to choose', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/people?sort=name');
    const first = page.locator('.plist li').first();
    await first.locator('b').hover();
    await page.mouse.down();
    await page.getByText('1 chosen').waitFor();
    await page.mouse.up();
    await page.locator('.plist li').nth(1).locator('b').click();
    await page.getByText('2 chosen').waitFor();
    assert.equal(new URL(page.url()).pathname, '/people');
    await assertAccessible(page, 'choosing on a phone');
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertAccessible(page, 'choosing on a phone, dark');
  });
});
