import { assertPrintable } from '../../../shared/pdf/fields/printable-values.ts';
import { assertFillable } from '../../../shared/pdf/fields/unfillable.ts';
import { assertCovered } from '../../../shared/pdf/font/font.ts';
import type { PdfChecks } from '../ports.ts';

/** Without what prints the ledger, which is as large as everything else of this function. */
export const pdfChecks: PdfChecks = { assertCovered, assertFillable, assertPrintable };
