// Writes the client's types from the OpenAPI document: packages/client/src/api-types.ts.
// `node scripts/generate-client.mjs` after an endpoint or a shape has changed; with `--check` it only says whether the
// file is what the document gives, and fails where it is not. Needs a build.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../services/api/dist/src/index.js';

const path = join(dirname(fileURLToPath(import.meta.url)), '..', 'packages', 'client', 'src', 'api-types.ts');
const HEAD =
  '// Generated from the OpenAPI document by scripts/generate-client.mjs. Not for editing by hand.\n\n';

const wanted = HEAD + astToString(await openapiTS(openApiDocument()));
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== wanted) {
    console.error(`${path} is not what the OpenAPI document gives: run npm run generate`);
    process.exit(1);
  }
} else {
  writeFileSync(path, wanted);
}
