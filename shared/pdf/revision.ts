import type { SigningIdentity, Timestamper } from '../pki/identity.ts';
import type { RevocationData } from '../pki/revocation-check.ts';
import type { Drawing } from './drawing.ts';
import type { Plan } from './plan.ts';
import { RevisionDraft } from './revision/draft.ts';
import { drawIcon, fillField } from './revision/fill-field.ts';
import { openSignature, openTimestamp } from './revision/open-signature.ts';
import { addValidationData } from './revision/validation-data.ts';
import { closeRevision } from './revision/write-revision.ts';

/** One party's turn, the seal, the validation data, or the closing timestamp. Keys are field ids. */
export interface Change {
  /** Text for text and choice fields, true or false for checkboxes. */
  values?: Record<string, string | boolean>;
  /** What further signature, initials and stamp boxes show. */
  drawings?: Record<string, Drawing>;
  signature?: SignatureChange;
  /** For the document security store. */
  validationData?: ValidationData;
  /** A document timestamp in the first reserved field that is still open. */
  timestamp?: true;
}

export interface SignatureChange {
  field: string;
  name: string;
  reason?: string;
  /** Certifies (DocMDP, P=2); only the first signature of a document can. */
  certify?: boolean;
  appearance?: Drawing;
  extraAppearances?: Record<string, Drawing>;
  /** The signed claim that the QR code carries too. */
  claim?: string;
}

export interface ValidationData extends RevocationData {
  /** DER. */
  certificates: readonly Uint8Array[];
}

export interface RevisionServices {
  identity?: SigningIdentity;
  timestamp: Timestamper;
  now: Date;
}

export interface Revision {
  /** What follows the old bytes. */
  append: Uint8Array;
  nextPlan: Plan;
}

/**
 * The next revision as bytes to append, built from the plan alone: the document is neither read nor
 * parsed. Takes a plan fresh from intake or back from JSON. Throws `value_too_long` or
 * `text_not_covered` for a value, a plain error for a change that the plan does not allow.
 */
export async function appendRevision(
  plan: Plan,
  change: Change,
  services: RevisionServices,
): Promise<Revision> {
  const draft = new RevisionDraft(plan, services.now);
  for (const [id, value] of Object.entries(change.values ?? {})) fillField(draft, id, value);
  for (const [id, drawing] of Object.entries(drawingsOf(change))) drawIcon(draft, id, drawing);
  if (change.validationData) addValidationData(draft, change.validationData);
  if (change.signature) openSignature(draft, change.signature, services);
  if (change.timestamp) openTimestamp(draft, services.timestamp);
  return closeRevision(draft);
}

const drawingsOf = ({ drawings, signature }: Change) => ({
  ...drawings,
  ...signature?.extraAppearances,
});
