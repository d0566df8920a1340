import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { isRemoved, purgeAt } from '../../../shared/domain/envelope/retention.ts';
import { Refusal } from '../../../shared/domain/errors.ts';

/** Throws `document_removed` from the purge time on, even if the object still exists. */
export function assertNotRemoved(envelope: Envelope, now: Date): void {
  if (!isRemoved(envelope, now)) return;
  const at = purgeAt(envelope);
  throw new Refusal('document_removed', at ? { at } : {});
}
