import { BlockList, isIP } from 'node:net';

type Subnet = readonly [net: string, prefix: number];

/** Special-purpose addresses (IANA's registries) and multicast: never a receiver on the internet. */
const NOT_PUBLIC_IPV4: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** For IPv6 only assigned global unicast: no IPv4-mapped, NAT64, link-local or unique local addresses. */
const UNICAST_IPV6: readonly Subnet[] = [['2000::', 3]];
/**
 * Exceptions within it: protocol assignments with Teredo, documentation, and 6to4, which embeds an IPv4 address.
 */
const NOT_PUBLIC_IPV6: readonly Subnet[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

function listOf(subnets: readonly Subnet[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
}

const notPublic4 = listOf(NOT_PUBLIC_IPV4, 'ipv4');
const unicast6 = listOf(UNICAST_IPV6, 'ipv6');
const notPublic6 = listOf(NOT_PUBLIC_IPV6, 'ipv6');

/** Whether an address in canonical form may belong to a server on the internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic4.check(address, 'ipv4');
  return family === 6 && unicast6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
}

export const isLoopback = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
