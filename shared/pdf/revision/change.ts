import type { SigningIdentity, Timestamper } from '../../pki/identity.ts';
import type { RevocationData } from '../../pki/revocation/revocation-check.ts';
import type { Drawing } from '../draw/drawing.ts';
import type { Plan } from '../plan.ts';

/** One party's turn, the seal, the validation data, or the closing timestamp. Keys are field ids. */
export interface Change {
  /** Text for text and choice fields, true or false for checkboxes. */
  readonly values?: Record<string, string | boolean>;
  /** What further signature, initials and stamp boxes show. */
  readonly drawings?: Record<string, Drawing>;
  readonly signature?: SignatureChange;
  /** For the document security store. */
  readonly validationData?: ValidationData;
  /** A document timestamp in the first reserved field that is still open. */
  readonly timestamp?: true;
}

export interface SignatureChange {
  readonly field: string;
  readonly name: string;
  readonly reason?: string;
  /** Certifies (DocMDP, P=2); only the first signature of a document can. */
  readonly certify?: boolean;
  readonly appearance?: Drawing;
  readonly extraAppearances?: Record<string, Drawing>;
  /** The signed claim that the QR code carries too. */
  readonly claim?: string;
}

export interface ValidationData extends RevocationData {
  /** DER. */
  readonly certificates: readonly Uint8Array[];
}

export interface RevisionServices {
  readonly identity?: SigningIdentity;
  readonly timestamp: Timestamper;
  readonly now: Date;
}

export interface Revision {
  /** What follows the old bytes. */
  readonly append: Uint8Array;
  readonly nextPlan: Plan;
}
