import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { chaptersOf, makeWorkspace, openStage, type Stage, signUp } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
let maya: Page;
let tom: Page;

before(async () => {
  stage = await openStage();
  ({ page: maya } = await stage.visitor());
  ({ page: tom } = await stage.visitor());
  await signUp(maya, 'Maya Okafor', 'maya@example.org');
  await makeWorkspace(maya, 'Cold Watch');
  await maya.getByRole('navigation', { name: 'Main' }).first().waitFor();
  await maya.request.post('/api/v1/people', { data: { name: 'Ines Carvalho', organisation: 'Harbour Foods' } });
});
after(() => stage.close());

async function invited(role: string): Promise<string> {
  await maya.goto('/settings/members');
  await maya.getByRole('button', { name: /Invite somebody/ }).waitFor();
  await maya.keyboard.press('n');
  await maya.getByLabel('As what?').selectOption({ label: role });
  await maya.getByRole('button', { name: 'Make the link' }).click();
  const link = await maya.getByLabel('The link').inputValue();
  await maya.getByRole('button', { name: 'Done' }).click();
  return new URL(link).pathname;
}

test('a colleague is let in to read, then to write, and goes again', async (story) => {
  const chapter = chaptersOf(story, () => tom);

  await chapter('the link makes an account, once', async () => {
    const link = await invited('Guest');
    await tom.goto(link);
    await tom.getByText('You are invited to Cold Watch.').waitFor();
    await tom.getByText('As a guest, to read along.').waitFor();
    await tom.getByLabel('Your name').fill('Tom Ashby');
    await tom.getByLabel('E-mail').fill('tom@example.org');
    await tom.getByLabel('Password').fill('a lamp left on at night');
    await tom.getByRole('button', { name: 'Join', exact: true }).click();
    await tom.waitForURL((url) => url.pathname === '/');
    const { page: third } = await stage.visitor();
    await third.goto(link);
    await third.getByText('This invitation no longer holds.').waitFor();
  });

  await chapter('a guest reads, and is offered nothing that would be refused', async () => {
    await tom.goto('/people');
    await tom.getByRole('link', { name: 'Ines Carvalho' }).waitFor();
    assert.equal(await tom.getByRole('button', { name: /Add a person/ }).count(), 0);
    await tom.keyboard.press('n');
    assert.equal(await tom.getByRole('dialog').count(), 0);
    await tom.getByRole('link', { name: 'Ines Carvalho' }).click();
    await tom.locator('.hero h1').waitFor();
    assert.equal(await tom.getByRole('button', { name: 'Change' }).count(), 0);
    await tom.goto('/settings/members');
    await tom.getByText('as a guest you read along').waitFor();
    assert.equal(await tom.getByRole('button', { name: /Invite|The role of/ }).count(), 0);
    assert.equal(await tom.getByRole('link', { name: 'Members' }).count(), 0);
    await tom.goto('/settings/workspace');
    await tom.getByText('An owner or admin can change this.').waitFor();
    assert.equal(await tom.getByRole('button', { name: 'Save' }).count(), 0);
  });

  await chapter('a guest finds, but is not offered to do', async () => {
    await tom.keyboard.press('Control+k');
    await tom.getByRole('combobox').fill('a');
    await tom.getByRole('option').first().waitFor();
    assert.equal(await tom.getByRole('option', { name: /Add a person|Paste|Log a talk|Invite/ }).count(), 0);
    await tom.getByRole('combobox').fill('promise Ines a report by Friday');
    await until(async () => (await tom.getByText('You would note').count()) === 0);
    await tom.keyboard.press('Escape');
  });

  await chapter('made a member, the same colleague may write', async () => {
    await maya.reload();
    await maya.getByRole('button', { name: /The role of Tom Ashby/ }).click();
    await maya.getByRole('menuitemradio', { name: 'Member' }).click();
    await maya.getByText('Tom Ashby: Member').waitFor();
    await tom.goto('/people');
    await tom.getByRole('button', { name: /Add a person/ }).waitFor();
    await tom.keyboard.press('n');
    await tom.getByLabel('Name', { exact: true }).fill('Ruth Adeyemi');
    await tom.getByRole('button', { name: 'Add', exact: true }).click();
    await tom.getByRole('heading', { name: 'Ruth Adeyemi' }).waitFor();
  });

  await chapter('an admin is offered no role above their own, nor the owner’s', async () => {
    await maya.getByRole('button', { name: /The role of Tom Ashby/ }).click();
    await maya.getByRole('menuitemradio', { name: 'Admin' }).click();
    await maya.getByText('Tom Ashby: Admin').waitFor();
    await tom.goto('/settings/members');
    await tom.getByRole('button', { name: /Invite somebody/ }).waitFor();
    assert.equal(await tom.getByRole('button', { name: /The role of Maya/ }).count(), 0);
    await tom.getByRole('button', { name: /Invite somebody/ }).click();
    assert.deepEqual(await tom.getByLabel('As what?').locator('option').allInnerTexts(), ['Admin', 'Member', 'Guest']);
    await tom.keyboard.press('Escape');
  });

  await chapter('an invitation that is withdrawn opens nothing', async () => {
    const link = await invited('Member');
    await maya.getByRole('button', { name: 'Withdraw' }).click();
    await maya.getByText('The link no longer works').waitFor();
    const { page: late } = await stage.visitor();
    await late.goto(link);
    await late.getByText('This invitation no longer holds.').waitFor();
  });

  await chapter('words of the workspace are changed, seen by all, and taken back', async () => {
    await maya.goto('/settings');
    await maya.waitForURL('**/settings/workspace');
    await maya.getByLabel('What is it called?').fill('Cold Watch & Sons');
    await maya.getByLabel('Time zone').fill('Europe/Nowhere');
    await maya.getByRole('button', { name: 'Save' }).click();
    await maya.getByRole('alert').waitFor();
    assert.equal(await maya.getByLabel('What is it called?').inputValue(), 'Cold Watch & Sons');
    await maya.getByLabel('Time zone').fill('Europe/Lisbon');
    await maya.getByRole('button', { name: 'Save' }).click();
    await maya.getByText('Saved').waitFor();
    await tom.goto('/settings/workspace');
    assert.equal(await tom.getByLabel('What is it called?').inputValue(), 'Cold Watch & Sons');
    assert.equal(await tom.getByLabel('Time zone').inputValue(), 'Europe/Lisbon');
    await maya.locator('h1').click();
    await maya.keyboard.press('z');
    await until(async () => (await maya.getByLabel('What is it called?').inputValue()) === 'Cold Watch');
  });

  await chapter('what Heed has learned from them is counted, forgotten and taken back', async () => {
    await maya.goto('/settings/learned');
    await maya.getByText('Heed has learned nothing from you yet.').waitFor();
    const talk = [
      'Please send me a copy of the lease.',
      'Please ask the town whether we get help.',
      'Please call my sister about the house.',
    ];
    const text = talk.map((said) => `Ines Carvalho: ${said}\nMaya Okafor: Right.`).join('\n');
    const { conversations } = (await (await maya.request.post('/api/v1/conversations/text', { data: { text } })).json()) as {
      conversations: { id: string }[];
    };
    const about = `/api/v1/conversations/${conversations[0]?.id}`;
    const found = async () => {
      const { findings } = (await (await maya.request.get(about)).json()) as { findings: { id: string; kind: string }[] };
      return findings.filter(({ kind }) => kind === 'request');
    };
    await until(async () => (await found()).length >= 3);
    const [first, second, third] = await found();
    for (const one of [first, second]) await maya.request.post(`/api/v1/findings/${one?.id}/confirm`);
    await maya.request.post(`/api/v1/findings/${third?.id}/reject`);
    await maya.reload();
    await maya.getByRole('heading', { name: 'Heed has learned from 3 decisions of yours.' }).waitFor();
    await maya.getByRole('row', { name: /A request 2 of 3/ }).waitFor();
    await tom.goto('/settings/learned');
    await tom.getByRole('row', { name: /A request 2 of 3/ }).waitFor();
    await maya.getByRole('button', { name: 'Forget what was learned' }).focus();
    await maya.keyboard.press('Enter');
    await maya.getByRole('heading', { name: 'Heed starts afresh.' }).waitFor();
    await maya.locator('h1').click();
    await maya.keyboard.press('z');
    await maya.getByRole('row', { name: /A request 2 of 3/ }).waitFor();
  });

  await chapter('who is taken out is out at once, and comes back with one key', async () => {
    await maya.goto('/settings/members');
    await maya.getByRole('button', { name: /The role of Tom Ashby/ }).click();
    await maya.getByRole('menuitem', { name: 'Take out' }).click();
    await maya.getByText('Tom Ashby no longer works here').waitFor();
    await tom.goto('/people');
    await until(async () => (await tom.getByRole('link', { name: 'Ines Carvalho' }).count()) === 0);
    assert.equal((await tom.request.get('/api/v1/people')).status(), 403);
    await maya.keyboard.press('z');
    await maya.getByRole('button', { name: /The role of Tom Ashby/ }).waitFor();
    await tom.goto('/people');
    await tom.getByRole('link', { name: 'Ines Carvalho' }).waitFor();
  });
});
