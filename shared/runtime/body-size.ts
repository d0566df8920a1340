import { Refusal } from '../domain/errors.ts';
import type { HttpEvent } from './http-event.ts';

/** Default limit of a request's body, bytes. */
export const MAX_BODY_BYTES = 8_192;

/** Throws `body_too_large` before the body is decoded. */
export function assertBodySize(
  event: Pick<HttpEvent, 'body' | 'isBase64Encoded'>,
  most = MAX_BODY_BYTES,
): void {
  if (isLarger(event, most)) throw new Refusal('body_too_large', { most });
}

/** Compares the length in characters first, so that only short bodies are measured in bytes. */
const isLarger = (
  { body = '', isBase64Encoded }: Pick<HttpEvent, 'body' | 'isBase64Encoded'>,
  most: number,
): boolean =>
  isBase64Encoded
    ? body.length > Math.ceil(most / 3) * 4
    : body.length > most || Buffer.byteLength(body) > most;
