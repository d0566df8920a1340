import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { HttpEvent } from './http-event.ts';

/**
 * The signer's IP address, recorded as evidence. CloudFront's viewer-address header is trusted only with the
 * secret header, since the API's own endpoint is public.
 */
export function viewerAddress(event: HttpEvent, originSecret: string): string {
  const { sourceIp } = event.requestContext.http;
  if (!isSame(event.headers['x-origin-secret'] ?? '', originSecret)) return sourceIp;
  const viewer = withoutPort(event.headers['cloudfront-viewer-address'] ?? '');
  return isIP(viewer) ? viewer : sourceIp;
}

function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}

const withoutPort = (address: string): string =>
  address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
