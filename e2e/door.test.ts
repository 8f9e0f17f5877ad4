import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, chaptersOf, openStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
let baseURL: string;

before(async () => {
  // For others on the network too: then whoever comes first is not known to sit at this machine.
  stage = await openStage({ env: { HEED_HOST: '0.0.0.0' } });
  baseURL = stage.server.url.replace('0.0.0.0', '127.0.0.1');
  ({ page } = await stage.visitor({ baseURL }));
});
after(() => stage.close());

test('the first to come from elsewhere shows the token, looks around in the sample, and is let in again', async (story) => {
  const chapter = chaptersOf(story, () => page);
  const alert = () => page.getByRole('alert').innerText();

  await chapter('without the printed token nobody becomes the first', async () => {
    await page.goto('/people');
    await page.getByRole('heading', { name: 'Nobody has been here before you' }).waitFor();
    await assertAccessible(page, 'the first account');
    await page.getByLabel('Your name').fill('Maya Okafor');
    await page.getByLabel('E-mail').fill('maya@example.org');
    await page.getByLabel('Password').fill('too short');
    await page.getByLabel('Setup token').fill('a guess');
    await page.getByText('3 more characters, please.').waitFor();
    await page.getByLabel('Password').fill('a calm reading room');
    await page.getByRole('button', { name: 'Make my account' }).click();
    assert.match(await alert(), /token/);
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Maya Okafor');
    assert.equal(await page.getByLabel('Password').inputValue(), 'a calm reading room');
  });

  await chapter('with it, they are in, and are asked where they will work', async () => {
    const token = /setup token: (\S+)/.exec(stage.server.said())?.[1] ?? '';
    await page.getByLabel('Setup token').fill(token);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.getByRole('heading', { name: 'Where will you work?' }).waitFor();
    await assertAccessible(page, 'a first workspace');
  });

  await chapter('the sample opens with one click, says what it is, and goes with one click', async () => {
    await page.getByRole('button', { name: /sample workspace/ }).click();
    await page.getByText('This is a made-up workspace').waitFor({ timeout: 60_000 });
    await page.keyboard.press('2');
    await page.getByRole('link', { name: 'Ines Carvalho' }).waitFor();
    await page.getByRole('button', { name: 'Remove the sample' }).click();
    await page.getByText('The sample is gone').waitFor();
    await page.getByRole('heading', { name: 'Where will you work?' }).waitFor();
  });

  await chapter('a workspace of their own takes its place, and nothing of the sample is left in it', async () => {
    await page.getByLabel('What is it called?').fill('Cold Watch');
    await page.getByLabel('What do you do?').fill('We watch over cold transport.');
    await page.getByRole('button', { name: 'Open my workspace' }).click();
    await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
    await page.goto('/people');
    await page.getByText('Nobody is here yet.').waitFor();
    assert.equal(await page.getByText('This is a made-up workspace').count(), 0);
  });

  await chapter('a wrong password is told plainly, and what was typed stays', async () => {
    await page.goto('/settings/me');
    await page.getByRole('button', { name: 'Sign out' }).last().click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await assertAccessible(page, 'the door');
    await page.getByLabel('E-mail').fill('maya@example.org');
    await page.getByLabel('Password').fill('not this one at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page
      .getByText(/do not (match|belong|fit)|not right|wrong/i)
      .first()
      .waitFor();
    assert.equal(await page.getByLabel('E-mail').inputValue(), 'maya@example.org');
    assert.equal(await page.getByLabel('Password').inputValue(), 'not this one at all');
    await page.getByLabel('Password').fill('a calm reading room');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  });

  await chapter('whoever comes after the first is not offered an account', async () => {
    const { page: stranger } = await stage.visitor({ baseURL });
    await stranger.goto('/');
    await stranger.getByRole('button', { name: 'Sign in' }).waitFor();
    assert.equal(await stranger.getByLabel('Your name').count(), 0);
    await stranger.goto('/join/not-an-invitation');
    await stranger.getByText('This invitation no longer holds.').waitFor();
    await assertAccessible(stranger, 'an invitation that is gone');
  });
});
