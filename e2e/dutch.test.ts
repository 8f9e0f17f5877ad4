import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { en } from '../src/web/messages/en/all.ts';
import { offerings as offeringsEn } from '../src/web/messages/en/offerings.ts';
import { settings as settingsEn } from '../src/web/messages/en/settings.ts';
import { nl } from '../src/web/messages/nl/all.ts';
import { offerings as offeringsNl } from '../src/web/messages/nl/offerings.ts';
import { settings as settingsNl } from '../src/web/messages/nl/settings.ts';
import { groundScreens } from './screens.ts';
import { openSample, openSampleStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;

before(async () => {
  stage = await openSampleStage();
  ({ page } = await stage.visitor());
  await openSample(page);
});
after(() => stage.close());

/** Every sentence of a catalogue that stands in it as it is; what is composed has no words of its own to look for. */
function sentences(tree: object): string[] {
  return Object.values(tree).flatMap((leaf: unknown) => {
    if (typeof leaf === 'string') return [leaf];
    return typeof leaf === 'object' && leaf !== null ? sentences(leaf) : [];
  });
}

const dutch = new Set(sentences({ ...nl, offerings: offeringsNl, settings: settingsNl }));
// What is the same in both, or too short to be told from a name or a piece of Dutch.
const english = sentences({ ...en, offerings: offeringsEn, settings: settingsEn }).filter(
  (said) => !dutch.has(said) && (/\s/.test(said) || said.length > 7),
);

/** What stands on the page in our words: quotes are as they were said, and titles as they were given. */
async function englishOn(shown: Page): Promise<string[]> {
  const text = await shown.evaluate<string>(`(() => {
    const said = [];
    for (const node of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) if (node.hasAttribute(name)) said.push(node.getAttribute(name));
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode())
      if (!walk.currentNode.parentElement.closest('q, blockquote, .src, script, input, textarea, option')) said.push(walk.currentNode.textContent);
    return said.map((one) => one.trim()).join('\\n');
  })()`);
  const lines = new Set(text.split('\n'));
  return english.filter((said) => lines.has(said));
}

test('a browser that is told to speak Dutch has no English sentence left on any screen', async () => {
  await page.goto('/settings/me');
  await page.getByRole('button', { name: 'Nederlands' }).click();
  await page.getByRole('heading', { name: settingsNl.meTitle }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
  const left: string[] = [];
  for (const { address, ready } of await groundScreens(page)) {
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    left.push(...(await englishOn(page)).map((said) => `${address}: ${said}`));
  }
  assert.deepEqual(left, []);
});

test('what floats over the screens speaks Dutch as well', async () => {
  await page.goto('/people');
  await page.locator('tbody .nm').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('beloof Ines het rapport voor vrijdag');
  await page.getByText(nl.find.youWould).waitFor();
  assert.deepEqual(await englishOn(page), []);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText(nl.shell.shortcutsWhy).waitFor();
  assert.deepEqual(await englishOn(page), []);
  await page.keyboard.press('Escape');
});

test('dates and numbers follow the language', async () => {
  const { rows } = (await (await page.request.get('/api/v1/people')).json()) as { rows: { id: string }[] };
  await page.goto(`/people/${rows[0]?.id}`);
  await page.locator('.hero h1').waitFor();
  const said = await page.locator('.hero').innerText();
  assert.match(said, /geleden|vandaag|gisteren/);
  assert.doesNotMatch(said, /ago|since/);
});

test('the choice is this browser’s own: another one speaks as the workspace does', async () => {
  const cookies = await page.context().cookies();
  const { page: other, context } = await stage.visitor();
  await context.addCookies(cookies);
  await other.goto('/people');
  await other.getByRole('button', { name: /Add a person/ }).waitFor();
});

test('the check itself finds a sentence that was left', async () => {
  const { page: left, context } = await stage.visitor();
  await context.addCookies(await page.context().cookies());
  await left.goto('/people');
  await left.locator('tbody .nm').first().waitFor();
  assert.ok((await englishOn(left)).includes(en.people.columns.matters));
});
