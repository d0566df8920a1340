import type { SigningIdentity, Timestamper } from '../../pki/identity.ts';
import type { RevocationData } from '../../pki/revocation/revocation-check.ts';
import type { Drawing } from '../draw/drawing.ts';
import type { Plan } from '../plan.ts';

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
