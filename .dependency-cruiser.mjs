// The layers of docs/architecture.md: imports go down only.
//   services → runtime → capabilities → events → store → protocol, documents → wording → domain;
//   workbook stands beside domain and knows nothing
const packages = (...names) => `^packages/(${names.join('|')})/`;
const CAPABILITIES = ['registry', 'intake', 'judgement', 'casework', 'delivery', 'reports'];
const only = (name, ...allowed) => ({
  name: `${name}-imports-down`,
  comment: `packages/${name} may import ${allowed.join(', ') || 'no other package'} only`,
  severity: 'error',
  from: { path: `^packages/${name}/src/` },
  to: { path: '^(packages|services|infra|seeds|tests)/', pathNot: packages(name, ...allowed) },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('domain'),
    only('wording', 'domain'),
    only('platform'),
    only('embedded', 'platform'),
    only('protocol', 'domain'),
    only('workbook'),
    only('documents', 'workbook', 'wording', 'domain'),
    only('store', 'protocol', 'domain', 'platform'),
    only('events', 'store', 'protocol', 'domain', 'platform'),
    only('queue', 'platform'),
    only('client', 'protocol'),
    ...['registry', 'intake', 'judgement', 'delivery'].map((name) =>
      only(name, 'events', 'store', 'protocol', 'workbook', 'wording', 'domain', 'platform'),
    ),
    only('reports', 'documents', 'workbook', 'events', 'store', 'protocol', 'wording', 'domain', 'platform'),
    only('casework', 'judgement', 'workbook', 'events', 'store', 'protocol', 'wording', 'domain', 'platform'),
    only(
      'runtime',
      ...CAPABILITIES,
      'queue',
      'documents',
      'workbook',
      'events',
      'store',
      'protocol',
      'domain',
      'platform',
    ),
    {
      name: 'casework-takes-only-types-from-judgement',
      severity: 'error',
      from: { path: '^packages/casework/src/' },
      to: { path: packages('judgement'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'services-do-not-import-each-other',
      comment: 'only standalone imports services',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: '^services/standalone/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'nothing-below-imports-services',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(services|infra|seeds|tests)/' },
    },
    {
      name: 'embedded-is-for-standalone-and-tests',
      severity: 'error',
      from: {
        path: '^(packages|services)/',
        pathNot: '^(packages/embedded/|services/standalone/|packages/[^/]+/test/)',
      },
      to: { path: packages('embedded') },
    },
    {
      name: 'domain-and-wording-are-pure',
      severity: 'error',
      from: { path: '^packages/(domain|wording)/src/' },
      to: { dependencyTypes: ['core', 'npm'] },
    },
    {
      name: 'documents-are-pure',
      comment: 'from a model to bytes, by what the workspace has',
      severity: 'error',
      from: { path: '^packages/documents/src/' },
      to: { dependencyTypes: ['core', 'npm'] },
    },
    {
      name: 'workbook-is-pure',
      comment: 'cells to bytes and back: what packs, unpacks and parses them, streams, and nothing else',
      severity: 'error',
      from: { path: '^packages/workbook/src/' },
      to: {
        dependencyTypes: ['core', 'npm'],
        pathNot:
          'node_modules/(fflate|yauzl|@types/yauzl|saxes|csv-parse)/|^(buffer|stream|stream/promises)$',
      },
    },
    {
      name: 'sources-do-not-import-tests',
      severity: 'error',
      from: { path: '/src/', pathNot: '^infra/' },
      to: { path: '(/test/|^infra/|^tests/)' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|migrations)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
