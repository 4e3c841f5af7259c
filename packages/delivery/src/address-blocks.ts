import { type AddressBlock, type AddressBytes, addressBlock, blockHolds } from './ip-address.js';

/** Which addresses lie outside the public network, and what each block is (IANA special-purpose registries). */

const REFUSED_V4 = table([
  ['0.0.0.0/8', 'unspecified'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'carrier-grade NAT'],
  ['127.0.0.0/8', 'loopback'],
  ['168.63.129.16/32', 'metadata'],
  ['169.254.0.0/16', 'link-local or metadata'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['192.88.99.0/24', 'relay'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'benchmarking'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved or broadcast'],
]);

const REFUSED_V6 = table([
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['64:ff9b:1::/48', 'local NAT64'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'private'],
  ['ff00::/8', 'multicast'],
  ['2001:db8::/32', 'documentation'],
  ['3fff::/20', 'documentation'],
]);

/** IPv6 addresses that reach the IPv4 addresses written in them, and where those stand. */
const EMBEDDING: readonly { block: AddressBlock; embedded(address: AddressBytes): AddressBytes[] }[] = [
  { block: block('64:ff9b::/96'), embedded: (address) => [address.slice(12)] },
  { block: block('2002::/16'), embedded: (address) => [address.slice(2, 6)] },
  // Teredo: the server's address, and the client's with every bit turned round.
  {
    block: block('2001::/32'),
    embedded: (address) => [address.slice(4, 8), address.slice(12).map((byte) => byte ^ 255)],
  },
];

const PUBLIC_V6 = block('2000::/3');

/** What speaks against reaching an address, in a word or two; null for a public one. */
export function specialPurposeOf(address: AddressBytes): string | null {
  if (address.length === 4) return REFUSED_V4.find((entry) => blockHolds(entry.block, address))?.what ?? null;
  const refused = REFUSED_V6.find((entry) => blockHolds(entry.block, address));
  if (refused) return refused.what;
  const embedding = EMBEDDING.find((entry) => blockHolds(entry.block, address));
  for (const inner of [...(embedding?.embedded(address) ?? []), ...isatap(address)]) {
    const what = specialPurposeOf(inner);
    if (what) return `${what}, embedded`;
  }
  return embedding || blockHolds(PUBLIC_V6, address) ? null : 'not public';
}

/** ISATAP carries an IPv4 address behind 0:5efe or 200:5efe, whatever the prefix. */
function isatap(address: AddressBytes): AddressBytes[] {
  const [a, b, c, d] = address.slice(8, 12);
  return (a === 0 || a === 2) && b === 0 && c === 0x5e && d === 0xfe ? [address.slice(12)] : [];
}

function table(rows: readonly (readonly [cidr: string, what: string])[]) {
  return rows.map(([cidr, what]) => ({ block: block(cidr), what }));
}

function block(cidr: string): AddressBlock {
  const parsed = addressBlock(cidr);
  if (!parsed) throw new RangeError(`not a block: ${cidr}`);
  return parsed;
}
