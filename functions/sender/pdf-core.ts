import { assertPrintable } from '../../shared/pdf/fields/printable-values.ts';
import { assertFillable } from '../../shared/pdf/fields/unfillable.ts';
import { assertCovered } from '../../shared/pdf/font/font.ts';
import type { PdfCore } from './ports.ts';

/** Rarely asked for, and the only reason to load what writes PDF files. */
const auditDocument: PdfCore['auditDocument'] = async (facts) =>
  (await import('../../shared/pdf/audit/audit-document.ts')).auditDocument(facts);

export const pdfCore: PdfCore = { assertCovered, assertFillable, assertPrintable, auditDocument };
