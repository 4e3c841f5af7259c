import { promises as dns, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { toError, XushiError } from '@xushi/platform';
import { specialPurposeOf } from './address-blocks.js';
import {
  type AddressBlock,
  type AddressBytes,
  addressBlock,
  addressBytes,
  blockHolds,
  withoutMapping,
} from './ip-address.js';

/**
 * Keeps webhooks from reaching into the network they are sent from. What counts is the address a connection is
 * made to, never the one a name had before: names are resolved and checked in the same step that connects.
 */
export interface AddressGuard {
  /** Why a URL may not be called, as far as it can be told without asking DNS; null where it may be tried. */
  refusalOf(url: URL): string | null;
  /** For `node:http(s)`: resolves a name and hands on only addresses that may be reached. */
  lookupFor(url: URL): LookupFunction;
  /** Why an address may not be reached for this URL; null where it may. */
  refusalOfAddress(address: string, url: URL): string | null;
}

export interface AddressGuardOptions {
  /** What may be reached although it is private: CIDRs, addresses, `host:port`. */
  allow: readonly string[];
  /** The system's resolver unless told. */
  resolve?: (hostname: string) => Promise<LookupAddress[]>;
}

/** Throws `configInvalid` for an entry of `allow` that is none of these. */
export function createAddressGuard(options: AddressGuardOptions): AddressGuard {
  const allowed = options.allow.map(allowance);
  const resolve = options.resolve ?? ((hostname) => dns.lookup(hostname, { all: true, verbatim: true }));

  const refusalOfAddress = (text: string, url: URL): string | null => {
    const bytes = addressBytes(text);
    if (!bytes) return `${text || 'an unknown address'} is no address`;
    const address = withoutMapping(bytes);
    if (allowed.some((allows) => allows({ address, host: hostOf(url), port: portOf(url) }))) return null;
    const what = specialPurposeOf(address);
    return what && `${text} may not be reached: ${what}`;
  };

  return {
    refusalOfAddress,
    refusalOf(url) {
      const host = hostOf(url);
      if (addressBytes(host)) return refusalOfAddress(host, url);
      return /(^|\.)localhost$/.test(host) ? refusalOfAddress('127.0.0.1', url) : null;
    },
    lookupFor: (url) => (hostname, lookup, done) => {
      resolve(hostname)
        .then((found) => {
          const family = lookup.family === 4 || lookup.family === 6 ? lookup.family : null;
          const fitting = found.filter((entry) => family === null || entry.family === family);
          const reachable = fitting.filter((entry) => refusalOfAddress(entry.address, url) === null);
          const [first] = reachable;
          if (!first) throw notAllowed(refusalOfAddress(fitting[0]?.address ?? '', url));
          return { first, reachable };
        })
        .then(
          ({ first, reachable }) =>
            lookup.all ? done(null, reachable) : done(null, first.address, first.family),
          (fault) => done(toError(fault), lookup.all ? [] : ''),
        );
    },
  };
}

export const notAllowed = (refusal: string | null) =>
  new XushiError('addressNotAllowed', refusal ?? 'the address may not be reached');

type Allowance = (target: { address: AddressBytes; host: string; port: number }) => boolean;

function allowance(entry: string): Allowance {
  const single = addressBytes(entry);
  const block: AddressBlock | null = single
    ? { base: single, prefix: single.length * 8 }
    : addressBlock(entry);
  if (block) return ({ address }) => blockHolds(block, address);
  const [, name, digits] = /^(\[[^\]]+\]|[^:/@\s]+):(\d{1,5})$/.exec(entry) ?? [];
  if (name === undefined || Number(digits) > 65_535) {
    throw new XushiError(
      'configInvalid',
      `XUSHI_WEBHOOK_ALLOW: ${entry} is neither a CIDR (10.1.0.0/16) nor host:port`,
    );
  }
  const host = bareHost(name);
  const own = addressBytes(host);
  const port = Number(digits);
  return own
    ? (target) => target.port === port && blockHolds({ base: own, prefix: own.length * 8 }, target.address)
    : (target) => target.port === port && target.host === host;
}

/** The host of a URL without brackets and trailing dot. Odd spellings of IPv4 are already undone by `URL`. */
export const hostOf = (url: URL): string => bareHost(url.hostname);

const bareHost = (host: string) =>
  host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '');

export const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80));
