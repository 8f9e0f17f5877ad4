import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { affiliationShape, closenessShape, tieShape } from './organisation.shape.ts';
import { domainIn, hasDirection, lasts, TIE_KINDS } from './organisation.ts';

test('a domain is found in whatever somebody pastes: an address, a link or the bare name', () => {
  for (const written of [
    'harbour.example',
    ' Harbour.Example. ',
    'www.harbour.example',
    'https://www.harbour.example/team?x=1#top',
    'http://harbour.example:8080',
    'https://harbour.example?ref=newsletter',
    'ines@harbour.example',
    'mailto:ines@harbour.example?subject=Hello',
    'https://ines:secret@harbour.example/',
  ])
    assert.equal(domainIn(written), 'harbour.example', written);
  assert.equal(domainIn('post.harbour.co.uk'), 'post.harbour.co.uk', 'a part of a house is a domain of its own');
});

test('an @ in the path of a link is nobody’s address', () => {
  assert.equal(domainIn('https://medium.com/@harbour'), 'medium.com');
  assert.equal(domainIn('https://video.example/@harbour.foods'), 'video.example');
  assert.equal(domainIn('https://harbour.example/contact?to=info@other.example'), 'harbour.example');
  assert.equal(domainIn('harbour.example/#a@other.example'), 'harbour.example');
});

test('what holds no domain gives none', () => {
  for (const written of [
    '',
    'harbour',
    'localhost:3000',
    'Harbour Foods',
    'ines@',
    '@',
    'https://',
    '192.168.0.1',
    '-harbour.example',
    'harbour-.example',
    'har_bour.example',
    'harbour..example',
    'harbour.e',
    `${'x'.repeat(64)}.example`,
    `${'x.'.repeat(130)}example`,
    'münchen.example',
    'harbour.example harbour.test',
  ])
    assert.equal(domainIn(written), null, written);
});

test('a domain that was found is found again in itself, and whatever is pasted is read without a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress(), fc.domain()), (written) => {
      const domain = domainIn(written);
      if (domain === null) return;
      assert.equal(domainIn(domain), domain);
      assert.equal(domain, domain.toLowerCase());
    }),
  );
  fc.assert(
    fc.property(fc.domain(), (domain) => {
      assert.equal(domainIn(`https://${domain}/a@b.c`), domainIn(domain));
    }),
  );
});

test('a time at an organisation lasts until the day it ends, and that day no longer', () => {
  assert.equal(lasts({ until: null }, '2026-11-28'), true);
  assert.equal(lasts({ until: '2026-11-29' }, '2026-11-28'), true);
  assert.equal(lasts({ until: '2026-11-28' }, '2026-11-28'), false);
  assert.equal(lasts({ until: '2025-12-31' }, '2026-11-28'), false);
});

test('who introduced, who reports and who trusts is said by the direction; friends and family are so both ways', () => {
  const [directed, mutual] = [TIE_KINDS.filter(hasDirection), TIE_KINDS.filter((kind) => !hasDirection(kind))];
  assert.deepEqual(directed, ['introduced', 'reports-to', 'trusts']);
  assert.ok(mutual.includes('friend') && mutual.includes('family') && mutual.includes('knows'));
});

test('a tie and a time at an organisation are shown with what there is', () => {
  const [id, name] = ['01900000-0000-7000-8000-000000000001', 'Ines'];
  const tie = { id, from: { id, name }, to: { id, name }, kind: 'trusts', closeness: 3, note: '' };
  assert.ok(tieShape.safeParse(tie).success);
  for (const odd of [{ closeness: 4 }, { closeness: 0 }, { kind: 'enemy' }, { to: null }])
    assert.ok(!tieShape.safeParse({ ...tie, ...odd }).success);
  assert.ok(!closenessShape.safeParse(1.5).success);
  const time = { id, organisation: { id, name }, roleTitle: '', from: '2026-02-28', until: null, part: 'advises' };
  assert.ok(affiliationShape.safeParse(time).success);
  for (const odd of [{ from: '2026-02-30' }, { until: '' }, { part: 'boss' }])
    assert.ok(!affiliationShape.safeParse({ ...time, ...odd }).success);
});
