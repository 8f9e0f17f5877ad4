import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { isEverywhere, isLoopback, readConfig } from './config.ts';

function refusalOf(env: Record<string, string>): Refusal {
  try {
    readConfig(env);
  } catch (problem) {
    assert.ok(problem instanceof Refusal);
    return problem;
  }
  throw new Error('nothing was refused');
}

test('without any setting Heed listens to this machine alone, with a database of its own', () => {
  assert.deepEqual(readConfig({ PATH: '/bin' }), {
    port: 4600,
    host: '127.0.0.1',
    state: undefined,
    databaseUrl: undefined,
    publicUrl: undefined,
    secret: undefined,
    logLevel: 'info',
  });
});

test('every setting is taken, and the public address loses its last slash', () => {
  const config = readConfig({
    HEED_PORT: '0',
    HEED_HOST: '0.0.0.0',
    HEED_STATE: '/srv/heed',
    DATABASE_URL: 'postgres://heed@db/heed',
    HEED_URL: 'https://heed.example.com/',
    HEED_SECRET: 's'.repeat(32),
    HEED_LOG: 'debug',
  });
  assert.deepEqual(config, {
    port: 0,
    host: '0.0.0.0',
    state: '/srv/heed',
    databaseUrl: 'postgres://heed@db/heed',
    publicUrl: 'https://heed.example.com',
    secret: 's'.repeat(32),
    logLevel: 'debug',
  });
});

test('an empty variable counts as not set', () => {
  const config = readConfig({ HEED_STATE: '', DATABASE_URL: '', HEED_URL: '', HEED_SECRET: '' });
  assert.equal(config.state, undefined);
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.publicUrl, undefined);
  assert.equal(config.secret, undefined);
});

test('what is off is named, with all the others that are off', () => {
  const { code, message } = refusalOf({ HEED_PORT: 'door', HEED_URL: 'heed.example.com', HEED_SECRET: 'short', DATABASE_URL: 'mysql://x' });
  assert.equal(code, 'config.wrong');
  for (const name of ['HEED_PORT', 'HEED_URL', 'HEED_SECRET', 'DATABASE_URL']) assert.match(message, new RegExp(name));
  assert.match(message, /such as 4600/);
  assert.match(refusalOf({ HEED_PORT: '70000' }).message, /0 to 65535/);
  assert.match(refusalOf({ HEED_HOST: 'my computer' }).message, /address of this machine/);
});

test('a secret is never part of the complaint about it', () => {
  assert.doesNotMatch(refusalOf({ HEED_SECRET: 'hunter2' }).message, /hunter2/);
});

test('loopback is told from the rest', () => {
  for (const address of ['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1', 'localhost']) assert.ok(isLoopback(address), address);
  for (const address of ['10.0.0.1', '0.0.0.0', '::', '1127.0.0.1', 'localhost.example', '127.0.0.1.evil.example', '127.evil.example', ''])
    assert.ok(!isLoopback(address), address);
});

test('an address that only a path leads to is refused, and so is one with a name in it', () => {
  for (const address of ['https://example.com/heed', 'https://maya@example.com', 'https://example.com/?a=b'])
    assert.match(refusalOf({ HEED_URL: address }).message, /HEED_URL must be the address alone/, address);
});

test('an address of a database that cannot be read is refused here, without its password', () => {
  for (const address of ['postgres://heed:hunter/2@db/heed', 'postgres://heed:hunter%zz@db/heed']) {
    const { message } = refusalOf({ DATABASE_URL: address });
    assert.match(message, /DATABASE_URL is no address/);
    assert.doesNotMatch(message, /hunter/);
  }
  const socket = 'postgres:///heed?host=%2Fvar%2Frun%2Fpostgresql';
  assert.equal(readConfig({ DATABASE_URL: socket }).databaseUrl, socket);
});

test('every address of the machine is told from one that people can type', () => {
  assert.deepEqual(['0.0.0.0', '::', '127.0.0.1', '10.0.0.5'].map(isEverywhere), [true, true, false, false]);
});
