/** What Redocly's recommended rules ask and the document does not do: where, and why. */
export const LINT_EXCEPTIONS: readonly { rule: string; at: string; why: string }[] = [
  // The project is not published under a licence; an invented one would be worse than none.
  { rule: 'info-license', at: '#/info', why: 'there is no licence to name' },
  // What a path answers to a method that it is not served with: no operation’s answer, and one that everybody may get.
  { rule: 'no-unused-components', at: '#/components/responses/Problem405', why: 'of no operation' },
];
