import assert from 'node:assert/strict';
import { chmodSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { temporaryFolder } from '#test/cluster.ts';
import { lentUser } from './lent.ts';
import { defaultState, makeState, mayPass } from './state.ts';

const PASSWD = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/usr/sbin/nologin\n';

test('the data folder is where HEED_STATE says, else /var/lib/heed for root, else with the data of the user', () => {
  assert.equal(defaultState({ HEED_STATE: '/srv/heed' }, 0), '/srv/heed');
  assert.equal(defaultState({}, 0), '/var/lib/heed');
  if (process.platform !== 'linux') return;
  assert.equal(defaultState({ XDG_DATA_HOME: '/home/ada/data' }, 1000), '/home/ada/data/heed');
  assert.equal(defaultState({ HOME: '/home/ada' }, 1000), '/home/ada/.local/share/heed');
  assert.equal(defaultState({}, 1000), path.join(homedir(), '.local/share/heed'));
});

test('root lends the database the user postgres, else nobody; anyone else runs it as themselves', () => {
  const withPostgres = `${PASSWD}postgres:x:101:104::/var/lib/postgresql:/bin/bash\n`;
  assert.deepEqual(lentUser({ uid: 0, passwd: () => withPostgres }), { name: 'postgres', uid: 101, gid: 104 });
  assert.deepEqual(lentUser({ uid: 0, passwd: () => PASSWD }), { name: 'nobody', uid: 65534, gid: 65533 });
  assert.equal(lentUser({ uid: 1000, passwd: () => PASSWD }), null);
  assert.throws(
    () => lentUser({ uid: 0, passwd: () => 'root:x:0:0::/root:/bin/sh\n' }),
    (problem) => problem instanceof Refusal && problem.code === 'state.no-user',
  );
});

test('who may pass a folder is read from its owner, its group and the rest', () => {
  const folder = temporaryFolder('pass');
  const { uid, gid } = statSync(folder);
  const may = (mode: number, as: { uid: number; gid: number }) => {
    chmodSync(folder, mode);
    return mayPass(folder, as);
  };
  assert.equal(may(0o700, { uid, gid: gid + 1 }), true);
  assert.equal(may(0o700, { uid: uid + 1, gid }), false);
  assert.equal(may(0o710, { uid: uid + 1, gid }), true);
  assert.equal(may(0o710, { uid: uid + 1, gid: gid + 1 }), false);
  assert.equal(may(0o711, { uid: uid + 1, gid: gid + 1 }), true);
  rmSync(folder, { recursive: true });
});

test('a folder that is only ours is opened just so far that the database can pass', () => {
  const folder = temporaryFolder('open');
  makeState(folder, { uid: statSync(folder).uid + 12_345, gid: 54_321, name: 'somebody' });
  assert.equal(statSync(folder).mode & 0o777, 0o711);
  rmSync(folder, { recursive: true });
});

test('a folder where one may not write is refused in words', () => {
  assert.throws(
    () => makeState('/etc/passwd/heed', null),
    (problem) => problem instanceof Refusal && problem.code === 'state.unwritable' && /HEED_STATE/.test(problem.message),
  );
});

test('a database that is there is run as whose it is, whatever users came to the machine since', () => {
  const passwd = () => `${PASSWD}postgres:x:101:104::/:/bin/sh\nheed:x:999:998::/:/bin/sh\n`;
  assert.equal(lentUser({ uid: 0, passwd, owner: 65534 })?.name, 'nobody');
  assert.deepEqual(lentUser({ uid: 0, passwd, owner: 999 }), { name: 'heed', uid: 999, gid: 998 });
  assert.equal(lentUser({ uid: 999, passwd, owner: 999 }), null);
  const refused = (words: RegExp) => (problem: unknown) =>
    problem instanceof Refusal && problem.code === 'state.other-owner' && words.test(problem.message);
  assert.throws(() => lentUser({ uid: 1000, passwd, owner: 999 }), refused(/belongs to the user heed,/));
  assert.throws(() => lentUser({ uid: 1000, passwd, owner: 4242 }), refused(/the user with the number 4242,/));
  assert.throws(() => lentUser({ uid: 0, passwd, owner: 4242 }), refused(/whom this machine does not know/));
});
