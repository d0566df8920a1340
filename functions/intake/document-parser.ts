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
