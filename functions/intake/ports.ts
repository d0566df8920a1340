import type { PrintedFacts } from '../../shared/pdf/certificate/facts.ts';
import type { Drawing } from '../../shared/pdf/draw/drawing.ts';
import type {
  CheckedDocument,
  DocumentLayout,
  PreparedDocument,
} from '../../shared/pdf/intake/intake.ts';

/** What reads the documents of strangers: bytes in, bytes out. Both throw `PdfRefusal`. */
export interface DocumentParser {
  checkDocument(bytes: Uint8Array): Promise<CheckedDocument>;
  prepareDocument(bytes: Uint8Array, layout: DocumentLayout): Promise<PreparedDocument>;
}

/** What Sigillo prints itself. Both throw `PdfRefusal('text_not_covered')`. */
export interface PdfCore {
  assertCovered(text: string): void;
  /** The certificate's pages, before anybody signs. */
  printedCertificate(facts: PrintedFacts): Drawing[];
}
