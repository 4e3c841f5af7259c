/** What Redocly's recommended rules ask and the document does not do: where, and why. */
export const LINT_EXCEPTIONS: readonly { rule: string; at: string; why: string }[] = [
  // The project is not published under a licence; an invented one would be worse than none.
  { rule: 'info-license', at: '#/info', why: 'there is no licence to name' },
  // These three take no parameter, no body and no key: there is nothing in a request that could be refused.
  ...['/healthz', '/readyz', '/openapi.json'].map((path) => ({
    rule: 'operation-4xx-response',
    at: `#/paths/${path.replaceAll('/', '~1')}/get/responses`,
    why: 'nothing in a request that could be refused',
  })),
];
