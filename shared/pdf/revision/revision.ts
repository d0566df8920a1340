import type { Plan } from '../plan.ts';
import type { Change, Revision, RevisionServices } from './change.ts';
import { drawIcon, fillField } from './fill-field.ts';
import { IncrementalUpdate } from './incremental-update.ts';
import { openSignature, openTimestamp } from './open-signature.ts';
import { addValidationData } from './validation-data.ts';
import { closeRevision } from './write-revision.ts';

/**
 * Builds the next revision, to be appended, from the plan alone; the document is not read. Throws
 * `PdfRefusal` (`value_too_long`, `text_not_covered`) for a value, and a plain Error for a change that the
 * plan does not allow.
 */
export async function appendRevision(
  plan: Plan,
  change: Change,
  services: RevisionServices,
): Promise<Revision> {
  const update = new IncrementalUpdate(plan, services.now);
  for (const [id, value] of Object.entries(change.values ?? {})) fillField(update, id, value);
  for (const [id, drawing] of Object.entries(drawingsOf(change))) drawIcon(update, id, drawing);
  if (change.validationData) addValidationData(update, change.validationData);
  if (change.signature) openSignature(update, change.signature, services);
  if (change.timestamp) openTimestamp(update, services.timestamp);
  return closeRevision(update);
}

const drawingsOf = ({ drawings, signature }: Change) => ({
  ...drawings,
  ...signature?.extraAppearances,
});
