import { KeyedVersion, PeerGroupBody } from '@xushi/protocol';
import { putPeerGroup } from '@xushi/registry';
import { endpoint, json, ok } from '../endpoint.js';

export const putPeerGroupEndpoint = endpoint({
  method: 'PUT',
  path: '/v1/peer-groups/:key',
  operationId: 'putPeerGroup',
  tag: 'reference',
  act: 'setUp',
  summary: '设定比较组 / Names a group of orgs that are ranked among each other; an empty one ends it',
  role: 'admin',
  body: PeerGroupBody,
  answers: { 200: json('the group’s version', KeyedVersion) },
  handle: async ({ unit, params, principal, body }) =>
    ok(await putPeerGroup(unit, { key: params.key ?? '', principal, body })),
});
