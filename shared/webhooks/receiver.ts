import { isIP } from 'node:net';
import { isLoopback, isPublicAddress } from './public-address.ts';

/** `loopback`: also this machine itself, for a deployment that runs on one. */
export type Receivers = 'public' | 'loopback';

export const mayBeReached = (address: string, receivers: Receivers): boolean =>
  isPublicAddress(address) || (receivers === 'loopback' && isLoopback(address));

/** Without the brackets of an IPv6 address. `URL` has turned other spellings of IPv4 into dots. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * Whether an address is one that events may be posted to, as far as it can be told without a look-up: https, no
 * credentials, and no address in numbers that is not public.
 */
export function isReceiver(address: string, receivers: Receivers): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password || url.hash) return false;
  const host = hostOf(url);
  const isHere = receivers === 'loopback' && (host === 'localhost' || isLoopback(host));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return false;
  return isIP(host) === 0 ? isHere || isName(host) : mayBeReached(host, receivers);
}

/** A name of the public DNS has a dot, and one that ends so is of a private network. */
const isName = (host: string): boolean =>
  host.includes('.') && !/(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(host);
