import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { router } from '#api/router.ts';
import manifest from '../../package.json' with { type: 'json' };

let document: Promise<object> | undefined;

/** OpenAPI 3.1 of every procedure: made once, when first asked for. */
export function openApiDocument(publicUrl: string): Promise<object> {
  document ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(router, {
    info: { title: 'Heed', version: manifest.version },
    servers: [{ url: `${publicUrl}/api/v1` }],
  });
  return document;
}
