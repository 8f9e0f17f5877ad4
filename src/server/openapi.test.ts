import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { isProcedure } from '@orpc/server';
import { router } from '#api/router.ts';
import { openApiDocument } from './openapi.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}
interface Operation {
  operationId: string;
  summary: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Described {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components?: Record<string, Record<string, unknown>>;
}

let document: Described;
before(async () => {
  document = (await openApiDocument('https://heed.example')) as Described;
});

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const operations = () =>
  Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([method, operation]) => ({ where: `${method} ${path}`, path, method, operation })),
  );
const procedures = Object.entries(router).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => {
    assert.ok(isProcedure(procedure));
    const { route } = procedure['~orpc'];
    return { name: `${noun}.${verb}`, line: `${(route.method ?? 'POST').toLowerCase()} ${route.path}` };
  }),
);

test('every procedure has one address of its own, and every address is a procedure', () => {
  const described = operations().map(({ where }) => where);
  assert.deepEqual(described.toSorted(), procedures.map(({ line }) => line).toSorted());
  assert.equal(new Set(described).size, procedures.length);
});

test('each is called by its own name, so that a program made from the description has a function for each', () => {
  const names = operations().map(({ operation }) => operation.operationId);
  assert.deepEqual(names.toSorted(), procedures.map(({ name }) => name).toSorted());
});

test('methods are those of HTTP, and nothing that only reads is asked with a body', () => {
  for (const { where, method, operation } of operations()) {
    assert.ok(METHODS.includes(method), where);
    if (method === 'get') assert.equal(operation.requestBody, undefined, where);
    assert.match(operation.summary, /^\p{Lu}.*[^.]$/u, `${where}: a sentence without a point`);
  }
});

test('every field in an address is a parameter that must be given, and no parameter is in an address that has none', () => {
  for (const { where, path, operation } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const told = (operation.parameters ?? []).filter((one) => one.in === 'path');
    assert.deepEqual(told.map(({ name }) => name).sort(), inPath, where);
    for (const one of told) assert.equal(one.required, true, `${where} ${one.name}`);
    assert.equal(new Set(operation.parameters?.map(({ name }) => name)).size, operation.parameters?.length ?? 0, where);
    const body = operation.requestBody?.content['application/json']?.schema;
    for (const name of inPath) assert.ok(!body?.properties?.[name ?? ''], `${where}: ${name} stands in the address and in the body`);
  }
});

test('what must be given in a body is among what can be', () => {
  for (const { where, operation } of operations()) {
    const body = operation.requestBody?.content['application/json']?.schema;
    for (const name of body?.required ?? []) assert.ok(body?.properties?.[name], `${where} ${name}`);
  }
});

test('every answer is described as an object with fields', () => {
  for (const { where, operation } of operations()) {
    const answer = operation.responses['200']?.content?.['application/json']?.schema;
    assert.ok(answer, where);
    const fields = answer.$ref ? true : Object.keys(answer.properties ?? {}).length > 0;
    assert.ok(fields, where);
  }
});

test('every reference leads to something', () => {
  const text = JSON.stringify(document);
  for (const [, ref = ''] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
    assert.match(ref, /^#\//);
    const found = ref
      .slice(2)
      .split('/')
      .reduce<unknown>(
        (at, part) => (at as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      );
    assert.ok(found, ref);
  }
});

test('it tells nothing of how it is kept: no tables, no tokens, no file of ours', () => {
  assert.doesNotMatch(JSON.stringify(document), /workspace_id|token_hash|matchKey|\.ts\b|postgres/i);
});

test('it is made once, and the same for whoever asks next', async () => {
  assert.equal(await openApiDocument('https://heed.example'), document);
});
