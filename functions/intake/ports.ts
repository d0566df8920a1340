import type { PrintedFacts } from '../../shared/pdf/certificate/facts.ts';
import type { Drawing } from '../../shared/pdf/draw/drawing.ts';
import type {
  CheckedDocument,
  DocumentLayout,
  PreparedDocument,
} from '../../shared/pdf/intake/intake.ts';

/** Parses untrusted documents. Both throw `PdfRefusal`. */
export interface DocumentParser {
  checkDocument(bytes: Uint8Array): Promise<CheckedDocument>;
  prepareDocument(bytes: Uint8Array, layout: DocumentLayout): Promise<PreparedDocument>;
}

/** Prints our own content. Both throw `PdfRefusal('text_not_covered')`. */
export interface PdfCore {
  assertCovered(text: string): void;
  /** Certificate pages as known before signing. */
  printedCertificate(facts: PrintedFacts): Drawing[];
}
