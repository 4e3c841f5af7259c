import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';
import { root } from '../readme/pages.js';

t.test('the client’s types are those of the OpenAPI document', async (t) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'generate-client.mjs'), '--check'],
    { encoding: 'utf8' },
  );
  t.equal(status, 0, stderr);
});
