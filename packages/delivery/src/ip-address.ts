import { isIPv4, isIPv6 } from 'node:net';

/** IP addresses as bytes, 4 or 16 of them, and blocks of them. */
export type AddressBytes = readonly number[];

export interface AddressBlock {
  base: AddressBytes;
  prefix: number;
}

/** The bytes of an address written as text; null for anything else. A zone (`%eth0`) is left out. */
export function addressBytes(text: string): AddressBytes | null {
  const bare = text.replace(/%.*$/, '');
  if (isIPv4(bare)) return bare.split('.').map(Number);
  if (!isIPv6(bare)) return null;
  const [head = '', tail] = bare.split('::');
  const front = groups(head);
  if (tail === undefined) return front;
  const back = groups(tail);
  return [...front, ...new Array<number>(16 - front.length - back.length).fill(0), ...back];
}

/** The bytes of colon-separated groups, of which the last may be written as IPv4. */
function groups(text: string): number[] {
  return text
    .split(':')
    .filter(Boolean)
    .flatMap((group) => {
      if (group.includes('.')) return group.split('.').map(Number);
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 255];
    });
}

/** A block in CIDR notation; null for anything else. */
export function addressBlock(text: string): AddressBlock | null {
  const [, address, digits] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const base = address ? addressBytes(address) : null;
  const prefix = Number(digits);
  return base && prefix <= base.length * 8 ? { base, prefix } : null;
}

export function blockHolds(block: AddressBlock, address: AddressBytes): boolean {
  if (block.base.length !== address.length) return false;
  for (let index = 0, bits = block.prefix; bits > 0; index++, bits -= 8) {
    const shift = Math.max(0, 8 - bits);
    if ((block.base[index] ?? 0) >> shift !== (address[index] ?? 0) >> shift) return false;
  }
  return true;
}

/** `::ffff:a.b.c.d` reaches the IPv4 address a.b.c.d: it is judged, and allowed, as that. */
export function withoutMapping(address: AddressBytes): AddressBytes {
  const mapped =
    address.length === 16 && address.slice(0, 10).every((byte) => byte === 0) && address[10] === 255;
  return mapped && address[11] === 255 ? address.slice(12) : address;
}
