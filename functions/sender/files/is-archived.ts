import { type Envelope, endedAs } from '../../../shared/domain/envelope/envelope.ts';
import { isRemoved } from '../../../shared/domain/envelope/retention.ts';
import type { Ports } from '../../../shared/ports/ports.ts';

/** Whether a purged envelope's signed PDF is in the archive. */
export const isArchived = async (
  { archive, clock }: Pick<Ports, 'archive' | 'clock'>,
  envelope: Envelope,
): Promise<boolean> =>
  isRemoved(envelope, clock.now()) && endedAs(envelope) === 'completed' && archive.has(envelope.id);
