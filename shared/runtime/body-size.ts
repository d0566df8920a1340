import { Refusal } from '../domain/errors.ts';
import type { HttpEvent } from './http-event.ts';

/** Bytes of a request's body, unless its operation says more. */
export const MOST_BODY_BYTES = 8_192;

/** Refuses a body by its size alone, before anything reads it. */
export function assertBodySize(
  event: Pick<HttpEvent, 'body' | 'isBase64Encoded'>,
  most = MOST_BODY_BYTES,
): void {
  if (isLarger(event, most)) throw new Refusal('body_too_large', { most });
}

/** Bytes are counted only of what is no longer than the limit in characters. */
const isLarger = (
  { body = '', isBase64Encoded }: Pick<HttpEvent, 'body' | 'isBase64Encoded'>,
  most: number,
): boolean =>
  isBase64Encoded
    ? body.length > Math.ceil(most / 3) * 4
    : body.length > most || Buffer.byteLength(body) > most;
