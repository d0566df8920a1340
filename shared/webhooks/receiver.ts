import { isIP } from 'node:net';
import { isLoopback, isPublicAddress } from './public-address.ts';

/** `loopback`: also allows this machine itself, for the local target. */
export type Receivers = 'public' | 'loopback';

export const mayBeReached = (address: string, receivers: Receivers): boolean =>
  isPublicAddress(address) || (receivers === 'loopback' && isLoopback(address));

/** Removes the brackets of an IPv6 address; `URL` has already normalized other notations of IPv4. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * Whether events may be posted to a URL, as far as that is known without a DNS look-up: https, no credentials,
 * and no IP address that is not public.
 */
export function isReceiver(address: string, receivers: Receivers): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password || url.hash) return false;
  const host = hostOf(url);
  const isHere = receivers === 'loopback' && (host === 'localhost' || isLoopback(host));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return false;
  return isIP(host) === 0 ? isHere || isName(host) : mayBeReached(host, receivers);
}

/** A public DNS name contains a dot; names with these endings belong to private networks. */
const isName = (host: string): boolean =>
  host.includes('.') && !/(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(host);
