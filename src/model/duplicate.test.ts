import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Between, type Compared, isSimilar, isTypo, judge, scoreOf, WORTH_ASKING, wordOf } from './duplicate.ts';

const EASTMERE = { key: 'eastmere schools', name: 'Eastmere Schools' };
const NOTHING: Between = { together: null, saidTwo: false };
const who = (name: string, more: Partial<Compared> = {}): Compared => ({
  name,
  emails: [],
  phones: [],
  links: [],
  organisations: [],
  birthdays: [],
  ...more,
});
const codes = (one: Compared, other: Compared, between = NOTHING) => {
  const { why, against } = judge(one, other, between);
  return { why: why.map(({ code }) => code), against: against.map(({ code }) => code) };
};

test('Gracie is what friends call a Grace: at one organisation that is very likely one person', () => {
  const grace = who('Grace Oyelaran', { organisations: [EASTMERE], birthdays: [{ month: 5, day: 9, year: null }] });
  const gracie = who('Gracie Oyelaran', { organisations: [EASTMERE], birthdays: [{ month: 1, day: 1, year: null }] });
  const found = judge(grace, gracie, NOTHING);
  assert.equal(wordOf(found.score), 'very-likely');
  assert.deepEqual(found.why, [
    { code: 'name-and-organisation', params: { organisation: 'Eastmere Schools' } },
    { code: 'nickname', params: { one: 'Grace', other: 'Gracie' } },
  ]);
  assert.deepEqual(found.against, [{ code: 'new-year-birthday' }]);
});

test('a name alone is likely, with another birthday it is hardly worth asking', () => {
  const [one, other] = [who('Tom Baker'), who('Baker, Thomas')];
  assert.equal(wordOf(judge(one, other, NOTHING).score), 'likely');
  const born = (day: number) => ({ birthdays: [{ month: 4, day, year: 1980 }] });
  const two = judge({ ...one, ...born(2) }, { ...other, ...born(3) }, NOTHING);
  assert.deepEqual(two.against, [{ code: 'birthdays' }]);
  assert.ok(two.score < WORTH_ASKING);
});

test('one mailbox, one phone and one profile each speak for it, however the names are written', () => {
  assert.deepEqual(
    codes(who('T. Baker', { emails: ['tom.baker+x@gmail.com'] }), who('Thomas Baker', { emails: ['tombaker@gmail.com'] })).why,
    ['mailbox'],
  );
  const desk = { phones: ['+441632960233'] };
  assert.deepEqual(codes(who('Tom Baker', desk), who('Ada Lovelace', desk)), { why: ['phone'], against: ['other-names'] });
  assert.equal(wordOf(judge(who('Tom Baker', desk), who('Ada Lovelace', desk), NOTHING).score), 'unsure');
  const link = { links: ['linkedin.com/in/tom'] };
  assert.equal(wordOf(judge(who('Tom Baker', link), who('Tommy B', link), NOTHING).score), 'very-likely');
});

test('a mailbox that a house reads together tells nobody apart', () => {
  assert.deepEqual(
    codes(who('Tom Baker', { emails: ['info+tom@harbour.example'] }), who('Ada Byron', { emails: ['info@harbour.example'] })),
    {
      why: [],
      against: [],
    },
  );
});

test('a slip in a name counts only where they could have met: one organisation, or one web address', () => {
  const [one, other] = ['Grace Oyelaran', 'Grace Oyelarn'];
  assert.deepEqual(codes(who(one), who(other)).why, []);
  assert.deepEqual(codes(who(one, { organisations: [EASTMERE] }), who(other, { organisations: [EASTMERE] })).why, [
    'similar-and-organisation',
  ]);
  const at = (local: string) => ({ emails: [`${local}@eastmere.example`] });
  assert.deepEqual(codes(who(one, at('grace')), who(other, at('g.oye'))).why, ['similar-and-domain']);
  assert.deepEqual(codes(who(one, { emails: ['g.oyelaran@a.example'] }), who(other, { emails: ['g.oyelaran@b.example'] })).why, [
    'same-local-part',
  ]);
});

test('two of other given names with addresses at one house are two people', () => {
  const at = (email: string) => ({ emails: [email], organisations: [EASTMERE], phones: ['+441632960233'] });
  const found = judge(who('Grace Oyelaran', at('grace@eastmere.example')), who('Tunde Oyelaran', at('tunde@eastmere.example')), NOTHING);
  assert.deepEqual(found.against, [{ code: 'two-at-organisation', params: { domain: 'eastmere.example' } }]);
  assert.equal(wordOf(found.score), 'unsure');
});

test('who spoke with one another is two, and who was said to be two stays two', () => {
  const [one, other] = [who('Tom Baker', { organisations: [EASTMERE] }), who('Tom Baker', { organisations: [EASTMERE] })];
  assert.ok(judge(one, other, { together: 'spoke', saidTwo: false }).score < WORTH_ASKING);
  assert.ok(judge(one, other, { together: 'wrote', saidTwo: false }).score > WORTH_ASKING, 'one may write to oneself from another address');
  assert.ok(judge(one, other, { together: null, saidTwo: true }).score < 0.1);
});

test('what is similar and what is not', () => {
  for (const [one, other] of [
    ['G. Oyelaran', 'Grace Oyelaran'],
    ['Ana Ruiz', 'Ana María Ruiz'],
    ['Pat Smith', 'Patrick Smith'],
    ['Jorien Hoekstra', 'Jorein Hoekstra'],
  ] as const)
    assert.ok(isSimilar(one, other), one);
  for (const [one, other] of [
    ['Ana', 'Ana Ruiz'],
    ['Tim Cook', 'Tom Cook'],
    ['Ana Ruiz', 'Ana Perez'],
    ['', ''],
  ] as const)
    assert.ok(!isSimilar(one, other), one);
  assert.ok(isTypo('oyelaran', 'oyelraan') && !isTypo('oyelaran', 'oylaeanr') && !isTypo('tom', 'tim'));
});

test('it does not matter who stands first, nothing is more than certain, and reasons against only lower it', () => {
  const someone = fc.record({
    name: fc.constantFrom('Grace Oyelaran', 'Gracie Oyelaran', 'G Oyelaran', 'Tom Baker', 'Thomas Baker', 'Ada', '李小龙', ''),
    emails: fc.array(fc.constantFrom('grace@eastmere.example', 'grace+x@eastmere.example', 'tom@gmail.com', 'g.oyelaran@x.example'), {
      maxLength: 2,
    }),
    phones: fc.array(fc.constantFrom('+4412', '+4413'), { maxLength: 1 }),
    links: fc.array(fc.constantFrom('linkedin.com/in/a', 'linkedin.com/in/b'), { maxLength: 1 }),
    organisations: fc.array(fc.constant(EASTMERE), { maxLength: 1 }),
    birthdays: fc.array(
      fc.record({ month: fc.integer({ min: 1, max: 2 }), day: fc.integer({ min: 1, max: 2 }), year: fc.constant(null) }),
      {
        maxLength: 1,
      },
    ),
  });
  const between = fc.record({ together: fc.constantFrom(null, 'spoke' as const, 'wrote' as const), saidTwo: fc.boolean() });
  fc.assert(
    fc.property(someone, someone, between, (one, other, happened) => {
      const [there, back] = [judge(one, other, happened), judge(other, one, happened)];
      assert.equal(there.score, back.score);
      assert.deepEqual(there.why.map(({ code }) => code).sort(), back.why.map(({ code }) => code).sort());
      assert.ok(there.score >= 0 && there.score < 1);
      assert.ok(there.score <= scoreOf(there.why, []));
    }),
  );
});
