import { router } from '#api/router.ts';
import manifest from '../../package.json' with { type: 'json' };

let document: Promise<object> | undefined;

/** OpenAPI 3.1 of every procedure: made once, when first asked for, and what makes it is loaded only then. */
export function openApiDocument(publicUrl: string): Promise<object> {
  document ??= describe(publicUrl);
  return document;
}

async function describe(publicUrl: string): Promise<object> {
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([import('@orpc/openapi'), import('@orpc/zod/zod4')]);
  return new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(router, {
    info: { title: 'Heed', version: manifest.version },
    servers: [{ url: `${publicUrl}/api/v1` }],
  });
}
