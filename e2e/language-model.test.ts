import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { fails, finds, type ModelEndpoint, openModelEndpoint } from '#test/model-endpoint.ts';
import { chaptersOf, openStage, type Stage } from './stage.ts';
import { assertNoSideways, assertReadable, colleague, type Desk, handIn, sitDown, understood, vttOf } from './talks.ts';
import { until } from './until.ts';

let stage: Stage;
let model: ModelEndpoint;
let nora: Desk;
let page: Page;

before(async () => {
  model = await openModelEndpoint(fails(401));
  stage = await openStage();
  nora = await sitDown(stage, 'Nora Lind');
  ({ page } = nora);
});
after(async () => {
  await stage.close();
  await model.close();
});

const CALL = vttOf([
  ['Nora Lind', 'What made you take this call?', 4],
  ['Tom Baker', 'The reports are late every Monday. We need the numbers before eight, or the boss will ask me why.', 9],
  ['Nora Lind', 'I will send you an example by Friday.', 4],
]);
const QUOTE = 'the boss will ask me why';

test('a language model is chosen, tried, turned on, marked where it suggests, and turned off', { timeout: 90_000 }, async (story) => {
  const chapter = chaptersOf(story, () => page);
  const tick = page.getByRole('checkbox', { name: /Ask it about each conversation/ });
  const status = page.getByRole('status');

  await chapter('it is off, says what would leave, and cannot be turned on without an address', async () => {
    await page.goto('/settings/language-model');
    await page.getByRole('heading', { name: 'No language model is asked.' }).waitFor();
    await page.getByText('Never what is private to one member.').waitFor();
    assert.ok(await tick.isDisabled());
    assert.ok(await page.getByRole('button', { name: 'Try it' }).isDisabled());
  });

  await chapter('what was typed can be tried before it is kept, and each answer says what to do', async () => {
    await page.getByLabel('Address').fill('localhost:11434');
    await page.getByLabel('Model', { exact: true }).fill('llama3.1');
    await page.getByText('That is not a whole address').waitFor();
    await page.getByLabel('Address').fill(`${model.url}/`);
    await page.getByRole('button', { name: 'Try it' }).click();
    await status.getByText('It does not let us in').waitFor();
    await page.getByLabel('Key').fill('sk-only-for-you');
    model.answer(finds([{ kind: 'need', turn: 1, quote: 'We need it before eight' }]));
    await page.getByRole('button', { name: 'Try it' }).click();
    await status.getByText(/It answered in .* s and found one thing/).waitFor();
    assert.equal(model.asked.at(-1)?.key, 'sk-only-for-you');
  });

  await chapter('kept, its key is shown to nobody', async () => {
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.toast', { hasText: 'Saved' }).waitFor();
    await page.getByText('A key is kept.').waitFor();
    await page.reload();
    await page.getByText('A key is kept.').waitFor();
    assert.equal(await page.getByLabel('Address').inputValue(), model.url);
    assert.equal(await page.getByLabel('Key').inputValue(), '');
    assert.doesNotMatch(await page.content(), /sk-only-for-you/);
    await page.getByLabel('Address').fill('https://models.example/v1');
    await page.getByText('The kept key belongs to the other address').waitFor();
    await page.getByLabel('Address').fill(model.url);
  });

  await chapter('turned on by the keyboard, what it suggests of the next call bears its name', async () => {
    await tick.focus();
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: 'llama3.1 gives a second opinion.' }).waitFor();
    model.answer(finds([{ kind: 'trait.risk', turn: 1, quote: QUOTE, statement: 'Answers to a boss' }]));
    const { conversations } = await handIn(nora, 'monday.vtt', CALL);
    await understood(nora);
    const talk = `/conversations/${conversations[0]?.id}`;
    await until(async () => {
      await page.goto(talk);
      await page.locator('.turn').first().waitFor();
      return (await page.locator('.fin', { hasText: 'found by the language model llama3.1' }).count()) === 1;
    });
    const sug = page.locator('.rail .sug', { hasText: 'found by the language model llama3.1' });
    await sug.getByText(QUOTE).click();
    await sug.getByRole('button', { name: 'Confirm' }).waitFor();
    await assertReadable(page, 'a suggestion of the language model');
  });

  await chapter('the page says how it went, by day, by night, at a desk and on a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const size of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(size);
        await page.goto('/settings/language-model');
        await page
          .locator('dd', { hasText: /today|:\d\d/ })
          .first()
          .waitFor();
        await assertReadable(page, `the language model, ${colorScheme}, at ${size.width}`);
        await assertNoSideways(page, `the language model at ${size.width}`);
      }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await chapter('turned off its suggestion goes, and one key brings it back', async () => {
    await tick.click();
    await page.getByRole('heading', { name: 'No language model is asked.' }).waitFor();
    const marked = async () => {
      const { rows } = await nora.ask<{ rows: { id: string }[] }>('GET', '/api/v1/conversations');
      const talk = await nora.ask<{ findings: { by?: string }[] }>('GET', `/api/v1/conversations/${rows[0]?.id}`);
      return talk.findings.filter(({ by }) => by === 'language-model').length;
    };
    assert.equal(await marked(), 0);
    await page.locator('h1').click();
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: 'llama3.1 gives a second opinion.' }).waitFor();
    await until(async () => (await marked()) === 1);
  });
});

test('who is no administrator is told that it is not theirs to set', { timeout: 30_000 }, async () => {
  const ben = await colleague(stage, nora, 'Ben Adler');
  await ben.page.goto('/settings/language-model');
  await ben.page.getByText('An owner or admin can change this.').waitFor();
  assert.equal(await ben.page.getByRole('link', { name: 'Language model' }).count(), 0);
  assert.equal(await ben.page.getByLabel('Address').count(), 0);
});
