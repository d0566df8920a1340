import type { SigningIdentity, Timestamper } from '../../pki/identity.ts';
import type { RevocationData } from '../../pki/revocation/revocation-check.ts';
import type { Drawing } from '../draw/drawing.ts';
import type { Plan } from '../plan.ts';

/**
 * Content of one revision: a party's turn, the seal, validation data or a document timestamp. Keys are field
 * ids.
 */
export interface Change {
  /** Strings for text and choice fields, booleans for checkboxes. */
  readonly values?: Record<string, string | boolean>;
  /** Drawings of further signature, initials and stamp fields. */
  readonly drawings?: Record<string, Drawing>;
  readonly signature?: SignatureChange;
  /** Added to the document security store. */
  readonly validationData?: ValidationData;
  /** Adds a document timestamp in the first open reserved field. */
  readonly timestamp?: true;
}

export interface SignatureChange {
  readonly field: string;
  readonly name: string;
  readonly reason?: string;
  /** Whether it certifies (DocMDP, P=2); allowed for a document's first signature only. */
  readonly certify?: boolean;
  readonly appearance?: Drawing;
  readonly extraAppearances?: Record<string, Drawing>;
  /** The claim that the certificate's QR code contains too. */
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
  /** Bytes to append to the file. */
  readonly append: Uint8Array;
  readonly nextPlan: Plan;
}
