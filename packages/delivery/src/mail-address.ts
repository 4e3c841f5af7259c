/**
 * Whether a text is a plain mail address: one mailbox, ASCII, no display name, quotes, comments or line breaks.
 * Stricter than RFC 5321, so that nothing in it can mean more to a mail server than an address.
 */
export function isMailAddress(text: string): boolean {
  const [, local, domain] = /^([\w.!#$&'*+/=?^`{|}~-]{1,64})@([a-zA-Z0-9.-]{1,253})$/.exec(text) ?? [];
  if (local === undefined || domain === undefined || text.length > 254) return false;
  return local.split('.').every(Boolean) && domain.split('.').every((label) => LABEL.test(label));
}

const LABEL = /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;
