import { grantExtension } from '@xushi/casework';
import { ExtensionBody } from '@xushi/protocol';
import { findOrg } from '@xushi/registry';
import { created, endpoint } from '../endpoint.js';

export const grantExtensionEndpoint = endpoint({
  method: 'POST',
  path: '/v1/extensions',
  tag: 'submissions',
  summary: '延期报送 / Gives an org until a later day to report a period',
  role: 'commander',
  body: ExtensionBody,
  answers: { 201: 'the extension, with the deadline it replaces' },
  handle: async ({ unit, principal, body }) =>
    created(await grantExtension(unit, { principal, body, org: await findOrg(unit.tx, body.org) })),
});
