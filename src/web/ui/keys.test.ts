import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addKeys, bindingFor, keysInForce } from './keys.ts';

const press = (key: string, more: { metaKey?: boolean; ctrlKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  ...more,
});
const nowhere = { typing: false, dialog: false, control: false };
const nothing = () => undefined;

test('the screen opened last has the key, and gives it back when it leaves', () => {
  const leaveShell = addKeys([
    { key: 'j', says: 'shell', run: nothing },
    { key: '?', says: 'help', run: nothing },
  ]);
  const leaveScreen = addKeys([{ key: 'j', says: 'next person', run: nothing }]);
  assert.equal(bindingFor(press('j'), nowhere)?.says, 'next person');
  assert.deepEqual(
    keysInForce().map((key) => key.says),
    ['next person', 'help'],
  );
  leaveScreen();
  assert.equal(bindingFor(press('j'), nowhere)?.says, 'shell');
  leaveShell();
  assert.equal(bindingFor(press('j'), nowhere), null);
});

test('a letter belongs to the field one types in; ⌘K does not', () => {
  const leave = addKeys([
    { key: 'z', says: 'undo', run: nothing },
    { key: 'mod+k', says: 'find', run: nothing },
  ]);
  const typing = { ...nowhere, typing: true };
  assert.equal(bindingFor(press('z'), typing), null);
  assert.equal(bindingFor(press('K', { metaKey: true }), typing)?.says, 'find');
  assert.equal(bindingFor(press('k', { ctrlKey: true }), nowhere)?.says, 'find');
  assert.equal(bindingFor(press('z', { ctrlKey: true }), nowhere), null);
  assert.equal(bindingFor(press('z', { altKey: true }), nowhere), null);
  leave();
});

test('nothing behind an open dialog answers, and Enter stays with the link that has the focus', () => {
  const leave = addKeys([{ key: 'Enter', says: 'open', run: nothing }]);
  assert.equal(bindingFor(press('Enter'), { ...nowhere, dialog: true }), null);
  assert.equal(bindingFor(press('Enter'), { ...nowhere, control: true }), null);
  assert.equal(bindingFor(press('Enter'), nowhere)?.says, 'open');
  leave();
});
